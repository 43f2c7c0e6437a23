package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Runs {@code nn} as a process, for tests of its end or its environment. */
final class ChildNn implements AutoCloseable {

    private final Process process;
    private final Path out;
    private final Path err;

    private ChildNn(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * Starts it.
     *
     * @param directory where it runs
     * @param javaOptions for its JVM
     */
    static ChildNn start(Path directory, List<String> javaOptions, Object... arguments) {
        return start(directory, "exec \"$@\"", javaOptions, arguments);
    }

    /** @param shell a command line in which {@code "$@"} is nn */
    static ChildNn start(Path directory, String shell, List<String> javaOptions, Object... arguments) {
        try {
            Path out = Files.createTempFile("nn-out", ".txt");
            Path err = Files.createTempFile("nn-err", ".txt");
            List<String> command = new ArrayList<>(List.of(
                    "/bin/sh",
                    "-c",
                    shell,
                    "sh",
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx512m",
                    "-cp",
                    classPath()));
            command.addAll(javaOptions);
            command.add(Main.class.getName());
            for (Object argument : arguments) {
                command.add(argument.toString());
            }
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toAbsolutePath().toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("NN_"));
            return new ChildNn(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it to its end. */
    static Cli.Result run(Path directory, List<String> javaOptions, Object... arguments) {
        try (ChildNn child = start(directory, javaOptions, arguments)) {
            return child.result();
        }
    }

    /** Runs it to its end. It must load the given class of nn, and no class of the tensor library. */
    static Cli.Result runWithoutTensorLibrary(Path directory, Class<?> loaded, Object... arguments) throws IOException {
        Path log = directory.resolve("classes.log");
        Cli.Result result = run(directory, List.of("-Xlog:class+load:file=" + log), arguments);
        List<String> classes = Files.readAllLines(log);
        assertTrue(
                classes.stream().anyMatch(line -> line.contains(" " + loaded.getName() + " ")), "the log is one of nn");
        assertEquals(
                List.of(),
                classes.stream()
                        .filter(line -> line.contains(" org.nd4j.") || line.contains(" org.bytedeco."))
                        .toList());
        return result;
    }

    /** Made absolute, because the child runs in another directory. */
    private static String classPath() {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    /** Waits until a condition is true, while the process runs. */
    void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertTrue(process.isAlive(), () -> "it ended too early: " + result());
            assertTrue(System.nanoTime() < end, "it takes too long");
            Thread.sleep(20);
        }
    }

    /** Sends a signal, such as {@code INT}. */
    void signal(String name) throws IOException, InterruptedException {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                        .start()
                        .waitFor());
    }

    /** Whether child processes ignore a signal, as after {@code &} in a shell script. */
    static boolean ignores(int signal) throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line -> new BigInteger(line.substring(7).strip(), 16).testBit(signal - 1));
    }

    /** Whether its error stream contains a text by now. */
    boolean said(String text) {
        try {
            return Files.readString(err).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end. */
    Cli.Result result() {
        try {
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the process ends");
            return new Cli.Result(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
