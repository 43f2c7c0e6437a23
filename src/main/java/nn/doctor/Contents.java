package nn.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nn.Plural;
import nn.checkpoint.Checkpoint;
import nn.checkpoint.RecordedTraining;
import nn.data.DataDirectory;
import nn.data.FileDigest;
import nn.eval.Classifier;
import nn.eval.Metrics;
import nn.model.Storage;
import nn.safetensors.SafeTensors;

/** Checks of the images and the model. */
final class Contents {

    static final String SEGMENTS = "segment network";

    private static final int MNIST_FILES = 4;

    private Contents() {}

    /** Reads the images to their ends. */
    static Finding data(Path path) {
        DataDirectory directory = DataDirectory.of(path);
        directory.requireThere();
        directory.requireUsable();
        List<Path> files = directory.files();
        List<String> others = new ArrayList<>();
        for (Path file : files) {
            if (!FileDigest.read(file).mnist()) {
                others.add(file.getFileName().toString());
            }
        }
        if (others.isEmpty() && files.size() == MNIST_FILES) {
            return Finding.ok("data", path + ": MNIST, by its checksums");
        }
        if (files.size() < MNIST_FILES) {
            return Finding.problem(
                    "data",
                    "%s: has %s of %d".formatted(path, Plural.of(files.size(), "file"), MNIST_FILES),
                    directory.advice());
        }
        return Finding.warning(
                "data",
                path + ": complete, but not MNIST by the checksum of " + others.get(0),
                "if it should be MNIST, get the files again");
    }

    /** The network of {@code nn read}, which comes with the program. */
    static Finding segments(Path home) {
        Path file = home.resolve("data").resolve("segments.safetensors");
        return Finding.ok(SEGMENTS, file + ": " + classifier(file).architectureNames());
    }

    private static Classifier classifier(Path file) {
        return Checkpoint.classifier(SafeTensors.read(file), file, Storage.HEAP_FLOAT);
    }

    static Finding model(Path file) {
        Classifier classifier = classifier(file);
        Metrics test = RecordedTraining.of(file).test();
        String accuracy =
                test.measured() ? String.format(Locale.ROOT, ", test accuracy %.2f %%", 100 * test.accuracy()) : "";
        return Finding.ok("model", file + ": " + classifier.architectureNames() + accuracy);
    }
}
