package nn.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nn.NnException;
import nn.NnException.Kind;

/**
 * Runs the program as a shell would, in a temporary directory, and times it. After {@link #close}, or the end of this
 * process, no process and no file is left.
 */
final class ProcessTimer implements AutoCloseable {

    private static final int STOPPED_BY_SIGNAL = 128;

    private final Path launcher;
    private final Stopwatch stopwatch;
    private final Path scratch;
    private Process running;
    private boolean closed;

    /** @param launcher the program's start script */
    ProcessTimer(Path launcher, Stopwatch stopwatch) {
        this.launcher = launcher;
        this.stopwatch = stopwatch;
        try {
            scratch = Files.createTempDirectory("nn-bench");
        } catch (IOException e) {
            throw new NnException(Kind.ENVIRONMENT, "no temporary directory (" + e.getMessage() + "); set TMPDIR", e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** The directory that the program runs in. */
    Path scratch() {
        return scratch;
    }

    /**
     * Runs the program to its end.
     *
     * @return the seconds from the start to the end of the process
     * @throws NnException if it fails
     */
    double seconds(List<String> arguments) {
        return time(arguments, Optional.empty());
    }

    /**
     * Runs the program until a line of its error stream contains the text, and then kills it.
     *
     * @return the seconds from the start to that line
     * @throws NnException if the program ends before
     */
    double secondsUntil(String text, List<String> arguments) {
        return time(arguments, Optional.of(text));
    }

    private double time(List<String> arguments, Optional<String> awaited) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(arguments);
        long start = stopwatch.start();
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(scratch.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            // The launcher set this for our own process. A user's shell does not have it.
            builder.environment().remove("GLIBC_TUNABLES");
            Process process = start(builder);
            process.getOutputStream().close();
            String last = "nothing on its error stream";
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (awaited.isPresent() && line.contains(awaited.get())) {
                        return stopwatch.secondsSince(start);
                    }
                    last = line;
                }
            }
            int exitCode = process.waitFor();
            double seconds = stopwatch.secondsSince(start);
            if (exitCode != 0 || awaited.isPresent()) {
                throw failed(command, exitCode, last);
            }
            return seconds;
        } catch (IOException e) {
            throw new NnException(Kind.ENVIRONMENT, launcher + ": cannot be run (" + e.getMessage() + "); check it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        } finally {
            end();
        }
    }

    /** Starts no process after {@link #close}, because nothing would end it. */
    private synchronized Process start(ProcessBuilder builder) throws IOException {
        if (closed) {
            throw new NnException(
                    Kind.ENVIRONMENT, launcher + ": not started, because the measurement ends; repeat it");
        }
        running = builder.start();
        return running;
    }

    /** The failure has the kind that the other process's exit code names. */
    private NnException failed(List<String> command, int exitCode, String last) throws InterruptedException {
        if (exitCode > STOPPED_BY_SIGNAL) {
            // The signal probably went to both processes. This one ends within the second, without a message.
            Thread.sleep(1000);
        }
        Kind kind = Arrays.stream(Kind.values())
                .filter(known -> known.exitCode() == exitCode)
                .findFirst()
                .orElse(Kind.ENVIRONMENT);
        return new NnException(
                kind,
                "'%s' %s (%s); run it by hand"
                        .formatted(
                                String.join(" ", command),
                                exitCode == 0
                                        ? "ended without saying what was waited for"
                                        : "failed with exit code " + exitCode,
                                last));
    }

    private synchronized void end() {
        if (running != null && running.isAlive()) {
            running.destroyForcibly();
            try {
                running.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            end();
        }
        try (Stream<Path> files = Files.walk(scratch)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // Already removed, or left for the system to clean. The measurement is valid.
            return;
        }
    }
}
