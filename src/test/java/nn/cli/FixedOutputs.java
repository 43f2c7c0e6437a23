package nn.cli;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nn.checkpoint.Checkpoint;
import nn.checkpoint.Provenance;
import nn.data.InputKind;
import nn.detect.DetectorResult;
import nn.detect.DetectorSize;
import nn.eval.Classifier;
import nn.eval.DigitDetector;
import nn.eval.Metrics;
import nn.eval.Refusals;
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
    private static final List<String> DIGITS =
            IntStream.range(0, CLASSES).mapToObj(String::valueOf).toList();
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
        write(file, classifier(members, DIGITS, temperature), Optional.empty());
        return file;
    }

    /** Writes a network that sees a three everywhere, with a detector that gives every picture such a probability of being a digit. */
    static Path withDetector(Path file, double digitProbability, double threshold) {
        Parameters network = Parameters.zeros(
                Architecture.of(PIXELS, List.of(), CLASSES + 1, Activation.RELU), Storage.NATIVE_FLOAT);
        // Ten digits of output 0 against one that is none.
        network.setBias(0, CLASSES, Math.log(CLASSES * (1 - digitProbability) / digitProbability));
        List<String> names = Stream.concat(DIGITS.stream(), Stream.of(DigitDetector.NO_DIGIT))
                .toList();
        Parameters three =
                Parameters.zeros(Architecture.of(PIXELS, List.of(), CLASSES, Activation.RELU), Storage.NATIVE_FLOAT);
        three.setBias(0, DIGIT, outputFor(0.9));
        write(
                file,
                classifier(List.of(three), DIGITS, 1)
                        .withDetector(new DigitDetector(classifier(List.of(network), names, 1), threshold)),
                Optional.of(new DetectorResult(
                        DetectorSize.SMALL,
                        5,
                        7,
                        new Refusals(2000, 1),
                        new Refusals(400, 300),
                        new Refusals(1000, 2))));
        return file;
    }

    private static Classifier classifier(List<Parameters> members, List<String> names, double temperature) {
        return new Classifier(
                members,
                Collections.nCopies(members.size(), InputKind.PIXELS),
                SmallMnist.SIDE,
                SmallMnist.SIDE,
                names,
                new Loss.SoftmaxCrossEntropy(),
                temperature);
    }

    private static void write(Path file, Classifier classifier, Optional<DetectorResult> detector) {
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
                1,
                detector);
        new Checkpoint(classifier, provenance).write(file);
    }

    /** The output that gives the three a probability at temperature 1: p / (p + 9 q) with p = e^output and q = 1. */
    static double outputFor(double probability) {
        return Math.log(9 * probability / (1 - probability));
    }
}
