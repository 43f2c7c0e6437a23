package nn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import nn.NnException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a shell script in the place of the program. */
class StartupBenchmarkTest {

    @TempDir
    private Path scratch;

    private Path launcher(String script) throws IOException {
        Path file = Files.writeString(scratch.resolve("nn"), "#!/bin/sh\npwd >>" + scratch + "/places\n" + script);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aTrainingIsEndedAtItsFirstStepAndNothingIsLeftBehind() throws IOException {
        Path launcher = launcher("""
                [ "$1" = train ] || exit 0
                echo "nn: 60000 images" >&2
                echo "nn: first step made" >&2
                exec sleep 60
                """);
        StartupBenchmark.Result result = StartupBenchmark.measure(launcher, scratch, 2);
        assertEquals(List.of("nn --help", "nn predict digit.png", "nn train --preset fast"),
                result.commands().stream().map(StartupBenchmark.Row::command).toList());
        for (StartupBenchmark.Row row : result.commands()) {
            assertEquals(2, row.seconds().count());
            assertTrue(row.seconds().most() < 50, row.toString());
        }
        List<String> places = Files.readAllLines(scratch.resolve("places"));
        assertEquals(9, places.size(), "three commands, each three times");
        assertFalse(Files.exists(Path.of(places.get(0))), "the temporary directory is removed");
    }

    @Test
    void aProgramThatFailsIsNoMeasurement() throws IOException {
        Path launcher = launcher("echo 'nn: no disk' >&2; exit 7");
        String message = assertThrows(NnException.class, () -> StartupBenchmark.measure(launcher, scratch, 1)).getMessage();
        assertTrue(message.contains("--help' failed with exit code 7 (nn: no disk)"), message);
    }
}
