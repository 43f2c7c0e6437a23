package nn.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A program that runs in a process of its own: nn, or nn-spark. */
final class Program {

    static final Path NN = Samples.PROJECT.resolve("scripts/nn");
    static final Path SPARK = Samples.PROJECT.resolve("scripts/spark/nn-spark");

    private static final int LONGEST_MINUTES = 10;

    private final Process process;
    private final Path out;
    private final Path err;

    private Program(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static Program start(Path program, Object... words) throws IOException {
        Path out = Files.createTempFile("program", ".out");
        Path err = Files.createTempFile("program", ".err");
        out.toFile().deleteOnExit();
        err.toFile().deleteOnExit();
        List<String> command = new ArrayList<>(List.of(program.toString()));
        for (Object word : words) {
            command.add(word.toString());
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().remove("SPARK_HOME");
        return new Program(builder.start(), out, err);
    }

    /** What it prints. It must succeed. */
    static String run(Path program, Object... words) throws IOException, InterruptedException {
        return start(program, words).printed();
    }

    static JsonNode json(Path program, Object... words) throws IOException, InterruptedException {
        Program done = start(program, words);
        done.exitCode();
        return new ObjectMapper().readTree(Files.readString(done.out));
    }

    String printed() throws IOException, InterruptedException {
        int exitCode = exitCode();
        assertEquals(0, exitCode, Files.readString(out) + Files.readString(err));
        return Files.readString(out);
    }

    private int exitCode() throws InterruptedException {
        try {
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError("it does not end");
            }
            return process.exitValue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Waits while it runs until something holds; false if it ended before. */
    boolean reaches(BooleanSupplier state) throws InterruptedException {
        while (!state.getAsBoolean()) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    /** The worker processes of a cluster that lives in this program. */
    List<ProcessHandle> workers() {
        return process.descendants()
                .filter(one -> commandLine(one).contains("CoarseGrainedExecutorBackend"))
                .toList();
    }

    /** The trainings that a worker runs. */
    static List<ProcessHandle> trainings(ProcessHandle worker) {
        return worker.descendants()
                .filter(one -> commandLine(one).contains("nn.jar"))
                .toList();
    }

    private static String commandLine(ProcessHandle process) {
        return process.info().commandLine().orElse("");
    }
}
