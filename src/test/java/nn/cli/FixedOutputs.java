package nn.cli;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import nn.checkpoint.Checkpoint;
import nn.checkpoint.Provenance;
import nn.data.Inputs;
import nn.eval.Classifier;
import nn.eval.Outcome;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Loss;
import nn.model.Parameters;
import nn.model.Precision;
import nn.train.Preset;

/**
 * Models that answer every picture alike, so that their probabilities are known beforehand: their weights are 0, and their outputs
 * are their biases, of which only that of the three is not 0.
 */
final class FixedOutputs {

    static final int DIGIT = 3;
    private static final int CLASSES = 10;

    private FixedOutputs() {
    }

    /** Writes one network, or a committee, for pictures of digits. */
    static Path model(Path file, double temperature, double... outputs) {
        List<Parameters> members = IntStream.range(0, outputs.length).mapToObj(member -> {
            Parameters network = Parameters.zeros(
                    Architecture.of(SmallMnist.SIDE * SmallMnist.SIDE, List.of(), CLASSES, Activation.RELU), Precision.FLOAT);
            network.setBias(0, DIGIT, outputs[member]);
            return network;
        }).toList();
        new Checkpoint(new Classifier(members, Collections.nCopies(members.size(), Inputs.PIXELS), SmallMnist.SIDE, SmallMnist.SIDE,
                IntStream.range(0, CLASSES).mapToObj(String::valueOf).toList(), new Loss.SoftmaxCrossEntropy(), temperature),
                new Provenance("nn", "2026-01-01T00:00:00Z", 1, 1, 1, 1, "none", Outcome.NONE, Outcome.NONE, Preset.DEFAULT.config(1, 1),
                        List.of(), 1)).write(file);
        return file;
    }

    /** The output that gives the three such a probability at temperature 1: p / (p + 9 q) with p = e^output and q = 1. */
    static double outputFor(double probability) {
        return Math.log(9 * probability / (1 - probability));
    }
}
