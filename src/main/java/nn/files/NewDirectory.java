package nn.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import nn.NnException;
import nn.NnException.Kind;

/**
 * Makes a directory with all its files in one step: they are written to a temporary directory beside it, which is renamed at the
 * end. Nothing that exists is overwritten.
 */
public final class NewDirectory {

    /** Writes the files into a directory that is empty at first. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path directory) throws IOException;
    }

    private NewDirectory() {}

    /** @throws NnException ENVIRONMENT unless there is nothing, or an empty directory, at this path */
    public static void requireUnused(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        if (!Files.isDirectory(directory)) {
            throw NnException.of(Kind.ENVIRONMENT, directory, "is not a directory", "name another one with --out");
        }
        try (Stream<Path> entries = Files.list(directory)) {
            if (entries.findAny().isPresent()) {
                throw NnException.of(
                        Kind.ENVIRONMENT,
                        directory,
                        "holds files already, and nothing is overwritten",
                        "name a new directory with --out, or remove this one");
            }
        } catch (IOException e) {
            throw WriteFailure.of(directory, e);
        }
    }

    /**
     * Makes the directory and its parents.
     *
     * @throws NnException ENVIRONMENT if it holds files already, or cannot be written; then nothing is left. What {@code content} throws
     *     is passed on.
     */
    public static void write(Path directory, Content content) {
        requireUnused(directory);
        Path parent = directory.toAbsolutePath().normalize().getParent();
        Path temporary = TemporaryFile.nameIn(parent);
        try {
            DurableDirectory.make(parent);
            TemporaryFile.clearStale(parent);
            Files.createDirectory(temporary);
            content.writeTo(temporary);
            Files.move(temporary, directory, StandardCopyOption.ATOMIC_MOVE);
            AtomicFile.forceDirectory(parent);
        } catch (IOException e) {
            throw WriteFailure.of(directory, e);
        } catch (UncheckedIOException e) {
            throw WriteFailure.of(directory, e.getCause());
        } finally {
            discard(temporary);
        }
    }

    private static void discard(Path temporary) {
        try {
            TemporaryFile.delete(temporary);
        } catch (IOException e) {
            // The next one clears it: the failure that led here says more.
            return;
        }
    }
}
