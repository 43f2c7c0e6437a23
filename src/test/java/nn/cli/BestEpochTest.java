package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nn.checkpoint.Checkpoint;
import nn.eval.Evaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A model file holds the network of the best epoch on validation, even if later epochs are far worse. */
class BestEpochTest {

    @TempDir
    private Path scratch;

    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of(RuinedRun.one(), "model", 1),
                Arguments.of(RuinedRun.committee(), "member-1", 1),
                Arguments.of(RuinedRun.committee(), "member-2", 2));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void aRunKeepsItsBestEpochNotItsLast(RuinedRun run, String file, int member) {
        List<HistoryRow> epochs = run.history(member, false);
        assertEquals(RuinedRun.EPOCHS, epochs.size());
        assertIsBestOf(epochs, run.file(file), run.validationFiles());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theHistoryMarksEachEpochThatWasBetterThanAllBefore(RuinedRun run, String file, int member) {
        List<HistoryRow> epochs = run.history(member, false);
        for (int epoch = 0; epoch < epochs.size(); epoch++) {
            List<HistoryRow> soFar = epochs.subList(0, epoch + 1);
            assertEquals(
                    HistoryRow.best(soFar).epoch() == epoch + 1,
                    epochs.get(epoch).best(),
                    soFar::toString);
        }
    }

    @Test
    void theReportNamesTheBestEpoch() {
        assertEquals(
                HistoryRow.best(RuinedRun.one().history(1, false)).epoch(),
                RuinedRun.one().report().bestEpoch());
    }

    /** A deep linear network: its rising learning rate makes an epoch bad before a later one diverges. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.9})
    void aRunThatDivergesKeepsItsBestEpoch(double averaging) {
        Path run = scratch.resolve("run");
        Cli.Result result = Trainings.train(
                run,
                "--hidden",
                "16,16,16",
                "--activation",
                "identity",
                "--optimizer",
                "sgd",
                "--learning-rate",
                1,
                "--warmup",
                0.9,
                "--schedule",
                "constant",
                "--epochs",
                30,
                "--averaging",
                averaging);
        assertEquals(5, result.exitCode(), result::toString);
        List<HistoryRow> epochs = HistoryRow.of(run);
        result.lastLineNames("model.safetensors has the best parameters, from epoch "
                + HistoryRow.best(epochs).epoch());
        assertIsBestOf(epochs, run.resolve("model.safetensors"), RuinedRun.one().validationFiles());
    }

    /** Stopped or killed after the learning rate has ruined it. It cannot recover, because the rate only rises. */
    @ParameterizedTest
    @CsvSource({"TERM, 15, 143, 0.5", "KILL, 9, 137, 0"})
    void aRunThatIsStoppedKeepsItsBestEpoch(String signal, int number, int exitCode, double averaging)
            throws Exception {
        assumeFalse(ChildNn.ignores(number), "who started the tests has this signal ignored");
        Path run = scratch.resolve("run");
        Object[] flags = RuinedRun.flags(37, 60, "--averaging", averaging, "--checkpoint-interval", 1)
                .toArray();
        try (ChildNn child = ChildNn.start(Path.of(""), List.of(), Trainings.command(run, flags))) {
            child.await(() -> Files.exists(run.resolve("history.csv"))
                    && HistoryRow.of(run).size() >= RuinedRun.EPOCHS);
            child.signal(signal);
            assertEquals(exitCode, child.result().exitCode());
        }
        assertIsBestOf(
                HistoryRow.of(run),
                run.resolve("model.safetensors"),
                RuinedRun.one().validationFiles());
    }

    /** Measured by {@code nn eval}. The last epoch must be far worse, or the test would show nothing. */
    private static void assertIsBestOf(List<HistoryRow> epochs, Path model, Path validation) {
        HistoryRow best = HistoryRow.best(epochs);
        HistoryRow last = epochs.get(epochs.size() - 1);
        assertTrue(last.validationErrors() > best.validationErrors(), epochs::toString);
        Evaluation measured = Trainings.eval(model, validation).test().orElseThrow();
        assertEquals(best.validationErrors(), measured.errors());
        assertEquals(best.validationAccuracy(), measured.accuracy(), 1e-6);
        assertEquals(best.validationLoss(), measured.loss(), 1e-6);
        assertNotEquals(last.validationLoss(), measured.loss(), 1e-3);
        assertEquals(best.epoch(), Checkpoint.read(model).provenance().bestEpoch());
    }
}
