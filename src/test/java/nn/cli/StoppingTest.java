package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nn.checkpoint.Checkpoint;
import nn.checkpoint.RunState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Trainings that are stopped in the middle of an epoch and resumed. They save after each step, so that they run long enough
 * to be stopped. After the resume they save as usual.
 */
class StoppingTest {

    private static final List<String> FILES = List.of(
            ".nn-lock",
            "config.json",
            "history.csv",
            "last.safetensors",
            "model.safetensors",
            "report.html",
            "report.json");

    @TempDir
    private static Path base;

    private static String uninterrupted;

    @TempDir
    private Path scratch;

    @BeforeAll
    static void train() {
        Path run = base.resolve("run");
        assertEquals(0, Cli.run(command(run, "60s")).exitCode());
        uninterrupted = Trainings.weights(run);
    }

    private static Object[] command(Path run, String interval) {
        return Trainings.command(
                run,
                "--hidden",
                64,
                "--epochs",
                20,
                "--batch-size",
                16,
                "--limit",
                600,
                "--dropout",
                0.1,
                "--averaging",
                0.99,
                "--checkpoint-interval",
                interval);
    }

    /** A training that has saved in the middle of its first epoch. */
    private ChildNn start(Path run) throws InterruptedException {
        ChildNn child = ChildNn.start(Path.of(""), List.of(), command(run, "1"));
        child.await(() -> Files.exists(run.resolve("last.safetensors")));
        return child;
    }

    @ParameterizedTest
    @CsvSource({"INT,2,130", "TERM,15,143", "HUP,1,129"})
    void aSignalStopsItWithEverythingSaved(String signal, int number, int exitCode) throws Exception {
        assumeFalse(ChildNn.ignores(number), "who started the tests has this signal ignored");
        Path run = scratch.resolve("run");
        try (ChildNn child = start(run)) {
            child.signal(signal);
            Cli.Result result = child.result();
            assertEquals(exitCode, result.exitCode(), result::toString);
            assertEquals("", result.out());
            result.lastLineNames("stopped and saved in epoch ", " of 20; ", "nn train --resume " + run);
        }
        assertFalse(Files.exists(run.resolve("report.json")));
        assertResumes(run);
    }

    @Test
    void theSecondSignalStopsItAtOnce() throws Exception {
        Path run = scratch.resolve("run");
        try (ChildNn child = start(run)) {
            // The process is paused, so that it gets both signals at once.
            child.signal("STOP");
            child.signal("TERM");
            child.signal("HUP");
            child.signal("CONT");
            int exitCode = child.result().exitCode();
            assertTrue(exitCode == 143 || exitCode == 129, () -> "exit code " + exitCode);
        }
        assertResumes(run);
    }

    @Test
    void aKilledOneGoesOnFromWhatItSaved() throws Exception {
        Path run = scratch.resolve("run");
        for (int kill = 0; kill < 2; kill++) {
            long saved = Files.exists(run.resolve("last.safetensors")) ? step(run) : 0;
            try (ChildNn child = kill == 0
                    ? start(run)
                    : ChildNn.start(Path.of(""), List.of(), "train", "--resume", run, "--checkpoint-interval", 1)) {
                child.await(() -> step(run) > saved + 20);
                child.signal("KILL");
                assertEquals(137, child.result().exitCode());
            }
        }
        assertTrue(
                CommandsTest.contents(run).size() <= 6,
                () -> "at most one temporary file: " + CommandsTest.contents(run));
        assertResumes(run);
    }

    @Test
    void aSecondTrainingInItsDirectoryIsRefusedWhileItRuns() throws Exception {
        Path run = scratch.resolve("run");
        try (ChildNn child = start(run)) {
            Cli.run(command(run, "60s")).refuses(7, "nn: " + run + ": already holds a run");
            Trainings.train(run, "--force").refuses(7, "nn: " + run + ": process ", "is training into this directory");
            Cli.run("train", "--resume", run)
                    .refuses(7, "nn: " + run + ": process ", "is training into this directory");
            child.signal("TERM");
            assertEquals(143, child.result().exitCode());
        }
        assertResumes(run);
    }

    private static long step(Path run) {
        return RunState.read(run.resolve("last.safetensors")).state().step();
    }

    private static void assertResumes(Path run) {
        assertTrue(step(run) > 0 && step(run) < 20 * 32, "it was stopped on its way");
        Cli.run("train", "--resume", run).printed();
        assertEquals(uninterrupted, Trainings.weights(run));
        assertEquals(
                uninterrupted, Checkpoint.read(run.resolve("model.safetensors")).weightsDigest());
        assertEquals(FILES, CommandsTest.contents(run));
    }
}
