package nn.exchange.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import org.nd4j.shade.protobuf.ByteString;

/** An ONNX graph that is being built. Its methods return the names of values, which are the inputs of further nodes. */
final class OnnxGraph {

    /** The name of the dimension of the examples, which has any length. */
    private static final String BATCH = "batch";

    private final GraphProto.Builder graph;

    OnnxGraph(String name) {
        graph = GraphProto.newBuilder().setName(name);
    }

    GraphProto build() {
        return graph.build();
    }

    /** The graph's input: floats {@code [batch, columns]}. */
    String input(String name, int columns, String meaning) {
        graph.addInput(value(name, TensorProto.DataType.FLOAT, meaning, columns));
        return name;
    }

    /** Makes a value of {@code [batch]} or {@code [batch, columns]} an output of the graph. */
    void output(String name, TensorProto.DataType type, String meaning, int... columns) {
        graph.addOutput(value(name, type, meaning, columns));
    }

    private static ValueInfoProto value(String name, TensorProto.DataType type, String meaning, int... columns) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(BATCH));
        for (int count : columns) {
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(count));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setDocString(meaning)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(type.getNumber())
                                .setShape(shape)))
                .build();
    }

    /** A constant of floats. */
    String floats(String name, float[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return tensor(name, TensorProto.DataType.FLOAT, bytes, shape);
    }

    /** A constant of one float, which fits every shape. */
    String number(String name, double value) {
        return floats(name, new float[] {(float) value});
    }

    /** A constant list of whole numbers. */
    String integers(String name, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return tensor(name, TensorProto.DataType.INT64, bytes, values.length);
    }

    private String tensor(String name, TensorProto.DataType type, ByteBuffer bytes, long... shape) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .setRawData(ByteString.copyFrom(bytes));
        Arrays.stream(shape).forEach(tensor::addDims);
        graph.addInitializer(tensor);
        return name;
    }

    /** Adds a node with one output, and returns the output's name. */
    String node(String operator, String output, List<String> inputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .setName(output)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes)));
        return output;
    }

    static AttributeProto attribute(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto attributes(String name, long... values) {
        AttributeProto.Builder list =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        Arrays.stream(values).forEach(list::addInts);
        return list.build();
    }
}
