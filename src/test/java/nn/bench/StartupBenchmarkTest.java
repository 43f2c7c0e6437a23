package nn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import nn.NnException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A shell script replaces the program. */
class StartupBenchmarkTest {

    @TempDir
    private Path scratch;

    private Path launcher(String script) throws IOException {
        return Launchers.script(scratch, "pwd >>" + scratch + "/places\n" + script);
    }

    private Path endlessTraining() throws IOException {
        return launcher("echo \"$@\" >>" + scratch + "/commands\n" + """
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
        assertEquals(
                List.of(
                        new StartupBenchmark.Row("nn --help", "end", 0.25, new Spread(0.09375, 0.0625, 0.125, 2)),
                        new StartupBenchmark.Row(
                                "nn predict digit.png", "end", 0.5, new Spread(0.40625, 0.375, 0.4375, 2)),
                        new StartupBenchmark.Row(
                                "nn train --preset fast", "first step", 2, new Spread(1.5, 1.25, 1.75, 2))),
                result.commands());
        assertEquals(2, result.rounds());
    }

    @Test
    void whatIsTimedIsWhatTheTableSays() throws IOException {
        StartupBenchmark.measure(endlessTraining(), Path.of("some", "data"), 1);
        Path place = Path.of(Files.readAllLines(scratch.resolve("places")).get(0));
        List<String> round = List.of(
                "--help",
                "predict " + place.resolve("digit.png"),
                "train --preset fast --verbose --data some/data --no-test --force --out " + place.resolve("run"));
        List<String> commands = Files.readAllLines(scratch.resolve("commands"));
        assertEquals(round, commands.subList(0, 3));
        assertEquals(round, commands.subList(3, commands.size()), "in turn");
    }

    @Test
    void thePictureIsADarkOneOnLightPaper() throws IOException {
        BufferedImage picture = ImageIO.read(StartupBenchmark.picture(scratch).toFile());
        assertEquals(List.of(28, 28), List.of(picture.getWidth(), picture.getHeight()));
        StringBuilder middle = new StringBuilder();
        for (int x = 0; x < 28; x++) {
            middle.append(picture.getRaster().getSample(x, 14, 0) == 0 ? '#' : '.');
        }
        assertEquals(".............###............", middle.toString());
        assertEquals(255, picture.getRaster().getSample(14, 3, 0));
    }

    @Test
    void aTrainingThatEndsBeforeItsFirstStepIsNoMeasurement() throws IOException {
        Path launcher = launcher("echo 'nn: nothing to do' >&2");
        String message = assertThrows(NnException.class, () -> StartupBenchmark.measure(launcher, scratch, 1))
                .getMessage();
        assertTrue(
                message.contains("train --preset fast") && message.contains("ended without saying what was waited for"),
                message);
    }

    @ParameterizedTest
    @CsvSource({"3, BAD_INPUT", "4, BAD_CHECKPOINT", "7, ENVIRONMENT", "1, ENVIRONMENT", "99, ENVIRONMENT"})
    void theFailureIsOfTheKindThatTheProgramSays(int exitCode, NnException.Kind kind) throws IOException {
        Path launcher = launcher("exit " + exitCode);
        NnException failure = assertThrows(NnException.class, () -> StartupBenchmark.measure(launcher, scratch, 1));
        assertEquals(kind, failure.kind());
        assertTrue(
                failure.getMessage().contains("failed with exit code " + exitCode + " (nothing on its error stream)"),
                failure.getMessage());
    }

    @Test
    void aProgramThatFailsIsNoMeasurement() throws IOException {
        Path launcher = launcher("echo 'nn: no disk' >&2; exit 7");
        String message = assertThrows(NnException.class, () -> StartupBenchmark.measure(launcher, scratch, 1))
                .getMessage();
        assertTrue(message.contains("--help' failed with exit code 7 (nn: no disk)"), message);
    }

    @Test
    void noProcessIsStartedOnceTheMeasurementEnds() throws IOException {
        ProcessTimer timer = new ProcessTimer(launcher("exit 0\n"), Stopwatch.SYSTEM);
        timer.seconds(List.of());
        timer.close();
        assertFalse(Files.exists(timer.scratch()));
        // Made again, because a process that starts before the removal would find it.
        Files.createDirectory(timer.scratch());
        assertThrows(NnException.class, () -> timer.seconds(List.of()));
        assertEquals(1, Files.readAllLines(scratch.resolve("places")).size());
        timer.close();
    }
}
