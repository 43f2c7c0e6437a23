package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import nn.PlainEvaluation;
import nn.checkpoint.Checkpoint;
import nn.data.DataSet;
import nn.eval.Evaluation;
import nn.eval.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A run's validation figures are measured on a sixth of its images, and no network is trained on these. */
class ValidationSplitTest {

    private static final int HEADER = 16;
    private static final int PIXELS = SmallMnist.SIDE * SmallMnist.SIDE;
    /** Of 1200 images, in the order in which they are trained on and validated. */
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
    void theImageBeforeThemIsTrainedOn() throws IOException {
        Path plain = train(SPLIT, SPLIT);
        Path spoiled = train(SPLIT - 1, SPLIT);
        assertNotEquals(Trainings.weights(plain), Trainings.weights(spoiled));
    }

    /** A split of the last images would keep whole classes from the training. */
    @ParameterizedTest
    @CsvSource({"1200", "600"})
    void sortedImagesAreSplitByClass(int limit) {
        DataSet train = SmallMnist.train(0, SmallMnist.TRAIN);
        DataSet sorted = train.select(IntStream.range(0, train.size())
                .boxed()
                .sorted(Comparator.comparing(train::label))
                .mapToInt(Integer::intValue)
                .toArray());
        Path data = SmallMnist.asTrain(scratch.resolve("sorted"), sorted);
        Path run = scratch.resolve("run");
        Trainings.train(run, "--data", data, "--limit", limit).printed();
        Evaluation validation = Trainings.report(run).validation().orElseThrow();
        for (int label = 0; label < 10; label++) {
            int digit = label;
            double all = IntStream.range(0, train.size())
                    .filter(i -> train.label(i) == digit)
                    .count();
            int count = validation.confusion().get(label).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            assertEquals(all * limit / 1200 / 6, count, 1, "class " + label);
        }
    }

    /** So that an unfinished run goes on with the images it began with, and a finished one is repeated. */
    @Test
    void aRunOfVersionOneKeepsItsLastImagesForValidation() throws IOException {
        Path run = scratch.resolve("run");
        Trainings.train(run, "--limit", 600, "--epochs", 1).printed();
        Path config = run.resolve("config.json");
        String text = Files.readString(config);
        String old = text.replaceAll(",\\s*\"sampling\" *: *\"by-class\"", "");
        assertNotEquals(text, old);
        Files.writeString(config, old);
        Path again = scratch.resolve("again");
        Cli.run("train", "--config", config, "--out", again).printed();
        PlainEvaluation last = new PlainEvaluation(
                Checkpoint.readClassifier(again.resolve("model.safetensors")).members(), SmallMnist.train(500, 600));
        Evaluation validation = Trainings.report(again).validation().orElseThrow();
        assertEquals(last.errors(), validation.errors());
        Files.delete(run.resolve("report.json"));
        Cli.run("train", "--resume", run)
                .refuses(4, "another configuration: sampling is in-order, the run's is by-class");
    }

    /** The used examples of a run with the standard seed. Each image is its number in the file, of four bytes. */
    private static DataSet usedNumbers() {
        DataSet train = SmallMnist.train(0, SmallMnist.TRAIN);
        ByteBuffer numbers = ByteBuffer.allocate(train.size() * Integer.BYTES);
        IntStream.range(0, train.size()).forEach(numbers::putInt);
        int[] labels = IntStream.range(0, train.size()).map(train::label).toArray();
        return Trainings.config(RuinedRun.one().directory())
                .training()
                .usedExamples(DataSet.of(numbers.array(), 1, Integer.BYTES, labels, train.classes()));
    }

    /** A run of one epoch on data with some inverted images. */
    private Path train(int from, int to) throws IOException {
        Path data = SmallMnist.withoutTest(scratch.resolve("data"));
        Path images = data.resolve("train-images-idx3-ubyte");
        byte[] bytes = Files.readAllBytes(images);
        DataSet used = usedNumbers();
        byte[] number = new byte[Integer.BYTES];
        for (int example = from; example < to; example++) {
            used.readPixels(example, number);
            int start = HEADER + ByteBuffer.wrap(number).getInt() * PIXELS;
            for (int i = start; i < start + PIXELS; i++) {
                bytes[i] = (byte) ~bytes[i];
            }
        }
        Files.write(images, bytes);
        Path run = scratch.resolve("run-%d-%d".formatted(from, to));
        Trainings.train(run, "--data", data, "--epochs", 1).printed();
        return run;
    }
}
