package nn.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nn.checkpoint.Checkpoint;
import nn.data.InputKind;
import nn.report.Report;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn train --inputs}, and the models that it makes. */
class InputsTest {

    @TempDir
    private static Path base;

    private static Path run;

    @TempDir
    private Path scratch;

    @BeforeAll
    static void train() {
        run = base.resolve("run");
        Trainings.train(run, "--inputs", "gradients", "--epochs", 12, "--learning-rate", 0.01)
                .printed();
    }

    private static Path model(Path ofRun) {
        return ofRun.resolve("model.safetensors");
    }

    @Test
    void aNetworkOnGradientsReadsThemAndNotPixels() {
        Report report = Trainings.report(run);
        assertEquals("392-16-10", report.architecture());
        assertTrue(
                report.test().orElseThrow().accuracy() > 0.85,
                report.test().orElseThrow().errors() + " wrong");
    }

    @Test
    void aSavedModelIsMeasuredAsInItsTraining() {
        JsonNode test = Cli.run("eval", "--model", model(run), "--data", SmallMnist.raw(), "--json")
                .json()
                .get("test");
        assertEquals(
                Trainings.report(run).test().orElseThrow().errors(),
                test.get("errors").asInt());
        assertEquals(
                Trainings.report(run).test().orElseThrow().loss(),
                test.get("loss").asDouble());
    }

    @Test
    void aPictureIsAnsweredAsTheImageThatItShows() throws IOException {
        Report report = Trainings.report(run);
        int wrong = 0;
        for (int example = 0; example < 30; example++) {
            Path picture = Files.write(scratch.resolve("digit.png"), SmallMnist.testPng(example));
            String answer =
                    Cli.run("predict", "--raw", "--model", model(run), picture).printed();
            wrong += answer.startsWith(String.valueOf(SmallMnist.testLabel(example))) ? 0 : 1;
        }
        assertEquals(
                report.test().orElseThrow().mistakes().stream()
                        .filter(mistake -> mistake.index() < 30)
                        .count(),
                wrong);
    }

    @Test
    void inspectTellsWhatIsRead() {
        String text = Cli.run("inspect", model(run)).printed();
        assertTrue(text.contains("392-16-10, relu, identity, reads gradient directions\n"), text);
        assertTrue(text.contains("\"inputs\": [\"gradients\"]"), text);
    }

    @Test
    void theConfigurationOfTheRunMakesTheSameWeights() {
        Path again = scratch.resolve("again");
        Cli.run("train", "--config", run.resolve("config.json"), "--out", again).printed();
        assertEquals(Trainings.weights(run), Trainings.weights(again));
    }

    @Test
    void aResumedRunComesToTheSameWeights() throws IOException {
        Path whole = scratch.resolve("whole");
        Trainings.train(whole, "--inputs", "both", "--schedule", "constant", "--warmup", 0, "--epochs", 3)
                .printed();
        Path parts = scratch.resolve("parts");
        Trainings.train(parts, "--inputs", "both", "--schedule", "constant", "--warmup", 0, "--epochs", 1)
                .printed();
        Cli.run("train", "--resume", parts, "--epochs", 3).printed();
        assertEquals("1176-16-10", Trainings.report(whole).architecture());
        assertEquals(Trainings.weights(whole), Trainings.weights(parts));
    }

    @Test
    void aRunDoesNotGoOnWithOtherInputs() {
        Cli.run("train", "--resume", run, "--inputs", "both").refuses(2, "inputs is both, the run's is gradients");
    }

    @Test
    void pixelsLeaveTheFilesAsTheyWere() throws IOException {
        Path pixels = scratch.resolve("pixels");
        Path silent = scratch.resolve("silent");
        Trainings.train(pixels, "--inputs", "pixels").printed();
        Trainings.train(silent).printed();
        assertArrayEquals(
                Files.readAllBytes(silent.resolve("config.json")), Files.readAllBytes(pixels.resolve("config.json")));
        assertEquals(Trainings.weights(silent), Trainings.weights(pixels));
        assertFalse(Files.readString(silent.resolve("config.json")).contains("\"inputs\""));
    }

    @Test
    void theNetworksOfACommitteeTakeTurns() {
        Path committee = scratch.resolve("committee");
        Trainings.train(committee, "--members", 3, "--inputs", "gradients,both").printed();
        assertEquals(
                List.of(InputKind.GRADIENTS, InputKind.BOTH, InputKind.GRADIENTS),
                Checkpoint.readClassifier(model(committee)).inputs());
        assertEquals("392-16-10 and 1176-16-10", Trainings.report(committee).architecture());
        JsonNode test = Cli.run("eval", "--model", model(committee), "--data", SmallMnist.raw(), "--json")
                .json()
                .get("test");
        assertEquals(
                Trainings.report(committee).test().orElseThrow().loss(),
                test.get("loss").asDouble());
    }

    @Test
    void aPresetsCommitteeMayBeMadeSmaller() {
        Path two = scratch.resolve("two");
        Cli.run(
                        "train",
                        "--preset",
                        "committee",
                        "--members",
                        2,
                        "--hidden",
                        8,
                        "--epochs",
                        1,
                        "--data",
                        SmallMnist.raw(),
                        "--out",
                        two)
                .printed();
        assertEquals(
                List.of(InputKind.GRADIENTS, InputKind.BOTH),
                Checkpoint.readClassifier(model(two)).inputs());
    }

    @Test
    void aBenchmarkMeasuresOneNetwork() {
        Cli.run("bench", "train", "--inputs", "gradients,both", "--data", SmallMnist.raw())
                .refuses(2, "--inputs has 2 kinds");
        Cli.run("bench", "accuracy", "--inputs", "gradients,both", "--data", SmallMnist.raw())
                .refuses(2, "--inputs has 2 kinds");
    }

    @Test
    void anUnknownKindIsAUsageError() {
        Trainings.train(scratch.resolve("x"), "--inputs", "wavelets")
                .refuses(2, "--inputs", "wavelets", "pixels, gradients");
        Trainings.train(scratch.resolve("x"), "--inputs", "gradients,both")
                .refuses(2, "--inputs is gradients,both", "--members 1");
        Cli.run("train", "--inputs", "").refuses(2, "--inputs");
    }
}
