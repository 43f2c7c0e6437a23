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
 * The right of one process to write into a run directory. It is a lock of the operating system on the file {@value #FILE},
 * which ends with the process however that dies: the file alone, left behind by a crash, locks nobody out. The file holds the
 * process id, for the message to the second one, and stays; removing it could let two processes each lock a file of that name.
 */
public final class RunLock implements AutoCloseable {

    static final String FILE = ".nn-lock";

    /**
     * The directories that this process holds. On POSIX systems a lock belongs to the process, and ends as soon as it closes
     * any channel on the file: so a second attempt in the same process must not even open it.
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
     * Takes the lock or says who has it; it never waits.
     *
     * @param directory an existing directory
     * @throws NnException ENVIRONMENT if another run holds the directory, or no file can be made or locked in it
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

    /** The directory that is held. */
    public RunDirectory directory() {
        return directory;
    }

    /** Gives the directory free. */
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
