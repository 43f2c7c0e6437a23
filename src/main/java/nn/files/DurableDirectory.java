package nn.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes directories that survive a power failure, as the files in them do. */
public final class DurableDirectory {

    private DurableDirectory() {}

    /** Makes the directory and its parents; one that is there, also behind a symbolic link, is left as it is. */
    public static void make(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        List<Path> changed = new ArrayList<>();
        Path parent = directory.toAbsolutePath().getParent();
        changed.add(parent);
        while (!Files.exists(parent)) {
            parent = parent.getParent();
            changed.add(parent);
        }
        // Would refuse such a link.
        Files.createDirectories(directory);
        for (Path above : changed) {
            AtomicFile.forceDirectory(above);
        }
    }
}
