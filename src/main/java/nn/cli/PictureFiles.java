package nn.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import nn.NnException;
import nn.NnException.Kind;

/** What the words on the command line stand for: files as they are, a directory's pictures, the lines of a list. */
final class PictureFiles {

    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp");

    private PictureFiles() {
    }

    /**
     * The names of all pictures, in the order given; a directory's pictures by name, not those of directories in it.
     *
     * @throws NnException BAD_INPUT for a directory without pictures, or a list that cannot be read
     */
    static List<String> expand(List<String> words) {
        List<String> files = new ArrayList<>();
        for (String word : words) {
            if (word.length() > 1 && word.startsWith("@")) {
                files.addAll(list(word.substring(1)));
            } else if (!word.equals(PictureReader.STDIN) && isDirectory(word)) {
                files.addAll(pictures(Path.of(word)));
            } else {
                files.add(word);
            }
        }
        return files;
    }

    private static boolean isDirectory(String word) {
        try {
            return !word.isEmpty() && Files.isDirectory(Path.of(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The pictures in a directory, told by their endings. */
    static List<String> pictures(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            List<String> found = entries.filter(PictureFiles::looksLikePicture).map(Path::toString).sorted().toList();
            if (found.isEmpty()) {
                throw NnException.of(Kind.BAD_INPUT, directory, "no pictures in this directory",
                        "name files that end in png, jpg, gif, bmp, tif or webp");
            }
            return found;
        } catch (IOException e) {
            throw NnException.of(Kind.BAD_INPUT, directory, "cannot be listed (" + e.getMessage() + ")",
                    "check its permissions");
        }
    }

    static boolean looksLikePicture(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))
                && !Files.isDirectory(path);
    }

    private static List<String> list(String file) {
        return TextLines.read(file, "give a text file with one path a line").stream().map(TextLines.Line::text).toList();
    }
}
