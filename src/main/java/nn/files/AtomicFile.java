package nn.files;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import nn.NnException;
import nn.NnException.Kind;
import org.apache.commons.io.output.CloseShieldOutputStream;

/**
 * Replaces a file in one step: its name leads to the complete old or the complete new content at every instant, even after a
 * power failure. The new bytes are written to a temporary file in the same directory and forced to the disk; then the file is
 * renamed. A symbolic link is followed, so its target is replaced. Another hard link keeps the old content.
 *
 * <p>An interrupted thread still completes its write.
 */
public final class AtomicFile {

    private static final int BUFFER = 64 << 10;
    private static final int MAX_LINKS = 40;

    /** Writes the new content. It need not close or flush the stream. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes the file, and returns once it is on the disk. If {@code content} throws, the old file stays and the exception is
     * passed on.
     *
     * @throws NnException ENVIRONMENT if the file cannot be written; the old file is then unchanged, and no temporary file is
     *     left
     */
    public static void write(Path file, Content content) {
        Path directory = replace(file, content, true);
        try {
            forceDirectory(directory);
        } catch (IOException e) {
            throw new NnException(
                    Kind.ENVIRONMENT,
                    file + ": is written, but the disk did not confirm its name (" + WriteFailure.reason(e)
                            + "); check the disk before you rely on the file",
                    e);
        }
    }

    /**
     * Writes the file without waiting for the disk, which takes most of the time of a small file. For what is easily made again: a power
     * failure may leave it empty.
     *
     * @throws NnException as {@link #write(Path, Content)}
     */
    public static void writeUnforced(Path file, Content content) {
        replace(file, content, false);
    }

    /**
     * Checks that the file can be written, before long work whose result it gets.
     *
     * @throws NnException as {@link #write(Path, Content)}
     */
    public static void requireWritable(Path file) {
        try {
            TemporaryFile.probe(target(file).toAbsolutePath().getParent());
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
    }

    /** Returns the directory of the file. */
    private static Path replace(Path file, Content content, boolean forced) {
        Path target = target(file);
        Path directory = target.toAbsolutePath().getParent();
        try {
            writeAndRename(TemporaryFile.nameIn(directory), target, content, forced);
        } catch (IOException e) {
            throw WriteFailure.of(file, e);
        }
        return directory;
    }

    /** The regular file that a write replaces, which need not exist. */
    private static Path target(Path file) {
        Path target = followLinks(file);
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            String what = Files.isDirectory(target) ? "is a directory" : "is not a regular file";
            throw NnException.of(Kind.ENVIRONMENT, file, what + " and cannot be replaced", "choose another name");
        }
        return target;
    }

    /** Writes text as UTF-8. */
    public static void write(Path file, String text) {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void writeAndRename(Path temporary, Path target, Content content, boolean forced)
            throws IOException {
        Files.createFile(temporary);
        try {
            // Not a channel: an interrupt would close it in the middle of the write.
            try (FileOutputStream file = new FileOutputStream(temporary.toFile())) {
                BufferedOutputStream buffered = new BufferedOutputStream(file, BUFFER);
                content.writeTo(CloseShieldOutputStream.wrap(buffered));
                buffered.flush();
                if (forced) {
                    // Only once: after a failure the kernel may have dropped the bytes, and a second call would report
                    // success.
                    file.getFD().sync();
                }
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (Throwable e) {
            deleteAfter(e, temporary);
            throw e;
        }
    }

    private static void deleteAfter(Throwable failure, Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Follows symbolic links to the file that a write replaces. It need not exist. */
    public static Path followLinks(Path file) {
        Path path = file;
        for (int i = 0; i < MAX_LINKS; i++) {
            if (!Files.isSymbolicLink(path)) {
                return path;
            }
            try {
                path = path.resolveSibling(Files.readSymbolicLink(path));
            } catch (IOException e) {
                throw WriteFailure.of(file, e);
            }
        }
        throw NnException.of(Kind.ENVIRONMENT, file, "is a symbolic link that leads to itself", "remove it");
    }

    /** Makes a rename in the directory survive a power failure. */
    public static void forceDirectory(Path directory) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            boolean done = false;
            while (!done) {
                try (FileChannel channel = FileChannel.open(directory)) {
                    channel.force(true);
                    done = true;
                } catch (ClosedByInterruptException e) {
                    // The interrupt closed the channel; the disk did not fail. Try again, and keep the interrupt for
                    // the
                    // caller.
                    Thread.interrupted();
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
