package nn.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Creates directories that survive a power failure. */
public final class DurableDirectory {

    private DurableDirectory() {}

    /** Creates the directory and its parents. An existing directory stays as it is, also behind a symbolic link. */
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
        // This method would refuse a symbolic link, hence the check above.
        Files.createDirectories(directory);
        for (Path above : changed) {
            AtomicFile.forceDirectory(above);
        }
    }
}
