package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nn.PlainEvaluation;
import nn.checkpoint.Checkpoint;
import nn.data.DataSet;
import nn.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn train --refit} where the networks trained again would be a bad model. */
class RefitTest {

    private static final String TOO_LITTLE = "nn: --refit: left out, because too little of --time-limit is left for it";

    @TempDir
    private Path scratch;

    private static int errors(Path run, String file, DataSet examples) {
        return new PlainEvaluation(
                        Checkpoint.readClassifier(run.resolve(file + ".safetensors"))
                                .members(),
                        examples)
                .errors();
    }

    private static void assertModelIsTheNetworkBefore(Path run) {
        Report report = Trainings.report(run);
        assertFalse(report.refit());
        Checkpoint before = Checkpoint.read(run.resolve("member-1.safetensors"));
        assertEquals(before.weightsDigest(), report.weightsDigest());
        assertEquals(
                before.weightsDigest(),
                Checkpoint.read(run.resolve("model.safetensors")).weightsDigest());
        assertTrue(Trainings.config(run).training().course().refit());
    }

    @Test
    void aTimeThatIsTooShortLeavesOutTheRefitAndSaysSo() throws IOException {
        Path run = scratch.resolve("run");
        Cli.Result result = Trainings.train(run, "--refit", "--time-limit", "1ms", "-q");
        assertFalse(result.printed().contains("again"), result::out);
        assertTrue(result.errorLines().contains(TOO_LITTLE), result::err);
        assertModelIsTheNetworkBefore(run);
        String weights = Trainings.weights(run);
        Files.delete(run.resolve("report.json"));
        result = Cli.run("train", "--resume", run);
        assertFalse(result.printed().contains("again"), result::out);
        assertTrue(result.errorLines().contains(TOO_LITTLE), result::err);
        assertEquals(weights, Trainings.weights(run));
    }

    /** One step on half of the images, at a high rate. */
    @Test
    void aTrainingWithoutTimeForEachImageIsCalledPoor() {
        Cli.Result result = Trainings.train(
                scratch.resolve("run"),
                "--time-limit",
                "1ms",
                "--batch-size",
                500,
                "--schedule",
                "constant",
                "--learning-rate",
                0.05,
                "-q");
        result.printed();
        result.lastLineNames(
                "nn: warning: --time-limit: a network was trained on only 500 of 1000 images, so its answers are poor; give it more time");
        assertEquals(
                "",
                Trainings.train(scratch.resolve("longer"), "--time-limit", "1h", "-q")
                        .err());
    }

    @Test
    void aTrainingWithoutTimeToLearnAnythingIsAdvisedOnce() {
        Cli.Result result = Trainings.train(scratch.resolve("run"), "--time-limit", "1ms", "-q");
        result.printed();
        result.lastLineNames(
                " of 300 images are right, which one answer to all would be too, so nothing was learned; give it a longer --time-limit; ");
        assertFalse(result.err().contains("poor"), result::err);
    }

    /** The rate rises in the few epochs of the refit to what ruins a network. */
    @Test
    void aRefitThatFailsIsNotTheModel() throws IOException {
        Path run = scratch.resolve("run");
        Cli.Result result = Trainings.train(
                run, RuinedRun.flags(5, RuinedRun.EPOCHS, "--refit").toArray());
        assertFalse(result.printed().contains("again"), result::out);
        DataSet all = SmallMnist.train(0, SmallMnist.TRAIN);
        int before = errors(run, "member-1", all);
        int after = errors(run, "refit-1", all);
        assertTrue(after > before, after + " after, " + before + " before");
        String message =
                "nn: --refit: %d of the 1200 training images are wrong after it, and %d before; the model is from before"
                        .formatted(after, before);
        assertTrue(result.errorLines().contains(message), result::err);
        assertModelIsTheNetworkBefore(run);
        List<HistoryRow> history = HistoryRow.of(run);
        assertTrue(history.get(history.size() - 1).refit(), "its epochs are recorded");
    }
}
