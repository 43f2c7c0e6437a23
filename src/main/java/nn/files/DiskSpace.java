package nn.files;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import nn.NnException;
import nn.NnException.Kind;

/** Checks free disk space before work whose result could not be saved without it. */
public final class DiskSpace {

    private DiskSpace() {}

    /**
     * Requires free space. A file system that does not report its space passes.
     *
     * @throws NnException ENVIRONMENT if fewer than {@code bytes} bytes are free
     */
    public static void require(Path directory, long bytes) {
        File file = directory.toFile();
        long left = file.getUsableSpace();
        if (file.getTotalSpace() > 0 && left < bytes) {
            throw NnException.of(
                    Kind.ENVIRONMENT,
                    directory,
                    String.format(
                            Locale.ROOT,
                            "no space left on the device: the run needs %.1f MB, there are %.1f MB",
                            bytes / 1e6,
                            left / 1e6),
                    "free some space or write elsewhere");
        }
    }
}
