package nn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nn.NnException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a shell script in the place of the program. */
class StartupBenchmarkTest {

    @TempDir
    private Path scratch;

    private Path launcher(String script) throws IOException {
        return Launchers.script(scratch, "pwd >>" + scratch + "/places\n" + script);
    }

    private Path endlessTraining() throws IOException {
        return launcher("""
                [ "$1" = train ] || exit 0
                echo "nn: 60000 images" >&2
                echo "nn: first step made" >&2
                exec sleep 60
                """);
    }

    @Test
    void aTrainingIsEndedAtItsFirstStepAndNothingIsLeftBehind() throws IOException {
        StartupBenchmark.Result result = StartupBenchmark.measure(endlessTraining(), scratch, 2);
        assertTrue(result.commands().get(2).seconds().most() < 50, result.toString());
        List<String> places = Files.readAllLines(scratch.resolve("places"));
        assertEquals(9, places.size(), "three commands, each three times");
        assertFalse(Files.exists(Path.of(places.get(0))), "the temporary directory is removed");
    }

    @Test
    void eachCommandHasItsOwnTimesWithTheFirstApart() throws IOException {
        FakeClock clock = FakeClock.measuring(0.25, 0.5, 2, 0.125, 0.375, 1.25, 0.0625, 0.4375, 1.75);
        StartupBenchmark.Result result = StartupBenchmark.measure(endlessTraining(), scratch, 2, clock.stopwatch());
        clock.assertUsedUp();
        assertEquals(List.of(new StartupBenchmark.Row("nn --help", "end", 0.25, new Spread(0.09375, 0.0625, 0.125, 2)),
                new StartupBenchmark.Row("nn predict digit.png", "end", 0.5, new Spread(0.40625, 0.375, 0.4375, 2)),
                new StartupBenchmark.Row("nn train --preset fast", "first step", 2, new Spread(1.5, 1.25, 1.75, 2))),
                result.commands());
        assertEquals(2, result.rounds());
    }

    @Test
    void aProgramThatFailsIsNoMeasurement() throws IOException {
        Path launcher = launcher("echo 'nn: no disk' >&2; exit 7");
        String message = assertThrows(NnException.class, () -> StartupBenchmark.measure(launcher, scratch, 1)).getMessage();
        assertTrue(message.contains("--help' failed with exit code 7 (nn: no disk)"), message);
    }
}
