package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
import org.junit.jupiter.api.Test;

class InspectTextTest {

    private static Checkpoint checkpoint(Metrics test) {
        Parameters network = Parameters.zeros(Architecture.of(4, List.of(3), 2, Activation.RELU), Storage.NATIVE_FLOAT);
        Classifier classifier = new Classifier(
                List.of(network),
                List.of(InputKind.PIXELS),
                2,
                2,
                List.of("0", "1"),
                Loss.named("softmax-cross-entropy"),
                1.5);
        return new Checkpoint(
                classifier,
                new Provenance(
                        "nn 1.0.0",
                        "2026-11-22T06:15:00Z",
                        4,
                        3,
                        65.4,
                        12345.6,
                        "Haswell",
                        new Metrics(10, 3, 0.81234),
                        test,
                        Samples.config(),
                        List.of(),
                        1,
                        Optional.empty()));
    }

    @Test
    void tellsWhatTheModelIsAndWhereItIsFrom() {
        Checkpoint checkpoint = checkpoint(new Metrics(2000, 10, 0.0123));
        String text = InspectText.of(Path.of("a\033b"), checkpoint);
        String head = """
                File:        a\\x1bb
                Network:     4-3-2, relu, identity
                Parameters:  23
                Input:       2 x 2 pixels, 0 (paper) to 255 (ink), divided by 255
                Classes:     0 1
                Loss:        softmax-cross-entropy
                Temperature: 1.5000
                Validation:  70.00 % (3 of 10 wrong), loss 0.8123
                Test:        99.50 % (10 of 2,000 wrong), loss 0.0123
                Trained:     4 epochs (best: 3) in 1:05, 12,346 images/s, BLAS kernel Haswell
                Made by:     nn 1.0.0, 2026-11-22T06:15:00Z
                Weights:     DIGEST
                Configuration:
                {
                  "preset": "fast",
                  "hidden": [3],
                  "activation": "relu",
                """.replace("DIGEST", checkpoint.weightsDigest());
        assertEquals(head, text.substring(0, Math.min(head.length(), text.length())));
        assertTrue(text.endsWith("}\n"), text);
    }

    @Test
    void networksThatAreAlikeAreCounted() {
        Parameters narrow = Parameters.zeros(Architecture.of(4, List.of(3), 2, Activation.RELU), Storage.NATIVE_FLOAT);
        Parameters wide = Parameters.zeros(Architecture.of(4, List.of(5), 2, Activation.RELU), Storage.NATIVE_FLOAT);
        Checkpoint one = checkpoint(Metrics.NONE);
        Classifier committee = new Classifier(
                List.of(narrow, wide, narrow),
                Collections.nCopies(3, InputKind.PIXELS),
                2,
                2,
                List.of("0", "1"),
                Loss.named("softmax-cross-entropy"),
                1);
        String text = InspectText.of(Path.of("x"), new Checkpoint(committee, one.provenance()));
        assertTrue(text.contains("""

                Network:     2 of 4-3-2, relu, identity
                Network:     4-5-2, relu, identity
                Parameters:"""), text);
    }

    @Test
    void itTellsWhatEachNetworkReads() {
        List<InputKind> inputs = List.of(InputKind.GRADIENTS, InputKind.PIXELS, InputKind.BOTH);
        List<Parameters> networks = inputs.stream()
                .map(each -> Parameters.zeros(
                        Architecture.of((int) each.count(14, 14), List.of(3), 2, Activation.TANH),
                        Storage.NATIVE_FLOAT))
                .toList();
        Classifier committee =
                new Classifier(networks, inputs, 14, 14, List.of("0", "1"), Loss.named("softmax-cross-entropy"), 1);
        List<String> lines = InspectText.of(
                        Path.of("x"),
                        new Checkpoint(committee, checkpoint(Metrics.NONE).provenance()))
                .lines()
                .filter(line -> line.startsWith("Network:"))
                .toList();
        assertEquals(
                List.of(
                        "Network:     " + InputKind.GRADIENTS.count(14, 14)
                                + "-3-2, tanh, identity, reads gradient directions",
                        "Network:     196-3-2, tanh, identity",
                        "Network:     " + InputKind.BOTH.count(14, 14)
                                + "-3-2, tanh, identity, reads pixels and gradient directions"),
                lines);
    }

    @Test
    void whatWasNotMeasuredIsToldSo() {
        assertTrue(InspectText.of(Path.of("x"), checkpoint(Metrics.NONE)).contains("\nTest:        not measured\n"));
    }
}
