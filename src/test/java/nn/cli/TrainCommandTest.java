package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nn.checkpoint.Checkpoint;
import nn.report.Report;
import nn.train.Preset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn train}: its output, its files, and that it can be repeated. */
class TrainCommandTest {

    @TempDir
    private static Path base;

    private static Path first;
    private static Cli.Result printed;

    @TempDir
    private Path scratch;

    @BeforeAll
    static void train() {
        first = base.resolve("first");
        printed = Trainings.train(first);
    }

    @Test
    void theHelpSaysWhatThePresetsSet() {
        String help = Cli.run("train", "--help").printed();
        for (Preset preset : Preset.values()) {
            int epochs = preset.config(1, 1).learning().epochs();
            assertTrue(
                    help.lines().anyMatch(line -> line.matches("  " + preset.label() + " .* " + epochs + " .*")), help);
        }
    }

    @Test
    void theRunDirectoryHoldsItsFilesAndNothingElse() {
        assertEquals(
                List.of(
                        ".nn-lock",
                        "config.json",
                        "history.csv",
                        "last.safetensors",
                        "model.safetensors",
                        "report.html",
                        "report.json"),
                CommandsTest.contents(first));
    }

    @Test
    void theReportIsOnTheOutputAndTheEpochsAreOnTheErrorStream() {
        Report report = Trainings.report(first);
        String out = printed.printed();
        assertTrue(out.startsWith("Test accuracy "), out);
        assertTrue(out.contains("Confusion (row: the truth, column: the answer"), out);
        assertTrue(out.contains("Network 784-16-10, 12,730 parameters; preset default, seed 1, threads 2"), out);
        assertTrue(out.contains("Weights " + report.weightsDigest() + "\n"), out);
        assertTrue(out.endsWith("Files: " + first + "\n"), out);
        assertEquals(3, printed.errorLines().size(), printed::err);
        assertTrue(printed.errorLines().get(0).startsWith("epoch "), printed::err);
        assertTrue(printed.errorLines().get(1).startsWith("    1  "), printed::err);
        assertTrue(printed.errorLines().get(2).startsWith("    2  "), printed::err);
        assertFalse(printed.err().contains("\033"), printed::err);
    }

    @Test
    void theReportFileCountsEveryExample() {
        Report report = Trainings.report(first);
        assertEquals("784-16-10", report.architecture());
        assertEquals(SmallMnist.TRAIN / 6, report.validation().orElseThrow().count());
        assertEquals(SmallMnist.TEST, report.test().orElseThrow().count());
        assertEquals(
                SmallMnist.TEST,
                report.test().orElseThrow().confusion().stream()
                        .flatMap(List::stream)
                        .mapToInt(Integer::intValue)
                        .sum());
        assertEquals(
                report.test().orElseThrow().errors(),
                report.test().orElseThrow().mistakes().size());
        assertTrue(report.test().orElseThrow().accuracy() > 0.5, () -> "it learned: " + report.test());
        assertTrue(report.train().isEmpty());
    }

    @Test
    void theHistoryHasALineForEachEpoch() throws IOException {
        List<String> lines = Files.readAllLines(first.resolve("history.csv"));
        assertEquals(3, lines.size());
        assertTrue(lines.get(0).startsWith("epoch,loss,validation_loss,"), lines.get(0));
        assertTrue(lines.get(1).startsWith("1,"), lines.get(1));
        assertTrue(lines.get(2).startsWith("2,"), lines.get(2));
    }

    @Test
    void theReportSpeaksOfTheSavedModel() {
        Checkpoint checkpoint = Checkpoint.read(first.resolve("model.safetensors"));
        assertEquals(Trainings.weights(first), checkpoint.weightsDigest());
        assertEquals(
                Trainings.report(first).temperature(), checkpoint.classifier().temperature());
    }

    @Test
    void jsonPrintsExactlyTheReportFile() throws IOException {
        Path run = scratch.resolve("run");
        Cli.Result result = Trainings.train(run, "--json");
        assertEquals(Files.readString(run.resolve("report.json")), result.printed());
    }

    @Test
    void quietLeavesOnlyTheReport() {
        Cli.Result result = Trainings.train(scratch.resolve("run"), "--quiet");
        assertEquals("", result.err());
        assertTrue(result.printed().startsWith("Test accuracy "), result.out());
    }

    @Test
    void theSameSeedGivesTheSameWeightsAndAnotherOneOthers() {
        Trainings.train(scratch.resolve("same"), "--seed", 1);
        Trainings.train(scratch.resolve("other"), "--seed", 2);
        assertEquals(Trainings.weights(first), Trainings.weights(scratch.resolve("same")));
        assertNotEquals(Trainings.weights(first), Trainings.weights(scratch.resolve("other")));
    }

    @Test
    void compressedDataGiveTheSameWeights() {
        Path run = scratch.resolve("run");
        Trainings.train(run, "--data", SmallMnist.gzip(scratch.resolve("gzip"))).printed();
        assertEquals(Trainings.weights(first), Trainings.weights(run));
    }

    @Test
    void theConfigurationOfARunReproducesIt() {
        Path original = scratch.resolve("original");
        Trainings.train(
                        original,
                        "--hidden",
                        "12,8",
                        "--activation",
                        "TANH",
                        "--optimizer",
                        "nesterov",
                        "--learning-rate",
                        0.05,
                        "--dropout",
                        0.1,
                        "--averaging",
                        0.9,
                        "--limit",
                        600,
                        "--seed",
                        -3)
                .printed();
        Path again = scratch.resolve("again");
        Cli.run("train", "--config", original.resolve("config.json"), "--data", SmallMnist.raw(), "--out", again)
                .printed();
        assertEquals(Trainings.weights(original), Trainings.weights(again));
        assertEquals(
                List.of(12, 8), Trainings.config(again).training().network().hidden());
    }

