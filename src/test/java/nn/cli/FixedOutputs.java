package nn.cli;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import nn.checkpoint.Checkpoint;
import nn.checkpoint.Provenance;
import nn.data.InputKind;
import nn.eval.Classifier;
import nn.eval.Metrics;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Loss;
import nn.model.Parameters;
import nn.model.Storage;
import nn.train.Preset;

/**
 * Models that give every picture the same known probabilities. Their weights are 0, so their outputs are the biases. Only the
 * three's bias is not 0.
 */
final class FixedOutputs {

    static final int DIGIT = 3;
    private static final int CLASSES = 10;
    private static final int PIXELS = SmallMnist.SIDE * SmallMnist.SIDE;

    private FixedOutputs() {}

    /** Writes one network, or a committee, for pictures of digits. */
    static Path model(Path file, double temperature, double... outputs) {
        List<Parameters> members = IntStream.range(0, outputs.length)
                .mapToObj(member -> {
                    Parameters network = Parameters.zeros(
                            Architecture.of(PIXELS, List.of(), CLASSES, Activation.RELU), Storage.NATIVE_FLOAT);
                    network.setBias(0, DIGIT, outputs[member]);
                    return network;
                })
                .toList();
        Classifier classifier = new Classifier(
                members,
                Collections.nCopies(members.size(), InputKind.PIXELS),
                SmallMnist.SIDE,
                SmallMnist.SIDE,
                IntStream.range(0, CLASSES).mapToObj(String::valueOf).toList(),
                new Loss.SoftmaxCrossEntropy(),
                temperature);
        Provenance provenance = new Provenance(
                "nn",
                "2026-01-01T00:00:00Z",
                1,
                1,
                1,
                1,
                "none",
                Metrics.NONE,
                Metrics.NONE,
                Preset.DEFAULT.config(1, 1),
                List.of(),
                1);
        new Checkpoint(classifier, provenance).write(file);
        return file;
    }

    /** The output that gives the three a probability at temperature 1: p / (p + 9 q) with p = e^output and q = 1. */
    static double outputFor(double probability) {
        return Math.log(9 * probability / (1 - probability));
    }
}
