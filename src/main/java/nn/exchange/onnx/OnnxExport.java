package nn.exchange.onnx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nn.checkpoint.Checkpoint;
import nn.checkpoint.Provenance;
import nn.eval.Classifier;
import nn.eval.Metrics;
import nn.exchange.DenseLayer;
import nn.exchange.PixelRange;
import nn.model.Activation;
import nn.model.Parameters;
import onnx.Onnx.ModelProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.StringStringEntryProto;
import onnx.Onnx.TensorProto;

/**
 * A model as one ONNX graph, from raw pixels to calibrated probabilities. The input {@code pixels} is {@code [batch, pixels]}, the outputs are
 * {@code label}, int64 {@code [batch]}, and {@code probabilities}, float {@code [batch, classes]}. The constants have the names that
 * {@link Checkpoint} gives the tensors. The digit detector is not part of it.
 */
public final class OnnxExport {

    /** The keys of the metadata that an import reads. */
    static final String PRODUCER = "nn";

    static final String CLASS_NAMES = "class_names";
    static final String PIXELS = "pixels";
    static final String ROWS = "rows";
    static final String COLUMNS = "columns";

    private static final int IR_VERSION = 8;
    private static final int OPSET = 13;

    private final Classifier classifier;
    private final OnnxGraph graph = new OnnxGraph("nn");
    private final OnnxInputs inputs;

    private OnnxExport(Checkpoint checkpoint, PixelRange range) {
        classifier = checkpoint.classifier();
        inputs = new OnnxInputs(
                graph,
                classifier.rows(),
                classifier.columns(),
                checkpoint.provenance().config().data().form(),
                range);
    }

    /** The bytes of the file. */
    public static byte[] of(Checkpoint checkpoint, PixelRange range) {
        OnnxExport export = new OnnxExport(checkpoint, range);
        export.build();
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .setProducerName(PRODUCER)
                .setProducerVersion(checkpoint.provenance().program())
                .setGraph(export.graph.build());
        metadata(checkpoint, range)
                .forEach((key, value) -> model.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build().toByteArray();
    }

    private void build() {
        List<String> outputs = new ArrayList<>();
        int members = classifier.members().size();
        for (int member = 0; member < members; member++) {
            outputs.add(network(
                    members == 1 ? "" : "members." + member + ".",
                    classifier.members().get(member),
                    inputs.of(classifier.inputs().get(member))));
        }
        String scores = members == 1 ? outputs.get(0) : committee(outputs);
        String logits =
                graph.node("Div", "logits", List.of(scores, graph.number("temperature", classifier.temperature())));
        graph.node(
                "ArgMax", "label", List.of(logits), OnnxGraph.attribute("axis", 1), OnnxGraph.attribute("keepdims", 0));
        graph.node("Softmax", "probabilities", List.of(logits), OnnxGraph.attribute("axis", 1));
        graph.output("label", TensorProto.DataType.INT64, "The most probable class, from 0: see class_names.");
        graph.output(
                "probabilities",
                TensorProto.DataType.FLOAT,
                "The calibrated probability of each class.",
                classifier.classNames().size());
    }

    /** The outputs of one network. */
    private String network(String prefix, Parameters parameters, String input) {
        String value = input;
        for (int layer = 0; layer < parameters.architecture().layers(); layer++) {
            String name = prefix + "layers." + layer;
            DenseLayer dense = DenseLayer.of(parameters, layer);
            List<String> operands = new ArrayList<>(List.of(
                    value, graph.floats(name + ".weight", dense.weightsByOutput(), dense.outputs(), dense.inputs())));
            if (parameters.architecture().biases()) {
                operands.add(graph.floats(name + ".bias", dense.biases(), dense.outputs()));
            }
            value = graph.node("Gemm", name, operands, OnnxGraph.attribute("transB", 1));
            value = activated(
                    value, name, parameters.architecture().activations().get(layer));
        }
        return value;
    }

    private String activated(String sum, String layer, Activation activation) {
        return switch (activation) {
            case IDENTITY -> sum;
            case RELU -> graph.node("Relu", layer + ".relu", List.of(sum));
            case SIGMOID -> graph.node("Sigmoid", layer + ".sigmoid", List.of(sum));
            case TANH -> graph.node("Tanh", layer + ".tanh", List.of(sum));
            case STEP ->
                graph.node("Sign", layer + ".step", List.of(graph.node("Relu", layer + ".positive", List.of(sum))));
        };
    }

    /** The logarithm of the mean of the members' probabilities, as {@link Classifier} defines it. */
    private String committee(List<String> outputs) {
        List<String> probabilities = new ArrayList<>();
        for (String output : outputs) {
            probabilities.add(
                    graph.node("Softmax", output + ".softmax", List.of(output), OnnxGraph.attribute("axis", 1)));
        }
        String mean = graph.node("Mean", "committee.mean", probabilities);
        String positive = graph.node(
                "Max", "committee.positive", List.of(mean, graph.number("committee.least", Float.MIN_NORMAL)));
        return graph.node("Log", "committee.scores", List.of(positive));
    }

    private static Map<String, String> metadata(Checkpoint checkpoint, PixelRange range) {
        Classifier classifier = checkpoint.classifier();
        Provenance provenance = checkpoint.provenance();
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(CLASS_NAMES, String.join(",", classifier.classNames()));
        metadata.put(ROWS, String.valueOf(classifier.rows()));
        metadata.put(COLUMNS, String.valueOf(classifier.columns()));
        metadata.put(PIXELS, String.valueOf(range.ink()));
        metadata.put("temperature", String.valueOf(classifier.temperature()));
        metadata.put("weights_sha256", checkpoint.weightsDigest());
        metadata.put("preset", provenance.config().preset());
        metadata.put("version", provenance.program());
        accuracy(metadata, "test_accuracy", provenance.test());
        accuracy(metadata, "validation_accuracy", provenance.validation());
        return metadata;
    }

    private static void accuracy(Map<String, String> metadata, String key, Metrics metrics) {
        if (metrics.measured()) {
            metadata.put(key, String.format(Locale.ROOT, "%.5f", metrics.accuracy()));
        }
    }
}
