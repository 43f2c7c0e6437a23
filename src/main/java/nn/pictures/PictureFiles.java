package nn.pictures;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import nn.NnException;
import nn.NnException.Kind;
import nn.ShellWord;

/** Expands the arguments of a command into picture names: files, the pictures of a directory, the lines of a list. */
public final class PictureFiles {

    /** Stands for the standard input. */
    public static final String STDIN = "-";

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*", Pattern.DOTALL);
    private static final String DATA_URL = "data:";
    private static final int SHOWN_OF_DATA_URL = 40;

    /** Opens the bytes of a picture that is in no file of this machine. */
    public interface Source {
        InputStream open() throws IOException;
    }

    /**
     * The name of a picture.
     *
     * @param refusal why the name gives no picture; empty if it may give one
     * @param source its bytes, which may be read twice; empty for a file or the standard input
     */
    public record Item(String name, Optional<NnException> refusal, Optional<Source> source) {

        public static Item of(String name) {
            return new Item(name, Optional.empty(), Optional.empty());
        }

        /** A picture whose bytes come from elsewhere; messages are as for a file of that name. */
        public static Item of(String name, Source source) {
            return new Item(name, Optional.empty(), Optional.of(source));
        }

        /** Whether it is the standard input. */
        public boolean isStdin() {
            return name.equals(STDIN) && source.isEmpty();
        }
    }

    private PictureFiles() {}

    /**
     * All pictures in the given order. A directory's own pictures are sorted by name; its sub-directories are not searched. A
     * directory without pictures, an unreadable list and a repeated standard input each give an item with a refusal.
     *
     * @param command  that messages advise, such as nn predict
     * @param warnings gets a line for each directory that also has other files
     */
    public static List<Item> expand(List<String> words, String command, Consumer<String> warnings) {
        List<Item> items = new ArrayList<>();
        for (String word : words) {
            try {
                for (String name : names(word, warnings)) {
                    items.add(item(name, command, items));
                }
            } catch (NnException e) {
                items.add(new Item(word, Optional.of(e), Optional.empty()));
            }
        }
        return items;
    }

    private static Item item(String name, String command, List<Item> before) {
        Item item = Item.of(name);
        if (item.isStdin() && before.contains(item)) {
            return refused(name, "-: the standard input is one picture, and was named before; name it once");
        } else if (isAddress(name)) {
            return refused(
                    name,
                    name + ": is a web address, and nn reads only files; run: curl -sSfL " + ShellWord.of(name) + " | "
                            + command + " -");
        } else if (name.startsWith(DATA_URL)) {
            String start = name.substring(0, Math.min(name.length(), SHOWN_OF_DATA_URL)) + "...";
            return refused(
                    start, start + ": is a data URL, not a file; save it in one, or give it to " + command + " -");
        }
        return item;
    }

    private static Item refused(String name, String message) {
        return new Item(name, Optional.of(new NnException(Kind.BAD_INPUT, message)), Optional.empty());
    }

    /** Whether the name is a web address. */
    public static boolean isAddress(String name) {
        return ADDRESS.matcher(name).matches();
    }

    private static List<String> names(String word, Consumer<String> warnings) {
        if (word.isEmpty()) {
            throw new NnException(Kind.BAD_INPUT, "'' is not the name of a picture; name a picture");
        }
        if (word.length() > 1 && word.startsWith("@")) {
            return list(word.substring(1));
        }
        return !word.equals(STDIN) && isDirectory(word) ? pictures(Path.of(word), warnings) : List.of(word);
    }

    private static boolean isDirectory(String word) {
        try {
            return Files.isDirectory(Path.of(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static List<String> pictures(Path word, Consumer<String> warnings) {
        PictureDirectory directory = PictureDirectory.list(word);
        if (directory.pictures().isEmpty()) {
            throw NnException.of(
                    Kind.BAD_INPUT,
                    word,
                    "no pictures in this directory"
                            + (directory.others().isEmpty() ? "" : ", but " + directory.othersNamed()),
                    "name pictures, or directories that have some");
        }
        directory.leftOut().ifPresent(warnings);
        return directory.pictures().stream().map(Path::toString).toList();
    }

    /** The paths in a list, without comments, which are lines that start with #. */
    private static List<String> list(String file) {
        String advice = "give a text file with one path a line";
        List<String> names = TextLines.read(file, advice).stream()
                .map(TextLines.Line::text)
                .filter(line -> !line.startsWith("#"))
                .toList();
        if (names.isEmpty()) {
            throw new NnException(Kind.BAD_INPUT, file + ": names no picture; " + advice);
        }
        return names;
    }
}
