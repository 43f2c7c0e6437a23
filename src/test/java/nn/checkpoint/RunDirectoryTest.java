package nn.checkpoint;

import static nn.Failures.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nn.NamedPipe;
import nn.NnException.Kind;
import nn.files.TemporaryFile;
import nn.train.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {

    private static final List<String> FILES = List.of(
            "config.json", "history.csv", "model.safetensors", "last.safetensors", "report.json", "report.html");

    @TempDir
    private Path directory;

    private RunDirectory run(String name) {
        return new RunDirectory(directory.resolve(name));
    }

    private static void create(RunDirectory run, boolean force) {
        try (RunLock lock = run.create("{}", 1000, force)) {
            assertEquals(run, lock.directory());
        }
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void namesAreThoseOfTheDesign() {
        RunDirectory run = new RunDirectory(Path.of("r"));
        assertEquals(
                FILES,
                Stream.of(run.config(), run.history(), run.model(), run.last(), run.report(), run.reportPage())
                        .map(path -> path.getFileName().toString())
                        .toList());
    }

    @Test
    void parentsAreMadeAndOnlyLockAndConfigurationAreLeft() throws IOException {
        create(run("a/b/c"), false);
        assertEquals(List.of(RunLock.FILE, "config.json"), names(directory.resolve("a/b/c")));
    }

    @Test
    void directoryBehindASymbolicLinkIsUsed() throws IOException {
        Files.createDirectory(directory.resolve("real"));
        Files.createSymbolicLink(directory.resolve("link"), Path.of("real"));
        create(run("link"), false);
        assertEquals(List.of(RunLock.FILE, "config.json"), names(directory.resolve("real")));
    }

    @Test
    void directoryOfOtherFilesIsUsedOnlyByForceAndTheyStay() throws IOException {
        Files.writeString(directory.resolve("notes.txt"), "mine");
        assertFails(
                Kind.ENVIRONMENT,
                run(".").path(),
                "holds other files and no run",
                () -> run(".").create("{}", 1000, false));
        assertEquals(List.of("notes.txt"), names(directory));
        create(run("."), true);
        assertEquals(List.of(RunLock.FILE, "config.json", "notes.txt"), names(directory));
    }

    @Test
    void hiddenFilesAndThoseOfAFreshDiskAreNoneOfTheUsers() throws IOException {
        Files.createDirectory(directory.resolve("lost+found"));
        Files.writeString(directory.resolve(".gitkeep"), "");
        create(run("."), false);
        assertEquals(List.of(".gitkeep", RunLock.FILE, "config.json", "lost+found"), names(directory));
    }

    @Test
    void tooLittleSpaceIsFoundBeforeTheRunAndLeavesNothing() throws IOException {
        assertFails(
                Kind.ENVIRONMENT,
                directory.resolve("r"),
                "no space left on the device: the run needs 1000000000000.0 MB",
                () -> run("r").create("{}", (long) 1e18, false));
        RunDirectory unused = RunDirectory.unused(directory, Instant.EPOCH, "fast");
        assertFails(Kind.ENVIRONMENT, unused.path(), "no space left", () -> unused.create("{}", (long) 1e18, false));
        assertEquals(List.of(), names(directory));
        Files.createDirectory(directory.resolve("mine"));
        assertFails(
                Kind.ENVIRONMENT,
                directory.resolve("mine"),
                "no space left",
                () -> run("mine").create("{}", (long) 1e18, false));
        assertEquals(List.of("mine"), names(directory), "a directory that was there stays");
        create(run("mine"), false);
    }

    @Test
    void directoryThatHoldsARunIsRefusedAndUntouched() throws IOException {
        for (String name : FILES) {
            RunDirectory run = run("with-" + name);
            Files.createDirectory(run.path());
            Files.writeString(run.path().resolve(name), "no model");
            assertTrue(run.holdsRun());
            assertFails(
                    Kind.ENVIRONMENT,
                    run.path(),
                    "already holds a run; resume it with --resume",
                    () -> run.create("{}", 1000, false));
            assertEquals(List.of(name), names(run.path()));
        }
    }

    @Test
    void forceRemovesTheOldRunAndNothingElse() throws IOException {
        RunDirectory run = run("r");
        Files.createDirectory(run.path());
        Files.writeString(run.path().resolve("notes.txt"), "mine");
        Files.writeString(run.path().resolve("member-1.safetensors.txt"), "mine");
        for (Path file : List.of(
                run.config(),
                run.history(),
                run.last(),
                run.report(),
                run.reportPage(),
                run.network(new Stage(1, false)),
                run.network(new Stage(12, true)))) {
            Files.writeString(file, "old");
        }
        Files.writeString(directory.resolve("shared-model"), "old");
        Files.createSymbolicLink(run.model(), Path.of("../shared-model"));
        create(run, true);
        assertEquals(
                List.of(RunLock.FILE, "config.json", "member-1.safetensors.txt", "model.safetensors", "notes.txt"),
                names(run.path()));
        assertTrue(Files.isSymbolicLink(run.model()), "the link is kept for the new model");
        assertFalse(Files.exists(run.model()));
    }

    /** Half a terabyte more than is free, and an old file of a terabyte (sparse, without blocks on the disk) is removed. */
    @Test
    void theSpaceOfTheFilesThatGoIsThere() throws IOException {
        RunDirectory run = run("r");
        Files.createDirectory(run.path());
        try (RandomAccessFile old = new RandomAccessFile(run.last().toFile(), "rw")) {
            old.setLength(1L << 40);
        }
        try (RunLock lock = run.create("{}", directory.toFile().getUsableSpace() + (1L << 39), true)) {
            assertEquals(
                    List.of(RunLock.FILE, "config.json"), names(lock.directory().path()));
        }
    }

    @Test
    void aRunThatGoesOnHasNoReports() throws IOException {
        RunDirectory run = run("r");
        create(run, false);
        for (Path file : List.of(run.report(), run.reportPage(), run.history(), run.model())) {
            Files.writeString(file, "old");
        }
        assertTrue(run.isFinished());
        run.removeReports();
        assertFalse(run.isFinished());
        assertEquals(List.of(RunLock.FILE, "config.json", "history.csv", "model.safetensors"), names(run.path()));
    }

    @Test
    void fileInPlaceOfTheDirectoryIsRefused() throws IOException {
        Files.writeString(directory.resolve("file"), "x");
        assertFails(
                Kind.ENVIRONMENT,
                directory.resolve("file"),
                "is a file",
                () -> run("file").create("{}", 1000, true));
        assertFails(
                Kind.ENVIRONMENT,
                directory.resolve("file/run"),
                "a part of its path is a file",
                () -> run("file/run").create("{}", 1000, true));
        assertFails(
                Kind.ENVIRONMENT,
                directory.resolve("file"),
                "is a file",
                () -> RunDirectory.unused(directory.resolve("file"), Instant.EPOCH, "fast"));
    }

    @Test
    void linkThatLeadsNowhereIsRefused() throws IOException {
        Files.createSymbolicLink(directory.resolve("link"), Path.of("nowhere"));
        assertFails(
                Kind.ENVIRONMENT,
                directory.resolve("link"),
                "something else has its name",
                () -> run("link").create("{}", 1000, true));
    }

    @Test
    void directoryInPlaceOfAFileIsRefusedEvenWithForce() throws IOException {
        RunDirectory run = run("r");
        Files.createDirectories(run.model());
        assertFails(Kind.ENVIRONMENT, run.model(), "is not a regular file", () -> run.create("{}", 1000, true));
        assertEquals(List.of("model.safetensors"), names(run.path()));
    }

    @Test
    void whatIsNoRegularFileIsNotRemovedByForce() throws IOException {
        RunDirectory run = run("r");
        Files.createDirectory(run.path());
        Path pipe = NamedPipe.at(directory.resolve("pipe"));
        Files.createSymbolicLink(run.model(), pipe);
        assertFails(Kind.ENVIRONMENT, run.model(), "is not a regular file", () -> run.create("{}", 1000, true));
        assertTrue(Files.exists(pipe) && !Files.isRegularFile(pipe));
    }

    @Test
    void temporaryFilesOfTheDeadAreClearedAndThoseOfTheLivingKept() throws IOException, InterruptedException {
        RunDirectory run = run("r");
        Files.createDirectory(run.path());
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        long self = ProcessHandle.current().pid();
        String dead = ".nn-" + ended.pid() + "-0123abcd-0123abcd.tmp";
        String sameIdBefore = ".nn-" + self + "-00000000-0123abcd.tmp";
        String own = TemporaryFile.nameIn(run.path()).getFileName().toString();
        String living = ".nn-" + ProcessHandle.current().parent().orElseThrow().pid() + "-0123abcd-0123abcd.tmp";
        List<String> foreign =
                List.of(".nn-x.tmp", ".nn-" + ended.pid() + ".tmp", "nn-" + ended.pid() + "-0123abcd-0123abcd.tmp");
        for (String name : Stream.concat(Stream.of(dead, sameIdBefore, own, living), foreign.stream())
                .toList()) {
            Files.writeString(run.path().resolve(name), "half");
        }
        create(run, true);
        List<String> kept = Stream.concat(Stream.of(RunLock.FILE, "config.json", own, living), foreign.stream())
                .sorted()
                .toList();
        assertEquals(kept, names(run.path()));
    }

    @Test
    void onlyADirectoryWithAConfigurationIsReopened() throws IOException {
        RunDirectory run = run("r");
        assertFails(Kind.BAD_CHECKPOINT, run.path(), "holds no run", run::reopen);
        Files.createDirectory(run.path());
        assertFails(Kind.BAD_CHECKPOINT, run.path(), "holds no run", run::reopen);
        Files.writeString(run.config(), "{}");
        try (RunLock lock = run.reopen()) {
            assertFails(Kind.ENVIRONMENT, run.path(), "is training into this directory", lock.directory()::reopen);
        }
        assertEquals("{}", Files.readString(run.config()));
        assertFalse(run.isFinished());
    }

    @Test
    void defaultNameIsTheUtcTimeAndThePresetInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            Instant instant = Instant.parse("2026-11-22T06:15:00.9Z");
            Path base = directory.resolve("runs");
            assertEquals(
                    base.resolve("20261122T061500Z-fast"),
                    RunDirectory.unused(base, instant, "fast").path());
            assertEquals(
                    base.resolve("20261122T061500Z-fast-2"),
                    RunDirectory.unused(base, instant, "fast").path());
            create(RunDirectory.unused(base, instant, "fast"), false);
        } finally {
            Locale.setDefault(before);
        }
    }
}
