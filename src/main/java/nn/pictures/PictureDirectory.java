package nn.pictures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nn.NnException;
import nn.NnException.Kind;
import nn.UntrustedText;
import nn.image.decode.ImageFile;

/**
 * The entries of a directory, by name. Pictures are recognized by their file name extensions, or else by their first bytes.
 * Hidden files are ignored.
 *
 * @param pictures the pictures, and files with a picture's extension
 * @param others   the other entries, each with its kind
 */
record PictureDirectory(Path directory, List<Path> pictures, List<String> others) {

    private static final Set<String> ENDINGS =
            Set.of("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp", "pbm", "pgm", "ppm", "pnm", "pam");

    /** The most entries to name; further ones are counted. */
    private static final int MOST_NAMED = 5;

    /**
     * @throws NnException BAD_INPUT if it cannot be listed
     */
    static PictureDirectory list(Path directory) {
        List<Path> pictures = new ArrayList<>();
        List<String> others = new ArrayList<>();
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path entry : (Iterable<Path>) entries.sorted()::iterator) {
                String name = entry.getFileName().toString();
                if (name.startsWith(".")) {
                    continue;
                }
                Optional<String> other = otherContent(entry, name);
                if (other.isEmpty()) {
                    pictures.add(entry);
                } else {
                    others.add(name + " (" + other.get() + ")");
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw NnException.of(
                    Kind.BAD_INPUT,
                    directory,
                    "cannot be listed (" + UntrustedText.escaped(e.toString()) + ")",
                    "check its permissions");
        }
        return new PictureDirectory(directory, pictures, others);
    }

    /** What an entry is, if it is not a picture. */
    private static Optional<String> otherContent(Path entry, String name) {
        if (Files.isDirectory(entry)) {
            return Optional.of("a directory");
        }
        int dot = name.lastIndexOf('.');
        if (dot > 0 && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(entry)) {
            return Optional.of("no file");
        }
        try {
            return ImageFile.otherContent(entry);
        } catch (IOException e) {
            return Optional.of("cannot be read");
        }
    }

    /** A line about the other entries, if there are any. */
    Optional<String> leftOut() {
        return others.isEmpty() ? Optional.empty() : Optional.of(directory + ": left out " + othersNamed());
    }

    /** Names the other entries, for a message. */
    String othersNamed() {
        return others.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (others.size() > MOST_NAMED ? " and " + (others.size() - MOST_NAMED) + " more" : "");
    }
}
