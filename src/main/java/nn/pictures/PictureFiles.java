package nn.pictures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nn.NnException;
import nn.NnException.Kind;
import nn.UntrustedText;

/** Expands the arguments of a command into picture names: files, the pictures of a directory, the lines of a list. */
public final class PictureFiles {

    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp");

    /**
     * The name of a picture.
     *
     * @param refusal why the name gives no picture; empty if it may give one
     */
    public record Item(String name, Optional<NnException> refusal) {

        public static Item of(String name) {
            return new Item(name, Optional.empty());
        }
    }

    private PictureFiles() {}

    /**
     * All pictures in the given order. A directory's own pictures are sorted by name; its sub-directories are not searched. A
     * directory without pictures, an unreadable list and a repeated standard input each give an item with a refusal.
     */
    public static List<Item> expand(List<String> words) {
        List<Item> items = new ArrayList<>();
        for (String word : words) {
            try {
                for (String name : names(word)) {
                    items.add(item(name, items));
                }
            } catch (NnException e) {
                items.add(new Item(word, Optional.of(e)));
            }
        }
        return items;
    }

    private static Item item(String name, List<Item> before) {
        Item item = Item.of(name);
        return name.equals(PictureClassifier.STDIN) && before.contains(item)
                ? new Item(
                        name,
                        Optional.of(new NnException(
                                Kind.BAD_INPUT,
                                "-: the standard input is one picture, and was named before; name it once")))
                : item;
    }

    private static List<String> names(String word) {
        if (word.isEmpty()) {
            throw new NnException(Kind.BAD_INPUT, "'' is not the name of a picture; name a picture");
        }
        if (word.length() > 1 && word.startsWith("@")) {
            return list(word.substring(1));
        }
        return !word.equals(PictureClassifier.STDIN) && isDirectory(word) ? pictures(Path.of(word)) : List.of(word);
    }

    private static boolean isDirectory(String word) {
        try {
            return Files.isDirectory(Path.of(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The pictures in a directory, recognized by their file name extensions. */
    private static List<String> pictures(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> all = entries.toList();
            List<String> found = all.stream()
                    .filter(PictureFiles::looksLikePicture)
                    .map(Path::toString)
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw NnException.of(
                        Kind.BAD_INPUT,
                        directory,
                        "no pictures in this directory",
                        all.stream().anyMatch(Files::isDirectory)
                                ? "name the directories in it, they are not searched"
                                : "name files that end in png, jpg, gif, bmp, tif or webp");
            }
            return found;
        } catch (IOException | UncheckedIOException e) {
            throw notListed(directory, e);
        }
    }

    /** The exception for a directory whose files cannot be listed. */
    static NnException notListed(Path directory, Exception e) {
        return NnException.of(
                Kind.BAD_INPUT,
                directory,
                "cannot be listed (" + UntrustedText.escaped(e.toString()) + ")",
                "check its permissions");
    }

    static boolean looksLikePicture(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot > 0
                && !name.startsWith(".")
                && ENDINGS.contains(name.substring(dot + 1))
                && !Files.isDirectory(path);
    }

    private static List<String> list(String file) {
        String advice = "give a text file with one path a line";
        List<String> names =
                TextLines.read(file, advice).stream().map(TextLines.Line::text).toList();
        if (names.isEmpty()) {
            throw new NnException(Kind.BAD_INPUT, file + ": names no picture; " + advice);
        }
        return names;
    }
}
