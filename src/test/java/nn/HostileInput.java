package nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import nn.NnException.Kind;
import org.junit.jupiter.api.function.Executable;

/** What a reader owes to a file that nobody vouches for: its content or one line of why not, from bounded memory. */
public final class HostileInput {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private HostileInput() {}

    /**
     * Reads, and lets no exception pass but an {@link NnException} of the kind with a message for the user.
     *
     * @param mostBytes what this thread may allocate on the Java heap meanwhile, garbage included
     */
    public static void survives(Kind kind, long mostBytes, Executable reading) throws Throwable {
        // The first time it may also load classes.
        if (allocatedBy(kind, reading) > mostBytes) {
            long allocated = allocatedBy(kind, reading);
            assertTrue(allocated <= mostBytes, () -> allocated + " bytes were allocated");
        }
    }

    private static long allocatedBy(Kind kind, Executable reading) throws Throwable {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            reading.execute();
        } catch (NnException e) {
            assertEquals(kind, e.kind(), e.getMessage());
            assertTrue(e.getMessage().matches("[^\\p{Cntrl}]+; [^\\p{Cntrl}]+"), e.getMessage());
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    /** A file of these bytes, the same at each call of a thread. */
    public static Path file(Path directory, String name, byte[] bytes) {
        try {
            return Files.write(directory.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A directory in memory, where there is one: a fuzzer writes thousands of files a second. */
    public static Path directory() {
        try {
            Path memory = Path.of("/dev/shm");
            Path directory = Files.isWritable(memory)
                    ? Files.createTempDirectory(memory, "nn-fuzz")
                    : Files.createTempDirectory("nn-fuzz");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(directory);
        } catch (IOException e) {
            System.err.println(e);
        }
    }
}
