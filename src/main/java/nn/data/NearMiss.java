package nn.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nn.ShellWord;

/** Finds data files that stand elsewhere or have another name than MNIST's, to advise who named the wrong directory. */
final class NearMiss {

    private static final int MOST_ENTRIES = 1_000;
    /** torchvision puts the files into {@code MNIST/raw}. */
    private static final int LEVELS = 2;

    private static final Pattern IMAGES = Pattern.compile("train-images[-.]idx3-ubyte(\\.gz)?");
    private static final Pattern ARCHIVE =
            Pattern.compile(".*\\.(zip|tar|tgz|tar\\.gz|7z|rar|xz|bz2)", Pattern.CASE_INSENSITIVE);

    private NearMiss() {}

    /** What to do instead of naming this path, if that can be seen. */
    static Optional<String> advice(Path path) {
        if (Files.isRegularFile(path)) {
            return ARCHIVE.matcher(path.toString()).matches()
                    ? Optional.of("unpack it, and name the directory with the files")
                    : Optional.ofNullable(path.toAbsolutePath().getParent())
                            .filter(NearMiss::hasImages)
                            .map(parent -> "name its directory " + ShellWord.of(parent));
        }
        return below(path, LEVELS)
                .map(directory -> "name its directory " + ShellWord.of(directory))
                .or(() -> renamed(path))
                .or(() -> entries(path).stream()
                        .map(entry -> entry.getFileName().toString())
                        .filter(name -> ARCHIVE.matcher(name).matches())
                        .findFirst()
                        .map(name -> "unpack " + name + ", and name the directory with the files"));
    }

    /** The first directory below with training images. */
    private static Optional<Path> below(Path directory, int levels) {
        List<Path> children =
                entries(directory).stream().filter(Files::isDirectory).toList();
        return children.stream()
                .filter(NearMiss::hasImages)
                .findFirst()
                .or(() -> levels == 1
                        ? Optional.empty()
                        : children.stream()
                                .flatMap(child -> below(child, levels - 1).stream())
                                .findFirst());
    }

    private static boolean hasImages(Path directory) {
        return entries(directory).stream()
                .anyMatch(
                        entry -> IMAGES.matcher(entry.getFileName().toString()).matches());
    }

    /** The advice to rename a file that differs in case, or is called {@code test} instead of {@code t10k}. */
    private static Optional<String> renamed(Path directory) {
        for (Path entry : entries(directory)) {
            String name = entry.getFileName().toString();
            String right = name.toLowerCase(Locale.ROOT).replaceFirst("^test-", "t10k-");
            if (!right.equals(name) && right.matches("(train|t10k)-(images[-.]idx3|labels[-.]idx1)-ubyte(\\.gz)?")) {
                return Optional.of("rename " + name + " to " + right + ", and the others like it");
            }
        }
        return Optional.empty();
    }

    /** Some entries of a directory by name; none if it cannot be read. */
    private static List<Path> entries(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.limit(MOST_ENTRIES).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
