package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import nn.PlainEvaluation;
import nn.checkpoint.Checkpoint;
import nn.eval.Evaluation;
import nn.eval.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run's validation figures are measured on the last of its images, and no network is trained on these. */
class ValidationSplitTest {

    private static final int HEADER = 16;
    private static final int PIXELS = SmallMnist.SIDE * SmallMnist.SIDE;
    /** Of 1200 images. */
    private static final int SPLIT = 1000;

    @TempDir
    private Path scratch;

    @Test
    void theReportSaysWhatEvalSaysOfJustThoseImages() {
        RuinedRun run = RuinedRun.one();
        assertEquals(
                Trainings.eval(run.model(), run.validationFiles()).test(),
                run.report().validation());
    }

    /** For a refit, the networks before it: the refitted networks were trained on these images. */
    @ParameterizedTest
    @MethodSource("nn.cli.RuinedRun#all")
    void theReportMeasuresNetworksThatHaveNotSeenThoseImages(RuinedRun run) {
        PlainEvaluation expected = new PlainEvaluation(run.validated(), run.validation());
        Evaluation validation = run.report().validation().orElseThrow();
        assertEquals(run.validation().size(), validation.count());
        assertEquals(expected.errors(), validation.errors());
        assertEquals(expected.loss(), validation.loss(), 1e-6);
    }

    @ParameterizedTest
    @MethodSource("nn.cli.RuinedRun#all")
    void theModelRemembersWhatTheReportSays(RuinedRun run) {
        assertEquals(
                Metrics.of(run.report().validation().orElseThrow()),
                Checkpoint.read(run.model()).provenance().validation());
    }

    @Test
    void theNetworksSoFarAreMeasuredTogetherOnThoseImages() {
        RuinedRun run = RuinedRun.committee();
        double accuracy = 1
                - new PlainEvaluation(run.validated(), run.validation()).errors()
                        / (double) run.validation().size();
        String line = String.format(Locale.ROOT, "\n2 networks together: %.2f %% on validation\n", 100 * accuracy);
        assertTrue(run.messages().contains(line), run::messages);
    }

    /** After one epoch, because with several epochs the validation images choose the best. */
    @Test
    void thoseImagesChangeNoWeight() throws IOException {
        Path plain = train(SPLIT, SPLIT);
        Path spoiled = train(SPLIT, SmallMnist.TRAIN);
        assertEquals(Trainings.weights(plain), Trainings.weights(spoiled));
        assertNotEquals(
                Trainings.report(plain).validation(), Trainings.report(spoiled).validation());
    }

    @Test
    void theLastImageBeforeThemIsTrainedOn() throws IOException {
        Path plain = train(SPLIT, SPLIT);
        Path spoiled = train(SPLIT - 1, SPLIT);
        assertNotEquals(Trainings.weights(plain), Trainings.weights(spoiled));
    }

    /** A run of one epoch on data with some inverted images, which have a wrong label. */
    private Path train(int from, int to) throws IOException {
        Path data = SmallMnist.withoutTest(scratch.resolve("data"));
        Path images = data.resolve("train-images-idx3-ubyte");
        byte[] bytes = Files.readAllBytes(images);
        for (int i = HEADER + from * PIXELS; i < HEADER + to * PIXELS; i++) {
            bytes[i] = (byte) ~bytes[i];
        }
        Files.write(images, bytes);
        Path labels = data.resolve("train-labels-idx1-ubyte");
        bytes = Files.readAllBytes(labels);
        for (int i = 8 + from; i < 8 + to; i++) {
            bytes[i] = (byte) ((bytes[i] + 1) % 10);
        }
        Files.write(labels, bytes);
        Path run = scratch.resolve("run-%d-%d".formatted(from, to));
        Trainings.train(run, "--data", data, "--epochs", 1).printed();
        return run;
    }
}
