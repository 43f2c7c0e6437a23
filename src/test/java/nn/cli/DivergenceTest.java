package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import nn.checkpoint.Checkpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings whose loss becomes NaN or infinite. */
class DivergenceTest {

    @TempDir
    private Path scratch;

    /** The learning rate rises through the whole run, and becomes too high for a linear network in the second epoch. */
    private static Cli.Result diverge(Path run) {
        return Trainings.train(
                run,
                "--hidden",
                "16,16,16",
                "--activation",
                "identity",
                "--optimizer",
                "sgd",
                "--learning-rate",
                1.2,
                "--warmup",
                0.9,
                "--epochs",
                10,
                "--checkpoint-interval",
                1);
    }

    @Test
    void theLastGoodModelIsKept() {
        Path run = scratch.resolve("run");
        Cli.Result result = diverge(run);
        assertEquals(5, result.exitCode(), result::toString);
        assertEquals("", result.out());
        int best = HistoryRow.best(HistoryRow.of(run)).epoch();
        result.lastLineNames(
                "nn: " + run + ": the loss or a weight became NaN or infinite at step ",
                " of epoch ",
                "; try a --learning-rate below 1.2",
                "model.safetensors has the best parameters, from epoch " + best);
        assertEquals(
                best,
                Checkpoint.read(run.resolve("model.safetensors")).provenance().bestEpoch());
        assertTrue(Cli.run("eval", "--model", run.resolve("model.safetensors"), "--data", SmallMnist.raw())
                .printed()
                .startsWith("Test accuracy "));
        assertFalse(Files.exists(run.resolve("report.json")));
    }

    @Test
    void goingOnDivergesAgainAtTheSamePlace() {
        Path run = scratch.resolve("run");
        Cli.Result first = diverge(run);
        Cli.Result again = Cli.run("train", "--resume", run);
        assertEquals(5, again.exitCode(), again::toString);
        again.lastLineNames(first.errorLines().get(first.errorLines().size() - 1));
    }

    @Test
    void oneThatDivergesAtOnceLeavesNoModel() {
        Path run = scratch.resolve("run");
        Cli.Result result = Trainings.train(run, "--learning-rate", 1e30, "--optimizer", "sgd");
        assertEquals(5, result.exitCode(), result::toString);
        result.lastLineNames("of epoch 1; try a --learning-rate below 1.0E30");
        assertFalse(result.err().contains("model.safetensors"), result::err);
        assertFalse(Files.exists(run.resolve("model.safetensors")));
    }

    /** A lower learning rate would not help. */
    @Test
    void theAdviceIsByTheCause() {
        Cli.Result init = Trainings.train(scratch.resolve("init"), "--init", 1e30, "--hidden", "16,16");
        assertEquals(5, init.exitCode(), init::toString);
        init.lastLineNames("; try --init he, because weights start too large with 1.0E30");
        Cli.Result decay = Trainings.train(
                scratch.resolve("decay"), "--optimizer", "sgd", "--learning-rate", 0.1, "--weight-decay", 1e6);
        assertEquals(5, decay.exitCode(), decay::toString);
        decay.lastLineNames(
                "; try a --weight-decay below 1000000.0, because each step multiplies weights by 1 - 1.00e+05");
    }

    @Test
    void aNetworkThatLearnedNothingIsSaid() {
        Cli.Result constant = Trainings.train(scratch.resolve("zero"), "--init", 0, "--activation", "relu");
        assertEquals(0, constant.exitCode());
        constant.lastLineNames(
                "zero: all 300 images got the answer ",
                ", so nothing was learned; try a --learning-rate ten times below or above 0.002, --init he instead of 0");
        Cli.Result slow = Trainings.train(
                scratch.resolve("slow"), "--learning-rate", 1e-12, "--init", 0.01, "--optimizer", "sgd");
        slow.lastLineNames("so nothing was learned; ");
        assertFalse(Trainings.train(scratch.resolve("good")).err().contains("nothing was learned"));
    }

    /** The first step's loss is finite, but the weights after it are not. */
    @Test
    void ruinedWeightsAreADivergenceAlsoWhenItIsTimeToSave() {
        Path run = scratch.resolve("run");
        Cli.Result result =
                Trainings.train(run, "--learning-rate", 1e39, "--optimizer", "sgd", "--checkpoint-interval", 1);
        assertEquals(5, result.exitCode(), result::toString);
        result.lastLineNames("nn: " + run + ": ", " of epoch 1; try a --learning-rate below 1.0E39");
        assertFalse(Files.exists(run.resolve("last.safetensors")));
    }

    @Test
    void aBenchmarkThatDivergesIsToldToo() {
        Cli.run(
                        "bench",
                        "train",
                        "--data",
                        SmallMnist.raw(),
                        "--limit",
                        600,
                        "--hidden",
                        16,
                        "--learning-rate",
                        1e30,
                        "--optimizer",
                        "sgd",
                        "--threads",
                        1)
                .refuses(5, "the loss or a weight became NaN or infinite", "; try a lower --learning-rate");
    }
}
