package nn.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import nn.checkpoint.RunDirectory;
import nn.checkpoint.RunLock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code nn train --resume}, without killed processes. */
class ResumeTest {

    @TempDir
    private static Path base;

    private static Path finished;
    private static String report;

    @TempDir
    private Path scratch;

    private Path run;

    @BeforeAll
    static void train() {
        finished = base.resolve("finished");
        report = Trainings.train(finished).printed();
    }

    @BeforeEach
    void copy() throws IOException {
        run = Files.createDirectory(scratch.resolve("run"));
        for (String name : CommandsTest.contents(finished)) {
            Files.copy(finished.resolve(name), run.resolve(name));
        }
    }

    @Test
    void aFinishedRunPrintsItsReportAgain() {
        Cli.Result result = Cli.run("train", "--resume", finished);
        assertEquals(report, result.printed());
        assertEquals(
                "nn: " + finished + ": is finished, this is its report; more --epochs make it longer\n", result.err());
        assertEquals("", Cli.run("train", "--resume", finished, "-q").err());
    }

    @Test
    void aFileOfTheRunStandsForIt() {
        assertEquals(
                report,
                Cli.run("train", "--resume", finished.resolve("last.safetensors"))
                        .printed());
    }

    @Test
    void mnistIsFoundAlsoWhereTheProgramWasMoved() throws IOException {
        Path before = Files.createSymbolicLink(
                scratch.resolve("before"), Path.of("data", "mnist").toAbsolutePath());
        Path moved = scratch.resolve("moved");
        Trainings.train(moved, "--data", before, "--limit", 600, "--no-test").printed();
        Files.delete(before);
        Path again = scratch.resolve("again");
        Cli.Result repeated = Cli.run("train", "--config", moved.resolve("config.json"), "--out", again, "--no-test");
        repeated.printed();
        assertTrue(repeated.err().startsWith("nn: " + before + ": is not there any more, "), repeated::err);
        assertEquals(Trainings.weights(moved), Trainings.weights(again));
        Files.delete(moved.resolve("report.json"));
        Cli.run("train", "--resume", moved).printed();
        assertEquals(Trainings.weights(again), Trainings.weights(moved));
    }

    @Test
    void otherDataThatAreGoneAreNamed() throws IOException {
        Path before = Files.createSymbolicLink(
                scratch.resolve("before"), SmallMnist.raw().toAbsolutePath());
        Path moved = scratch.resolve("moved");
        Trainings.train(moved, "--data", before).printed();
        Files.delete(before);
        Files.delete(moved.resolve("report.json"));
        Cli.run("train", "--resume", moved).refuses(3, "nn: " + before + ": ", "--data");
        Cli.run("train", "--config", moved.resolve("config.json"), "--out", scratch.resolve("x"))
                .refuses(3, "nn: " + before + ": ", "--data");
    }

    @Test
    void aFinishedRunPrintsItsReportFileAsJson() throws IOException {
        assertEquals(
                Files.readString(finished.resolve("report.json")),
                Cli.run("train", "--resume", finished, "--json").printed());
    }

    @Test
    void aFinishedRunIsStillMeasuredAgainstTheDemandedAccuracy() {
        assertEquals(
                6, Cli.run("train", "--resume", finished, "--min-accuracy", 1).exitCode());
    }

    @Test
    void aRunThatSavedNothingStartsAgainFromItsConfiguration() throws IOException {
        remove("last.safetensors", "model.safetensors", "history.csv", "report.json");
        Cli.Result result = Cli.run("train", "--resume", run);
        assertEquals(0, result.exitCode(), result::toString);
        assertTrue(
                result.err()
                        .contains("nn: " + run
                                + ": has no saved state (last.safetensors), so the training starts again\n"),
                result::err);
        assertEquals(Trainings.weights(finished), Trainings.weights(run));
    }

    @Test
    void aRunThatDiedBeforeItsReportGetsAllItsFiles() throws IOException {
        remove("history.csv", "report.json");
        Cli.Result result = Cli.run("train", "--resume", run);
        assertEquals(report.replace(finished.toString(), run.toString()), result.printed());
        assertArrayEquals(
                Files.readAllBytes(finished.resolve("history.csv")), Files.readAllBytes(run.resolve("history.csv")));
        assertArrayEquals(
                Files.readAllBytes(finished.resolve("report.json")), Files.readAllBytes(run.resolve("report.json")));
    }

    @Test
    void moreEpochsGoOn() {
        Cli.Result result = Cli.run("train", "--resume", run, "--epochs", 3);
        assertTrue(result.printed().contains("Trained 3 epochs"), result.out());
        assertEquals(3, result.errorLines().size(), "a note, a heading and one epoch: " + result.err());
        assertEquals(
                "nn: " + run
                        + ": the epochs so far had the learning rates of a run of 2 epochs, so a new run of 3 gives other weights",
                result.errorLines().get(0));
        assertEquals(3, Trainings.report(run).epochs());
    }

