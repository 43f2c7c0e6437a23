package nn.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nn.NnException;
import nn.NnException.Kind;
import nn.files.WriteFailure;

/**
 * The right of one process to write into a run directory: an operating system lock on the file {@value #FILE}. The lock ends
 * with its process, however that ends, so a crash locks nobody out. The file holds the process id, for the message to a
 * second process. The file stays, because after a removal two processes could each lock a file of that name.
 */
public final class RunLock implements AutoCloseable {

    static final String FILE = ".nn-lock";

    /**
     * The directories that this process has locked. A POSIX lock belongs to the process and ends when the process closes any
     * channel on the file. So a second attempt in the same process must not even open it.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final RunDirectory directory;
    private final Path key;
    private final FileChannel channel;

    private RunLock(RunDirectory directory, Path key, FileChannel channel) {
        this.directory = directory;
        this.key = key;
        this.channel = channel;
    }

    /**
     * Takes the lock, or throws if another run has it. Never waits.
     *
     * @param directory an existing directory
     * @throws NnException ENVIRONMENT if another run has the lock, or the file cannot be made or locked
     */
    static RunLock acquire(RunDirectory directory) {
        Path file = directory.path().resolve(FILE);
        try {
            Path key = directory.path().toRealPath();
            if (!HELD.add(key)) {
                throw held(directory, "this process");
            }
            try {
                return new RunLock(directory, key, lock(directory, file));
            } catch (Throwable e) {
                HELD.remove(key);
                throw e;
            }
        } catch (IOException e) {
            throw WriteFailure.of(directory.path(), e);
        }
    }

    private static FileChannel lock(RunDirectory directory, Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw held(directory, holder(file));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (Throwable e) {
            channel.close();
            throw e;
        }
    }

    private static String holder(Path file) throws IOException {
        String text = Files.size(file) > 20
                ? ""
                : Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        return text.matches("[0-9]+") ? "process " + text : "another process";
    }

    private static NnException held(RunDirectory directory, String holder) {
        return NnException.of(
                Kind.ENVIRONMENT,
                directory.path(),
                holder + " is training into this directory",
                "let it finish, stop it, or choose another directory with --out");
    }

    /** The locked directory. */
    public RunDirectory directory() {
        return directory;
    }

    /** Releases the lock. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw WriteFailure.of(directory.path(), e);
        } finally {
            HELD.remove(key);
        }
    }
}
