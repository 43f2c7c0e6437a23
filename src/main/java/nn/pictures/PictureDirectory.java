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
import nn.Quoted;
import nn.image.decode.ImageFile;

/**
 * What is in a directory, by name: pictures, told by their endings or, where those say nothing, by their first bytes, and the rest.
 * Hidden files are neither.
 *
 * @param pictures files that are pictures, or by their endings should be
 * @param others   what else there is, each with what it is
 */
record PictureDirectory(Path directory, List<Path> pictures, List<String> others) {

    private static final Set<String> ENDINGS =
            Set.of("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp", "pbm", "pgm", "ppm", "pnm", "pam");

    /** More are counted. */
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
                    "cannot be listed (" + Quoted.clean(e.toString()) + ")",
                    "check its permissions");
        }
        return new PictureDirectory(directory, pictures, others);
    }

    /** What an entry is if it is no picture. */
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

    /** A line on what is no picture; none if there is nothing else. */
    Optional<String> leftOut() {
        return others.isEmpty() ? Optional.empty() : Optional.of(directory + ": left out " + othersNamed());
    }

    /** The other entries, as a part of a line. */
    String othersNamed() {
        return others.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (others.size() > MOST_NAMED ? " and " + (others.size() - MOST_NAMED) + " more" : "");
    }
}
