package nn.exchange.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nn.UntrustedText;
import nn.exchange.ForeignModelException;
import nn.exchange.npy.NumberArray;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;

/** The constants of an untrusted ONNX graph, by name. A constant's numbers are read when they are asked for. */
final class OnnxConstants {

    private static final int MOST_DIMENSIONS = 8;

    /** How often a graph may use each constant, on average over their numbers. */
    private static final int MOST_USES = 8;

    private final Map<String, TensorProto> tensors = new HashMap<>();

    /** How many numbers may still be read; else a small file could ask for much memory. */
    private long left;

    OnnxConstants(GraphProto graph) {
        left = MOST_USES * (long) graph.getSerializedSize();
        for (TensorProto tensor : graph.getInitializerList()) {
            tensors.put(tensor.getName(), tensor);
        }
        for (NodeProto node : graph.getNodeList()) {
            if (node.getOpType().equals("Constant") && node.getOutputCount() == 1) {
                for (AttributeProto attribute : node.getAttributeList()) {
                    if (attribute.getName().equals("value") && attribute.hasT()) {
                        tensors.put(node.getOutput(0), attribute.getT());
                    }
                }
            }
        }
    }

    boolean contains(String name) {
        return tensors.containsKey(name);
    }

    /** A constant's numbers. */
    NumberArray read(String name) throws ForeignModelException {
        TensorProto tensor = tensors.get(name);
        String quoted = "the constant " + UntrustedText.quoted(name);
        if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL || tensor.getExternalDataCount() > 0) {
            throw new ForeignModelException(
                    "keeps " + quoted + " in another file", "save the model with its weights in one file");
        }
        List<Integer> shape = shape(tensor, quoted);
        float[] values = values(tensor, quoted);
        left -= values.length;
        if (left < 0) {
            throw ForeignModelException.noMlp("its operators use the same constants again and again");
        }
        int count = NumberArray.count(shape);
        if (count != values.length) {
            throw ForeignModelException.damaged(quoted + " has " + values.length + " numbers for a shape of " + count);
        }
        NumberArray array = new NumberArray(shape, values);
        if (!array.isFinite()) {
            throw new ForeignModelException("holds NaN or infinity in " + quoted, "train again");
        }
        return array;
    }

    private static List<Integer> shape(TensorProto tensor, String quoted) throws ForeignModelException {
        if (tensor.getDimsCount() > MOST_DIMENSIONS) {
            throw ForeignModelException.damaged(quoted + " has " + tensor.getDimsCount() + " dimensions");
        }
        List<Integer> shape = new ArrayList<>();
        for (long dimension : tensor.getDimsList()) {
            if (dimension < 0 || dimension > Integer.MAX_VALUE) {
                throw ForeignModelException.damaged(quoted + " has the dimension " + dimension);
            }
            shape.add((int) dimension);
        }
        return shape;
    }

    private static float[] values(TensorProto tensor, String quoted) throws ForeignModelException {
        ByteBuffer raw = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        boolean inRaw = raw.hasRemaining();
        boolean twice = tensor.getDataType() == TensorProto.DataType.DOUBLE_VALUE;
        if (!twice && tensor.getDataType() != TensorProto.DataType.FLOAT_VALUE) {
            throw new ForeignModelException(
                    "has " + quoted + " of the type " + typeName(tensor) + ", but nn reads only FLOAT and DOUBLE",
                    "save the model with float weights");
        }
        int count = inRaw
                ? raw.remaining() / (twice ? Double.BYTES : Float.BYTES)
                : twice ? tensor.getDoubleDataCount() : tensor.getFloatDataCount();
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = inRaw
                    ? twice ? (float) raw.getDouble() : raw.getFloat()
                    : twice ? (float) tensor.getDoubleData(i) : tensor.getFloatData(i);
        }
        return values;
    }

    private static String typeName(TensorProto tensor) {
        TensorProto.DataType type = TensorProto.DataType.forNumber(tensor.getDataType());
        return type == null ? String.valueOf(tensor.getDataType()) : type.name();
    }
}
