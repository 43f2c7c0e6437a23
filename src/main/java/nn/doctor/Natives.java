package nn.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nn.model.NativeBlas;
import nn.natives.NativeLibraries;

/** Checks of the native libraries, which training and larger predictions need. */
final class Natives {

    private static final Path MOUNTS = Path.of("/proc/self/mounts");

    private Natives() {}

    /** Whether the libraries are unpacked, or can be. */
    static Finding cache() {
        Path directory = NativeLibraries.directory();
        long missing = NativeLibraries.missingBytes() >> 20;
        Path existing = directory;
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        String advice = "set HOME to a directory that can hold 500 MB of programs";
        if (isNoexec(existing)) {
            return Finding.problem("native cache", directory + ": nothing in it may be executed (noexec)", advice);
        }
        if (missing == 0) {
            return Finding.ok("native cache", directory + ": all libraries are unpacked");
        }
        if (!Files.isWritable(existing) || !Files.isDirectory(existing)) {
            return Finding.problem("native cache", directory + ": cannot be written", advice);
        }
        long free = free(existing);
        return free < missing
                ? Finding.problem(
                        "native cache",
                        "%s: %,d MB free, and %,d MB are needed".formatted(directory, free, missing),
                        advice)
                : Finding.ok(
                        "native cache", "%s: the first training unpacks %,d MB here".formatted(directory, missing));
    }

    /** Loads the libraries, if that unpacks nothing. */
    static Finding kernels() {
        if (NativeLibraries.missingBytes() > 0) {
            return Finding.ok("matrix products", "not tried, as the libraries are not unpacked yet");
        }
        Optional<LinkageError> failure = NativeLibraries.tryUnpacked();
        return failure.isPresent()
                ? Finding.problem(
                        "matrix products",
                        "a native library cannot be loaded (" + failure.get().getMessage() + ")",
                        "remove " + NativeLibraries.directory() + ", and nn unpacks it anew")
                : Finding.ok("matrix products", NativeBlas.kernel());
    }

    private static long free(Path directory) {
        try {
            return Files.getFileStore(directory).getUsableSpace() >> 20;
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    /** Whether the directory's file system is mounted so that programs in it do not run. */
    private static boolean isNoexec(Path directory) {
        try {
            Path real = directory.toRealPath();
            List<String> mounts = Files.readAllLines(MOUNTS);
            return mounts.stream()
                    .map(line -> line.split(" "))
                    .filter(mount -> mount.length > 3 && real.startsWith(mount[1].replace("\\040", " ")))
                    .max(Comparator.comparingInt(mount -> mount[1].length()))
                    .filter(mount -> List.of(mount[3].split(",")).contains("noexec"))
                    .isPresent();
        } catch (IOException e) {
            // Only Linux has this file.
            return false;
        }
    }
}
