package nn.data;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of a data set, by the names of its files. */
enum SplitFiles {
    TRAIN("train"),
    TEST("t10k");

    private final String prefix;

    SplitFiles(String prefix) {
        this.prefix = prefix;
    }

    /** The usual names of the files, with which they are written. */
    String imagesName() {
        return prefix + "-images-idx3-ubyte";
    }

    String labelsName() {
        return prefix + "-labels-idx1-ubyte";
    }

    /** The file of images in a directory. It may be damaged. */
    Optional<Path> images(Path directory) {
        return locate(directory, imagesName(), prefix + "-images.idx3-ubyte");
    }

    /** The file of labels in a directory. It may be damaged. */
    Optional<Path> labels(Path directory) {
        return locate(directory, labelsName(), prefix + "-labels.idx1-ubyte", prefix + "-labels-idx2-int");
    }

    /** The first of the names that is there, each without and with {@code .gz}. Kaggle puts directories of these names beside the files. */
    private static Optional<Path> locate(Path directory, String... names) {
        List<Path> there = Stream.of(names)
                .flatMap(name -> Stream.of(name, name + ".gz"))
                .map(directory::resolve)
                .filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS))
                .toList();
        return there.stream()
                .filter(path -> !Files.isDirectory(path))
                .findFirst()
                .or(() -> there.stream().findFirst());
    }
}
