package nn.checkpoint;

import static nn.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nn.NnException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatestRunTest {

    @TempDir
    private Path runs;

    private RunDirectory run(String name, boolean finished) throws IOException {
        RunDirectory run = new RunDirectory(Files.createDirectory(runs.resolve(name)));
        Files.writeString(run.model(), name);
        if (finished) {
            Files.writeString(run.report(), "{}");
        }
        return run;
    }

    @Test
    void linkLeadsToTheRunThatFinishedLast() throws IOException {
        RunDirectory newer = run("20260102T000000Z-fast", true);
        RunDirectory older = run("20260101T000000Z-fast", true);
        LatestRun.point(newer);
        LatestRun.point(older);
        assertEquals(Path.of("20260101T000000Z-fast"), Files.readSymbolicLink(runs.resolve("latest")));
        assertEquals(Optional.of(runs.resolve("latest/model.safetensors")), LatestRun.model(runs, run -> true));
        try (Stream<Path> files = Files.list(runs)) {
            assertEquals(3, files.count(), "no temporary link is left");
        }
    }

    /** A user who chose another place with --out wants no link. */
    @Test
    void onlyARunThatIsNamedByItsTimeIsPointedAtWhenItWasResumed() throws IOException {
        LatestRun.pointIfNamedByTime(run("mine", true));
        assertFalse(Files.exists(runs.resolve("latest"), LinkOption.NOFOLLOW_LINKS));
        Files.createSymbolicLink(
                runs.resolve("link"), run("20260102T000000Z-fast", true).path());
        LatestRun.pointIfNamedByTime(new RunDirectory(runs.resolve("link")));
        assertEquals(Path.of("20260102T000000Z-fast"), Files.readSymbolicLink(runs.resolve("latest")));
        RunDirectory gone = new RunDirectory(runs.resolve("gone"));
        assertFails(Kind.ENVIRONMENT, gone.path(), "does not exist", () -> LatestRun.pointIfNamedByTime(gone));
    }

    @Test
    void withoutALinkTheNewestFinishedRunIsFoundByItsName() throws IOException {
        assertEquals(Optional.empty(), LatestRun.model(runs.resolve("none"), run -> true));
        assertEquals(Optional.empty(), LatestRun.model(runs, run -> true));
        run("20260103T000000Z-fast", false);
        run("mine", true);
        Files.delete(run("20260104T000000Z-fast", true).model());
        run("20260101T000000Z-fast", true);
        Path newest = run("20260102T000000Z-fast", true).model();
        assertEquals(Optional.of(newest), LatestRun.model(runs, run -> true));
    }

    @Test
    void aRunThatIsNotGoodIsPassedOver() throws IOException {
        Path older = run("20260101T000000Z-fast", true).model();
        RunDirectory useless = run("20260102T000000Z-fast", true);
        assertEquals(Optional.of(older), LatestRun.model(runs, run -> !run.equals(useless)));
        assertEquals(Optional.empty(), LatestRun.model(runs, run -> false));
    }

    @Test
    void linkToARunThatIsGoneFindsNothing() throws IOException {
        run("20260101T000000Z-fast", true);
        RunDirectory gone = run("20260102T000000Z-fast", true);
        LatestRun.point(gone);
        for (Path path : List.of(gone.model(), gone.report(), gone.path())) {
            Files.delete(path);
        }
        assertEquals(Optional.empty(), LatestRun.model(runs, run -> true));
    }

    @Test
    void directoryCalledLatestIsNotReplaced() throws IOException {
        Files.createDirectory(runs.resolve("latest"));
        RunDirectory run = run("20260101T000000Z-fast", true);
        assertFails(Kind.ENVIRONMENT, runs.resolve("latest"), "is not a symbolic link", () -> LatestRun.point(run));
        assertFails(
                Kind.ENVIRONMENT, runs.resolve("latest"), "is not a symbolic link", () -> LatestRun.requireFree(runs));
    }

    @Test
    void aLinkOrNothingIsFree() throws IOException {
        LatestRun.requireFree(runs.resolve("none"));
        LatestRun.requireFree(runs);
        Files.createSymbolicLink(runs.resolve("latest"), Path.of("gone"));
        LatestRun.requireFree(runs);
    }
}
