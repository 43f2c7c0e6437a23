package nn.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nn.ChildJvm;
import nn.NnException;
import nn.checkpoint.RunDirectory;
import nn.checkpoint.RunLock;
import nn.safetensors.SafeTensors;
import nn.safetensors.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writes that the operating system refuses, that run out of space, or whose process is killed. */
@Tag("process")
@Timeout(120)
class WriteFaultTest {

    @TempDir
    private Path directory;

    /** Replaces a small file by one of 100,000 bytes, and prints the failure and the directory's content. */
    static final class Replacing {

        private Replacing() {}

        public static void main(String[] arguments) throws IOException {
            Path file = Path.of(arguments[0]).resolve("model");
            if (!Files.exists(file)) {
                Files.writeString(file, "old");
            }
            try {
                AtomicFile.write(file, out -> out.write(new byte[100_000]));
                System.out.println("written");
            } catch (NnException e) {
                System.out.println(e.getMessage());
            }
            String content = Files.size(file) == 3 ? Files.readString(file) : Files.size(file) + " bytes";
            try (Stream<Path> files = Files.list(file.getParent())) {
                System.out.println(content + " in "
                        + files.map(path -> path.getFileName().toString())
                                .sorted()
                                .toList());
            }
        }
    }

    /** Makes the directory ready for a run and prints why it could not. */
    static final class Beginning {

        private Beginning() {}

        public static void main(String[] arguments) {
            try (RunLock lock = new RunDirectory(Path.of(arguments[0])).create("{}", 50_000, false)) {
                System.out.println("ready: " + lock.directory());
            } catch (NnException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    /** Saves models one after the other as fast as it can, until it is killed. */
    static final class Saving {

        private Saving() {}

        public static void main(String[] arguments) {
            Path file = Path.of(arguments[0]).resolve("model");
            for (int i = 0; ; i++) {
                float[] values = new float[50_000];
                Arrays.fill(values, i);
                new SafeTensors(Map.of("i", Integer.toString(i)), Map.of("a", Tensor.of(values, values.length)))
                        .write(file);
            }
        }
    }

    private static boolean succeeds(String shell) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", shell)
                        .redirectErrorStream(true)
                        .start()
                        .waitFor()
                == 0;
    }

    private void assertOldIsKept(String reason, String shell) {
        ChildJvm.Result result = ChildJvm.run(shell, List.of(), Replacing.class, directory);
        assertEquals(
                directory.resolve("model") + ": cannot be written: " + reason + "\nold in [model]\n", result.output());
        assertEquals(0, result.exitCode());
    }

    @Test
    void limitOnFileSizesKeepsTheOldFile() {
        assertOldIsKept(
                "it would exceed the limit on file sizes; raise the limit (ulimit -f)", "ulimit -f 16; exec \"$@\"");
    }

    @ParameterizedTest
    @CsvSource({
        "size=64k,      no space left on the device; free some space or write elsewhere",
        "nr_inodes=2,   no space left on the device; free some space or write elsewhere",
        "'size=64k,ro', the file system is read-only; write elsewhere",
    })
    void fullOrReadOnlyDiskKeepsTheOldFile(String options, String reason) throws IOException, InterruptedException {
        assertOldIsKept(reason, mounted(options, "/model"));
    }

    /** A command line that mounts a tmpfs with a file in it, and runs the given command. */
    private String mounted(String options, String file) throws IOException, InterruptedException {
        String mount = "mount -t tmpfs -o " + options.replace(",ro", "") + " none " + directory
                + " && printf old >" + directory + file
                + (options.endsWith(",ro") ? " && mount -o remount,ro " + directory : "");
        // Runs it in its own mount namespace, which ends with the process.
        assumeTrue(succeeds("unshare -m sh -c '" + mount + "'"), "may mount a file system");
        return "exec unshare -m sh -c '" + mount + " && exec \"$@\"' sh \"$@\"";
    }

    @ParameterizedTest
    @CsvSource({
        "size=4k,        no space left on the device",
        "nr_inodes=2,    no space left on the device",
        "'size=64k,ro',  the file system is read-only",
    })
    void directoryThatTakesNoFileIsRefusedBeforeTheRun(String options, String reason)
            throws IOException, InterruptedException {
        ChildJvm.Result result = ChildJvm.run(mounted(options, "/.notes"), List.of(), Beginning.class, directory);
        assertTrue(result.output().contains(": cannot be written: " + reason + "; "), result.output());
    }

    @ParameterizedTest
    @CsvSource({
        "fsync:error=EIO:when=1,    the disk did not confirm the bytes; check its free space and its health",
        "fsync:error=ENOSPC:when=1, the disk did not confirm the bytes; check its free space and its health",
        "'rename,renameat,renameat2:error=EIO', the disk reports an I/O error; check the disk",
        "'rename,renameat,renameat2:error=EACCES', permission denied; change the directory's permissions or write elsewhere",
    })
    void failingSystemCallKeepsTheOldFile(String injection, String reason) throws IOException, InterruptedException {
        String strace = "strace -f -qq -o /dev/null -e trace=fsync,rename,renameat,renameat2 -e inject=";
        assumeTrue(succeeds(strace + injection + " true"), "may trace a process");
        // fsync fails once only: a second attempt would succeed, and the new file would be there.
        assertOldIsKept(reason, "exec " + strace + injection + " \"$@\"");
    }

    @Test
    void killedWriterLeavesAWholeFileAndAtMostOneTemporaryThatTheNextClears() throws Exception {
        Random random = new Random(4);
        Path file = directory.resolve("model");
        for (int round = 0; round < 5; round++) {
            Process process = ChildJvm.start("exec \"$@\"", List.of(), Saving.class, directory);
            while (!Files.exists(file)) {
                assertTrue(process.isAlive());
                Thread.sleep(5);
            }
            Thread.sleep(200 + random.nextInt(200));
            process.destroyForcibly();
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
            SafeTensors read = SafeTensors.read(file);
            assertEquals(
                    Float.parseFloat(read.metadata().get("i")),
                    read.tensors().get("a").data().getFloat());
            try (Stream<Path> files = Files.list(directory)) {
                assertTrue(files.count() <= 2, "at most one temporary file");
            }
            TemporaryFile.clearStale(directory);
            try (Stream<Path> files = Files.list(directory)) {
                assertEquals(List.of(file), files.toList());
            }
        }
    }
}
