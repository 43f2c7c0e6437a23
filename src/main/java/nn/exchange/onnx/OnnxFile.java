package nn.exchange.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nn.UntrustedText;
import nn.exchange.ForeignModelException;
import nn.exchange.ForeignNetwork;
import nn.exchange.PixelRange;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.StringStringEntryProto;
import onnx.Onnx.ValueInfoProto;
import org.nd4j.shade.protobuf.CodedInputStream;
import org.nd4j.shade.protobuf.InvalidProtocolBufferException;

/** Reads the network in an untrusted ONNX file. The graph must be one path from pixels to scores, which {@link OnnxPath} follows. */
public final class OnnxFile {

    /** Messages within messages; a graph without control flow has half a dozen. */
    private static final int DEEPEST = 30;

    private static final int MOST_OUTPUTS = 8;

    private final GraphProto graph;
    private final OnnxConstants constants;
    private final Map<String, NodeProto> makers = new HashMap<>();

    private OnnxFile(GraphProto graph) {
        this.graph = graph;
        constants = new OnnxConstants(graph);
        for (NodeProto node : graph.getNodeList()) {
            node.getOutputList().forEach(output -> makers.put(output, node));
        }
    }

    public static ForeignNetwork read(Path file) throws IOException, ForeignModelException {
        ModelProto model;
        // Not from a stream: with some damaged lengths, that decoder fails as if its caller had a bug.
        CodedInputStream coded = CodedInputStream.newInstance(Files.readAllBytes(file));
        coded.setRecursionLimit(DEEPEST);
        try {
            model = ModelProto.parseFrom(coded);
        } catch (InvalidProtocolBufferException e) {
            throw new ForeignModelException(
                    "is damaged or no ONNX file (" + UntrustedText.reason(e) + ")", "copy it again, or save it again");
        }
        if (model.getGraph().getNodeCount() == 0) {
            throw new ForeignModelException("is no ONNX file, or has an empty graph", "check what it is");
        }
        return withMetadata(new OnnxFile(model.getGraph()).network(), model);
    }

    /** The network behind the first output that is one; if none is, the reason for the last. */
    private ForeignNetwork network() throws ForeignModelException {
        Optional<ForeignModelException> refusal = Optional.empty();
        for (ValueInfoProto output : graph.getOutputList().subList(0, Math.min(MOST_OUTPUTS, graph.getOutputCount()))) {
            try {
                return OnnxPath.network(steps(output.getName()));
            } catch (ForeignModelException e) {
                refusal = Optional.of(e);
            }
        }
        throw refusal.orElseGet(() -> ForeignModelException.noMlp("its graph has no output"));
    }

    /** The path to an output, from the graph's input on. */
    private List<OnnxStep> steps(String output) throws ForeignModelException {
        Set<String> inputs = new HashSet<>();
        graph.getInputList().forEach(input -> inputs.add(input.getName()));
        List<OnnxStep> steps = new ArrayList<>();
        Set<String> passed = new HashSet<>();
        String value = output;
        while (constants.contains(value) || !inputs.contains(value)) {
            NodeProto node = makers.get(value);
            if (node == null || constants.contains(value)) {
                throw ForeignModelException.noMlp(
                        "the value " + UntrustedText.quoted(value) + " is not made of the input");
            }
            if (!passed.add(value)) {
                throw ForeignModelException.damaged("its graph has a cycle");
            }
            int from = pathInput(node);
            steps.add(new OnnxStep(node, from, constants));
            value = node.getInput(from);
        }
        Collections.reverse(steps);
        return steps;
    }

    /** Which input of a node is not a constant. */
    private int pathInput(NodeProto node) throws ForeignModelException {
        if (OnnxStep.keepsValues(node) && node.getInputCount() > 0) {
            return 0;
        }
        int found = -1;
        for (int i = 0; i < node.getInputCount(); i++) {
            if (!node.getInput(i).isEmpty() && !constants.contains(node.getInput(i))) {
                if (found >= 0) {
                    throw ForeignModelException.noMlp(
                            "the operator " + UntrustedText.escaped(node.getOpType()) + " joins two branches");
                }
                found = i;
            }
        }
        if (found < 0) {
            throw ForeignModelException.noMlp(
                    "the operator " + UntrustedText.escaped(node.getOpType()) + " does not depend on the input");
        }
        return found;
    }

    /** Adds what nn wrote beside the graph, if nn wrote it. */
    private static ForeignNetwork withMetadata(ForeignNetwork network, ModelProto model) {
        if (!model.getProducerName().equals(OnnxExport.PRODUCER)) {
            return network;
        }
        Map<String, String> metadata = new HashMap<>();
        for (StringStringEntryProto entry : model.getMetadataPropsList()) {
            metadata.put(entry.getKey(), entry.getValue());
        }
        return new ForeignNetwork(
                network.layers(),
                network.activations(),
                network.loss(),
                network.temperature(),
                Optional.ofNullable(metadata.get(OnnxExport.CLASS_NAMES)).map(names -> List.of(names.split(","))),
                image(metadata),
                Optional.ofNullable(metadata.get(OnnxExport.PIXELS))
                        .filter(ink -> ink.equals("1") || ink.equals("255"))
                        .map(PixelRange::to));
    }

    private static Optional<List<Integer>> image(Map<String, String> metadata) {
        String rows = metadata.getOrDefault(OnnxExport.ROWS, "");
        String columns = metadata.getOrDefault(OnnxExport.COLUMNS, "");
        String number = "[1-9][0-9]{0,5}";
        return rows.matches(number) && columns.matches(number)
                ? Optional.of(List.of(Integer.parseInt(rows), Integer.parseInt(columns)))
                : Optional.empty();
    }
}
