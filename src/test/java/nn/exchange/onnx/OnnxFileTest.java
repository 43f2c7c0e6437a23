package nn.exchange.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nn.exchange.DenseLayer;
import nn.exchange.ForeignModelException;
import nn.exchange.ForeignNetwork;
import nn.model.Activation;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.StringStringEntryProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.ValueInfoProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Graphs as exporters write them become layers; a graph that is no multilayer perceptron is refused by its operator. */
class OnnxFileTest {

    @TempDir
    private Path scratch;

    private final GraphProto.Builder graph = GraphProto.newBuilder()
            .setName("test")
            .addInput(ValueInfoProto.newBuilder().setName("x"));

    private String last = "x";

    private TensorProto.Builder tensor(String name, int[] shape, float... values) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setName(name).setDataType(TensorProto.DataType.FLOAT_VALUE);
        for (int dimension : shape) {
            tensor.addDims(dimension);
        }
        for (float value : values) {
            tensor.addFloatData(value);
        }
        return tensor;
    }

    private OnnxFileTest constant(String name, int[] shape, float... values) {
        graph.addInitializer(tensor(name, shape, values));
        return this;
    }

    /** Adds an operator; {@code _} stands for the output of the one before. */
    private OnnxFileTest then(String operator, List<String> inputs, AttributeProto... attributes) {
        NodeProto.Builder node = NodeProto.newBuilder().setOpType(operator).addAllAttribute(List.of(attributes));
        inputs.forEach(input -> node.addInput(input.equals("_") ? last : input));
        last = "value" + graph.getNodeCount();
        graph.addNode(node.addOutput(last));
        return this;
    }

    private static AttributeProto real(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF(value)
                .build();
    }

    private ForeignNetwork read() throws IOException, ForeignModelException {
        graph.clearOutput().addOutput(ValueInfoProto.newBuilder().setName(last));
        return OnnxFile.read(Files.write(
                scratch.resolve("m.onnx"),
                ModelProto.newBuilder().setGraph(graph).build().toByteArray()));
    }

    private String refusal() {
        return assertThrows(ForeignModelException.class, this::read).getMessage();
    }

    /** The weights [[1, 2], [3, 4]], and the biases [10, 20]. */
    private OnnxFileTest matrix() {
        return constant("W", new int[] {2, 2}, 1, 2, 3, 4).constant("b", new int[] {2}, 10, 20);
    }

    @Test
    void aProductAndASumAreALayer() throws Exception {
        ForeignNetwork network = matrix().then("MatMul", List.of("_", "W"))
                .then("Add", List.of("b", "_"))
                .then("Softmax", List.of("_"))
                .read();
        assertArrayEquals(new float[] {1, 2, 3, 4}, network.layers().get(0).weights());
        assertArrayEquals(new float[] {10, 20}, network.layers().get(0).biases());
        assertEquals(Optional.of(List.of(Activation.IDENTITY)), network.activations());
    }

    @Test
    void aGemmHasFactorsAndMayBeTransposed() throws Exception {
        DenseLayer layer = matrix().then(
                        "Gemm",
                        List.of("_", "W", "b"),
                        OnnxGraph.attribute("transB", 1),
                        real("alpha", 2),
                        real("beta", 0.5f))
                .read()
                .layers()
                .get(0);
        assertArrayEquals(new float[] {2, 6, 4, 8}, layer.weights());
        assertArrayEquals(new float[] {5, 10}, layer.biases());
    }

    @Test
    void constantsMayBeNodesAndDoublesAndRawBytes() throws Exception {
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Constant")
                .addOutput("W")
                .addAttribute(AttributeProto.newBuilder()
                        .setName("value")
                        .setT(TensorProto.newBuilder()
                                .setDataType(TensorProto.DataType.DOUBLE_VALUE)
                                .addDims(1)
                                .addDims(2)
                                .addDoubleData(3)
                                .addDoubleData(4))));
        assertArrayEquals(
                new float[] {3, 4},
                then("MatMul", List.of("_", "W")).read().layers().get(0).weights());
    }

    /** (x - 3) / 2 before the layer: half the weights, and 1.5 times their sums less. */
    @Test
    void whatScalesTheInputsBecomesPartOfTheFirstLayer() throws Exception {
        DenseLayer layer = matrix().constant("mean", new int[] {}, 3)
                .constant("std", new int[] {1}, 2)
                .then("Flatten", List.of("_"))
                .then("Sub", List.of("_", "mean"))
                .then("Div", List.of("_", "std"))
                .then("Gemm", List.of("_", "W", "b"))
                .read()
                .layers()
                .get(0);
        assertArrayEquals(new float[] {0.5f, 1, 1.5f, 2}, layer.weights());
        assertArrayEquals(new float[] {10 - 1.5f * 4, 20 - 1.5f * 6}, layer.biases());
    }

    /** Scale 4, shift 1, mean 10, variance 3 with an epsilon of 1: 2 (z - 10) + 1. */
    @Test
    void aBatchNormalizationBecomesPartOfTheLayerBeforeIt() throws Exception {
        ForeignNetwork network = matrix().constant("s", new int[] {2}, 4, 4)
                .constant("t", new int[] {2}, 1, 1)
                .constant("m", new int[] {2}, 10, 10)
                .constant("v", new int[] {2}, 3, 3)
                .then("Gemm", List.of("_", "W", "b"))
                .then("BatchNormalization", List.of("_", "s", "t", "m", "v"), real("epsilon", 1))
                .then("Relu", List.of("_"))
                .then("Gemm", List.of("_", "W", "b"))
                .read();
        assertArrayEquals(new float[] {2, 4, 6, 8}, network.layers().get(0).weights());
        assertArrayEquals(new float[] {1, 21}, network.layers().get(0).biases());
        assertEquals(Optional.of(List.of(Activation.RELU, Activation.IDENTITY)), network.activations());
    }

    @Test
    void aBatchNormalizationAfterAnActivationBecomesPartOfTheNextLayer() throws Exception {
        ForeignNetwork network = matrix().constant("k", new int[] {1, 2}, 2, 10)
                .then("Gemm", List.of("_", "W", "b"))
                .then("Tanh", List.of("_"))
                .then("Mul", List.of("_", "k"))
                .then("Gemm", List.of("_", "W", "b"))
                .read();
        assertArrayEquals(new float[] {2, 4, 30, 40}, network.layers().get(1).weights());
    }

    @Test
    void aNumberThatDividesTheScoresBeforeTheSoftmaxIsTheTemperature() throws Exception {
        ForeignNetwork network = matrix().constant("T", new int[] {}, 1.25f)
                .then("Gemm", List.of("_", "W", "b"))
                .then("Div", List.of("_", "T"))
                .then("Softmax", List.of("_"))
                .read();
        assertEquals(1.25, network.temperature().orElseThrow(), 1e-9);
        assertArrayEquals(new float[] {1, 2, 3, 4}, network.layers().get(0).weights());
    }

    @Test
    void otherOperatorsAreNamed() {
        matrix().then("Conv", List.of("_", "W"));
        assertEquals("is no multilayer perceptron: the operator Conv is not used in one", refusal());
    }

    /** It would round the numbers. */
    @Test
    void aCastToWholeNumbersIsRefused() throws Exception {
        matrix().then("Cast", List.of("_"), OnnxGraph.attribute("to", TensorProto.DataType.FLOAT_VALUE))
                .then("Gemm", List.of("_", "W", "b"))
                .read();
        then("Cast", List.of("_"), OnnxGraph.attribute("to", TensorProto.DataType.INT64_VALUE));
        assertTrue(refusal().contains("the operator Cast changes the numbers"), this::refusal);
    }

    @Test
    void branchesAreRefused() {
        matrix().then("Gemm", List.of("_", "W", "b")).then("Relu", List.of("_")).then("Add", List.of("_", "x"));
        assertEquals("is no multilayer perceptron: the operator Add joins two branches", refusal());
    }

    @Test
    void weightsThatMultiplyFromTheLeftAreRefused() {
        matrix().then("MatMul", List.of("W", "_"));
        assertTrue(refusal().contains("the operator MatMul multiplies the weights by the values"), this::refusal);
    }

    @Test
    void constantsOfAnotherLengthAreRefused() {
        matrix().constant("three", new int[] {3}, 1, 2, 3)
                .then("Mul", List.of("_", "three"))
                .then("Gemm", List.of("_", "W", "b"));
        assertTrue(refusal().contains("the operator Gemm has weights for 2 values, and gets others"), this::refusal);
        matrix().then("Gemm", List.of("x", "W", "three"));
        assertTrue(refusal().contains("the operator Gemm has constants of another length"), this::refusal);
        then("Gemm", List.of("x", "W")).then("Add", List.of("_", "three"));
        assertTrue(refusal().contains("the operator Add has constants of another length"), this::refusal);
    }

    @Test
    void weightsInAnotherFileAreRefused() {
        graph.addInitializer(tensor("W", new int[] {2, 2})
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(
                        StringStringEntryProto.newBuilder().setKey("location").setValue("/etc/passwd")));
        then("MatMul", List.of("_", "W"));
        assertEquals("keeps the constant \"W\" in another file", refusal());
    }

    @Test
    void aShapeThatTheNumbersDoNotFillIsDamage() {
        constant("W", new int[] {1 << 30, 1 << 30}, 1).then("MatMul", List.of("_", "W"));
        assertTrue(refusal().startsWith("is damaged: the constant \"W\" has 1 numbers"), this::refusal);
    }

    @Test
    void aCycleEnds() {
        matrix().then("Relu", List.of("value1")).then("Relu", List.of("value0"));
        assertTrue(refusal().contains("its graph has a cycle"), this::refusal);
    }

    @Test
    void constantsThatAreUsedAgainAndAgainAreRefused() {
        constant("W", new int[] {20, 20}, new float[400]);
        for (int i = 0; i < 100; i++) {
            then("MatMul", List.of("_", "W"));
        }
        assertTrue(refusal().contains("use the same constants again and again"), this::refusal);
    }

    @Test
    void aGraphThatNeverComesToItsInputIsRefused() {
        then("Relu", List.of("nothing"));
        assertTrue(refusal().contains("the value \"nothing\" is not made of the input"), this::refusal);
    }

    @Test
    void messagesWithinMessagesEndEarly() throws IOException {
        GraphProto nested = GraphProto.newBuilder().build();
        for (int i = 0; i < 60; i++) {
            nested = GraphProto.newBuilder()
                    .addNode(NodeProto.newBuilder()
                            .addAttribute(AttributeProto.newBuilder().setG(nested)))
                    .build();
        }
        Path file = Files.write(
                scratch.resolve("deep.onnx"),
                ModelProto.newBuilder().setGraph(nested).build().toByteArray());
        ForeignModelException refusal = assertThrows(ForeignModelException.class, () -> OnnxFile.read(file));
        assertTrue(refusal.getMessage().startsWith("is damaged or no ONNX file"), refusal::getMessage);
    }
}