    @Test
    void aRunWithMoreEpochsThatIsNotFinishedDoesNotPassForFinished() throws IOException {
        Path data = SmallMnist.gzip(scratch.resolve("data"));
        Path labels = data.resolve("t10k-labels-idx1-ubyte.gz");
        byte[] bytes = Files.readAllBytes(labels);
        Files.write(labels, new byte[1]);
        assertEquals(
                3,
                Cli.run("train", "--resume", run, "--epochs", 3, "--data", data).exitCode());
        Files.write(labels, bytes);
        Cli.Result result = Cli.run("train", "--resume", run, "--epochs", 3);
        assertTrue(result.printed().contains("Trained 3 epochs"), result.out());
    }

    @Test
    void aRefusedResumeKeepsTheReport() throws IOException {
        Files.writeString(run.resolve("last.safetensors"), "cut");
        assertEquals(4, Cli.run("train", "--resume", run, "--epochs", 3).exitCode());
        assertEquals(
                report.replace(finished.toString(), run.toString()),
                Cli.run("train", "--resume", run).printed());
    }

    @Test
    void fewerEpochsAreRefused() {
        Cli.run("train", "--resume", finished, "--epochs", 1).refuses(2, finished.toString(), "epochs is 1", "2");
    }

    @Test
    void anotherValueIsRefusedInTheWordsOfTheCommandLine() {
        Cli.run("train", "--resume", finished, "--hidden", "16,8")
                .refuses(2, finished.toString(), "hidden is 16,8, the run's is 16");
        Cli.run("train", "--resume", finished, "--activation", "tanh")
                .refuses(2, finished.toString(), "activation is tanh, the run's is relu");
    }

    @Test
    void theSameFlagsAreNoDifference() {
        assertEquals(
                report,
                Cli.run("train", "--resume", finished, "--hidden", 16, "--seed", 1, "--threads", 2)
                        .printed());
    }

    @Test
    void otherDataAreRefused() throws IOException {
        remove("report.json");
        Path data = SmallMnist.gzip(scratch.resolve("data"));
        // The same data may be read from another directory.
        Cli.run("train", "--resume", run, "--data", data).printed();
        remove("report.json");
        Path labels = SmallMnist.withoutTest(scratch.resolve("other")).resolve("train-labels-idx1-ubyte");
        byte[] bytes = Files.readAllBytes(labels);
        bytes[8] = (byte) ((bytes[8] + 1) % 10);
        Files.write(labels, bytes);
        Cli.run("train", "--resume", run, "--data", scratch.resolve("other"))
                .refuses(3, "nn: " + scratch.resolve("other") + ": ", "not the data of the run", "; ");
    }

    /** The files of two runs are mixed. To continue would give weights that no configuration gives. */
    @Test
    void theStateOfARunWithAnotherConfigurationIsRefused() throws IOException {
        Path other = scratch.resolve("other");
        Trainings.train(other, "--seed", 2).printed();
        remove("report.json");
        Files.copy(
                other.resolve("last.safetensors"),
                run.resolve("last.safetensors"),
                StandardCopyOption.REPLACE_EXISTING);
        Cli.run("train", "--resume", run)
                .refuses(
                        4,
                        "nn: " + run.resolve("last.safetensors")
                                + ": saved with another configuration: seed is 1, the run's is 2; ");
        assertArrayEquals(
                Files.readAllBytes(finished.resolve("model.safetensors")),
                Files.readAllBytes(run.resolve("model.safetensors")));
    }

    @Test
    void whatIsNoRunIsRefused() throws IOException {
        Path empty = Files.createDirectory(scratch.resolve("empty"));
        Cli.run("train", "--resume", empty).refuses(4, "nn: " + empty, "; ");
        assertEquals(List.of(), CommandsTest.contents(empty));
    }

    @Test
    void aDamagedStateIsRefusedAndTheModelIsKept() throws IOException {
        remove("report.json");
        byte[] bytes = Files.readAllBytes(run.resolve("last.safetensors"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(run.resolve("last.safetensors"), bytes);
        Cli.run("train", "--resume", run).refuses(4, "nn: " + run.resolve("last.safetensors"), "; ");
        assertArrayEquals(
                Files.readAllBytes(finished.resolve("model.safetensors")),
                Files.readAllBytes(run.resolve("model.safetensors")));
    }

    @Test
    void aRunThatAnotherProcessTrainsIsRefused() throws IOException {
        remove("report.json");
        try (RunLock lock = new RunDirectory(run).reopen()) {
            Cli.run("train", "--resume", run).refuses(7, "nn: " + run + ": ", "is training into this directory", "; ");
            Trainings.train(run, "--force").refuses(7, "nn: " + run + ": ", "is training into this directory", "; ");
            assertTrue(Files.exists(lock.directory().model()));
        }
        Cli.run("train", "--resume", run).printed();
    }

    private void remove(String... names) throws IOException {
        for (String name : names) {
            Files.delete(run.resolve(name));
        }
    }
}
