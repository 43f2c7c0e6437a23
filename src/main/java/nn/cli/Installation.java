package nn.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import nn.checkpoint.Checkpoint;
import nn.eval.Classifier;
import nn.model.Storage;
import nn.safetensors.SafeTensors;

/** The directory where the program is installed, with its data and the shipped model. */
final class Installation {

    private Installation() {}

    /** The directory that holds {@code data}: the launcher names it, or else it is above the program's classes. */
    static Path home() {
        String told = System.getProperty("nn.home");
        if (told != null && !told.isBlank()) {
            return Path.of(told);
        }
        try {
            Path place = Paths.get(Installation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            for (Path directory = place; directory != null; directory = directory.getParent()) {
                if (Files.isDirectory(directory.resolve("data").resolve("mnist"))) {
                    return directory;
                }
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of the program is no path", e);
        }
        return Path.of("");
    }

    /** The MNIST files that come with the program. */
    static Path data() {
        return home().resolve("data").resolve("mnist");
    }

    /** The model that comes with the program. */
    static Path model() {
        return home().resolve("data").resolve("model.safetensors");
    }

    /**
     * The network that comes with the program and tells whole digits from pieces.
     *
     * @throws nn.NnException BAD_CHECKPOINT if it is missing or damaged
     */
    static Classifier segments() {
        Path file = home().resolve("data").resolve("segments.safetensors");
        return Checkpoint.classifier(SafeTensors.read(file), file, Storage.HEAP_FLOAT);
    }
}
