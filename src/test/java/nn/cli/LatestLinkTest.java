package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