    /** Otherwise it would silently be another run, on the wrong data. */
    @Test
    void theConfigurationKnowsItsDataAndWhetherTheyWereTested() {
        Path original = scratch.resolve("original");
        Trainings.train(original, "--limit", 300, "--epochs", 1, "--no-test").printed();
        Path again = scratch.resolve("again");
        Cli.run("train", "--config", original.resolve("config.json"), "--out", again)
                .printed();
        assertEquals(Trainings.config(original), Trainings.config(again));
        assertEquals(Trainings.weights(original), Trainings.weights(again));
    }

    @Test
    void theConfigurationNamesTheDataByItsFullPath() {
        assertEquals(SmallMnist.raw().toString(), Trainings.config(first).data());
        assertTrue(Trainings.config(first).test());
    }

    @Test
    void aSixthOfTheLimitIsForValidation() {
        Path run = scratch.resolve("run");
        Trainings.train(run, "--limit", 600).printed();
        assertEquals(100, Trainings.report(run).validation().orElseThrow().count());
    }

    @Test
    void noTestLeavesTheTestSplitAlone() {
        Path run = scratch.resolve("run");
        Cli.Result result = Trainings.train(run, "--no-test");
        assertTrue(result.printed().startsWith("Validation accuracy "), result.out());
        assertTrue(Trainings.report(run).test().isEmpty());
        assertFalse(Trainings.config(run).test());
        assertEquals(Trainings.weights(first), Trainings.weights(run));
    }

    @Test
    void dataWithoutTestFilesAreToldAndGiveNoTestReport() {
        Path data = SmallMnist.withoutTest(scratch.resolve("data"));
        Cli.Result result = Trainings.train(scratch.resolve("run"), "--data", data);
        assertTrue(result.printed().startsWith("Validation accuracy "), result.out());
        result.lastLineNames(data.toString(), "no test");
        assertEquals(Trainings.weights(first), Trainings.weights(scratch.resolve("run")));
    }

    @Test
    void imagesOfAnotherSizeNeedNothingButTheirData() {
        Path run = scratch.resolve("run");
        Trainings.train(run, "--data", SmallMnist.smallerImages(scratch.resolve("data")))
                .printed();
        assertEquals("400-16-10", Trainings.report(run).architecture());
    }

    @Test
    void aMissedAccuracyIsToldAfterTheReport() {
        Cli.Result missed = Trainings.train(scratch.resolve("missed"), "--min-accuracy", 1);
        assertEquals(6, missed.exitCode());
        assertTrue(missed.out().startsWith("Test accuracy "), missed.out());
        missed.lastLineNames(
                "--min-accuracy",
                String.valueOf(Trainings.report(first).test().orElseThrow().accuracy()));
        assertTrue(Files.exists(scratch.resolve("missed/model.safetensors")));
        Trainings.train(scratch.resolve("met"), "--min-accuracy", 0.5).printed();
    }

    @Test
    void anAccuracyThatNothingMeasuresIsRefusedBeforeTheTraining() throws IOException {
        Path run = scratch.resolve("run");
        Trainings.train(run, "--no-test", "--validation", 0, "--min-accuracy", 0.5)
                .refuses(2, "nn: --min-accuracy", "--no-test", "--validation 0");
        assertFalse(Files.exists(run));
        Path data = Files.createDirectory(scratch.resolve("trainOnly"));
        for (String name : List.of("train-images-idx3-ubyte", "train-labels-idx1-ubyte")) {
            Files.copy(SmallMnist.raw().resolve(name), data.resolve(name));
        }
        Trainings.train(run, "--data", data, "--validation", 0, "--min-accuracy", 0.5)
                .refuses(2, "nn: --min-accuracy", "--no-test", "--validation 0");
        assertFalse(Files.exists(run));
    }

    @Test
    void aDirectoryThatHoldsARunIsRefusedWithoutForce() throws IOException {
        byte[] model = Files.readAllBytes(first.resolve("model.safetensors"));
        Trainings.train(first, "--seed", 2)
                .refuses(7, "nn: " + first + ": ", "already holds a run", "--force", "--resume");
        assertEquals(7, CommandsTest.contents(first).size());
        assertTrue(java.util.Arrays.equals(model, Files.readAllBytes(first.resolve("model.safetensors"))));
    }

    @Test
    void forceReplacesTheRun() {
        Path run = scratch.resolve("run");
        Trainings.train(run, "--seed", 2).printed();
        Trainings.train(run, "--seed", 1, "--force").printed();
        assertEquals(Trainings.weights(first), Trainings.weights(run));
    }

    @Test
    void whatCannotBeARunDirectoryIsRefusedBeforeTheTraining() throws IOException {
        Path file = Files.writeString(scratch.resolve("file"), "text");
        Trainings.train(file).refuses(7, "nn: " + file, "; ");
        Trainings.train(file.resolve("below")).refuses(7, "nn: " + file, "; ");
        assertEquals("text", Files.readString(file));
    }

    @Test
    void parentsOfTheRunDirectoryAreMade() {
        Path run = scratch.resolve("a/b/c");
        Trainings.train(run, "--epochs", 1).printed();
        assertTrue(Files.exists(run.resolve("report.json")));
    }
}
