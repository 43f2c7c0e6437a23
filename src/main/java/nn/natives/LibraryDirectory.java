package nn.natives;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import nn.NnException;
import nn.NnException.Kind;

/** The directory into which the libraries are unpacked, and why that may not work. */
final class LibraryDirectory {

    private static final String WHAT_TO_DO = "set HOME to a directory that can hold 500 MB of programs";

    private final Path path;

    LibraryDirectory(Path path) {
        this.path = path.toAbsolutePath();
    }

    /**
     * Why libraries cannot be unpacked here and loaded; empty if the directory is not the cause. Call it after they could not be loaded.
     *
     * @param missingBytes what is still to be unpacked
     */
    Optional<NnException> problem(long missingBytes) {
        Path existing = path;
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            if (missingBytes > 0 && (!Files.isWritable(existing) || !Files.isDirectory(existing))) {
                return because("cannot be written, and nn needs a place for its native libraries");
            }
            long free = Files.getFileStore(existing).getUsableSpace();
            if (free < missingBytes) {
                return because("has %d MB left, and the native libraries need %d MB more"
                        .formatted(free >> 20, missingBytes >> 20));
            }
            if (Files.isWritable(existing) && !runsPrograms(existing)) {
                return because("nothing in it may be executed (noexec), and the native libraries must be");
            }
            if (missingBytes > 0 && !locks(existing)) {
                return because(
                        "its file system has no locks (NFS?), without which the native libraries are not unpacked");
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<NnException> because(String what) {
        return Optional.of(NnException.of(Kind.ENVIRONMENT, path, what, WHAT_TO_DO));
    }

    /** Asks the system, which refuses on a file system that is mounted with {@code noexec}. */
    private static boolean runsPrograms(Path directory) throws IOException {
        Path probe = Files.createTempFile(directory, ".nn-", ".probe");
        try {
            Files.setPosixFilePermissions(probe, PosixFilePermissions.fromString("rwx------"));
            return Files.isExecutable(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private static boolean locks(Path directory) throws IOException {
        Path probe = Files.createTempFile(directory, ".nn-", ".probe");
        try (FileChannel channel = FileChannel.open(probe, StandardOpenOption.WRITE)) {
            channel.tryLock();
            return true;
        } catch (IOException e) {
            return false;
        } finally {
            Files.delete(probe);
        }
    }
}
