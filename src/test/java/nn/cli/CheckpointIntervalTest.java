package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nn.checkpoint.RunState;
import nn.run.CheckpointInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class CheckpointIntervalTest {

    @TempDir
    private Path scratch;

    private static CheckpointInterval of(String text) {
        return new IntervalConverter().convert(text);
    }

    @Test
    void isATimeOrANumberOfSteps() {
        assertEquals(new CheckpointInterval(0, 200_000_000L), of("200ms"));
        assertEquals(new CheckpointInterval(0, 30_000_000_000L), of("30s"));
        assertEquals(new CheckpointInterval(0, 300_000_000_000L), of("5m"));
        assertEquals(new CheckpointInterval(0, 3_600_000_000_000L), of("1h"));
        assertEquals(new CheckpointInterval(1000, 0), of("1000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0s", "-1", "1d", "9999999s", "s", "1.5s", "1 s", "01", "9999999999", "٣s"})
    void isNothingElse(String text) {
        assertThrows(TypeConversionException.class, () -> of(text));
    }

    @Test
    void isDueAfterSoManyStepsOrSoMuchTime() {
        assertFalse(of("3").due(2, Long.MAX_VALUE));
        assertTrue(of("3").due(3, 0));
        assertFalse(of("1s").due(Long.MAX_VALUE, 999_999_999));
        assertTrue(of("1s").due(1, 1_000_000_000));
    }

    /**
     * A training that diverges in its only epoch leaves the last saved state. Without such states, a power failure would lose
     * everything.
     */
    @Test
    void aStateIsSavedAfterEachSoManyStepsInTheMiddleOfAnEpoch() {
        diverge("none");
        assertFalse(Files.exists(scratch.resolve("none/last.safetensors")));
        int stepsMade = diverge("every-five", "--checkpoint-interval", 5) - 1;
        RunState saved = RunState.read(scratch.resolve("every-five/last.safetensors"));
        assertEquals(0, saved.state().finishedEpochs());
        long step = saved.state().step();
        int lastDue = stepsMade / 5 * 5;
        // The last step may have ruined the weights, and then it is not saved.
        assertTrue(step == lastDue || stepsMade == lastDue && step == lastDue - 5, () -> step + " after " + stepsMade);
    }

    /** Returns the step, from 1, whose loss was not finite. */
    private int diverge(String name, Object... flags) {
        List<Object> all = new ArrayList<>(List.of(
                "--hidden",
                "16,16,16",
                "--activation",
                "identity",
                "--optimizer",
                "sgd",
                "--learning-rate",
                2,
                "--warmup",
                0.9,
                "--epochs",
                1,
                "--batch-size",
                16));
        all.addAll(List.of(flags));
        Cli.Result result = Trainings.train(scratch.resolve(name), all.toArray());
        assertEquals(5, result.exitCode(), result::toString);
        Matcher step = Pattern.compile(" at step ([0-9]+) of epoch 1; ").matcher(result.err());
        assertTrue(step.find(), result::err);
        return Integer.parseInt(step.group(1));
    }
}
