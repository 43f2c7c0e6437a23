package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code runs/latest} is only for runs that nn named. A run in a directory of the user's choice moves no link. */
class LatestLinkTest {

    @TempDir
    private Path scratch;

    private Path runs;
    private Path link;

    @BeforeEach
    void makeRuns() throws IOException {
        runs = Files.createDirectory(scratch.resolve("runs"));
        link = runs.resolve("latest");
    }

    private void train(Path run) {
        Trainings.train(run, "--epochs", 1, "--limit", 300, "--no-test").printed();
    }

    /** Otherwise another model would answer from then on. */
    @Test
    void aRunWithOutLeavesTheLinkWhereItLeads() throws IOException {
        Files.createSymbolicLink(link, Path.of("20260101T000000Z-fast"));
        train(runs.resolve("mine"));
        train(runs.resolve("20260102T000000Z-fast"));
        assertEquals(Path.of("20260101T000000Z-fast"), Files.readSymbolicLink(link));
    }

    @Test
    void aRunWithOutMakesNoLinkBesideIt() {
        train(runs.resolve("mine"));
        assertFalse(Files.exists(link, LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void aRunThatIsResumedInAChosenPlaceMakesNoLinkBesideIt() throws IOException {
        train(runs.resolve("mine"));
        Files.delete(runs.resolve("mine/report.json"));
        Cli.run("train", "--resume", runs.resolve("mine")).printed();
        assertFalse(Files.exists(link, LinkOption.NOFOLLOW_LINKS));
    }

    /** The newest model that is of use goes on to answer. */
    @ParameterizedTest
    @CsvSource({
        "1e-9,20260101T000000Z-fast,so nothing was learned; ",
        "0.01,[0-9]{8}T[0-9]{6}Z-default,epoch",
    })
    void onlyANetworkThatLearnedSomethingBecomesTheNewest(double learningRate, String leadsTo, String said)
            throws Exception {
        Files.createSymbolicLink(link, Path.of("20260101T000000Z-fast"));
        try (ChildNn child = ChildNn.start(
                scratch,
                List.of(),
                "train",
                "--data",
                SmallMnist.raw(),
                "--hidden",
                16,
                "--epochs",
                4,
                "--no-test",
                "--learning-rate",
                learningRate)) {
            Cli.Result result = child.result();
            assertEquals(0, result.exitCode(), result::toString);
            assertTrue(result.err().contains(said), result::err);
            assertEquals(
                    said.startsWith("so"), result.err().contains("; runs/latest does not lead to it\n"), result::err);
        }
        assertTrue(Files.readSymbolicLink(link).toString().matches(leadsTo), leadsTo);
    }

    /** The first run of a directory has no older link to leave. */
    @Test
    void aNetworkThatLearnedNothingAnswersNothingWithoutALinkEither() throws Exception {
        Trainings.train(runs.resolve("20260101T000000Z-fast")).printed();
        Trainings.train(runs.resolve("20260102T000000Z-fast"), "--learning-rate", 1e-9)
                .printed();
        try (ChildNn child = ChildNn.start(scratch, List.of(), "eval", "--data", SmallMnist.raw())) {
            Cli.Result result = child.result();
            assertTrue(result.err().contains("runs/20260101T000000Z-fast/model.safetensors"), result::toString);
        }
    }
}
