package nn.pictures;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import nn.NnException;
import nn.NnException.Kind;
import nn.files.ReadableFile;

/** The lines of a text file that the user wrote: at most 100 MB of UTF-8. */
final class TextLines {

    private static final int MOST_BYTES = 100_000_000;
    private static final int QUOTED = 80;

    private TextLines() {}

    /**
     * The lines that are not blank, in order.
     *
     * @param whatToDo the advice if the file is too large or not UTF-8
     * @throws NnException BAD_INPUT if the file cannot be read as such a text
     */
    static List<Line> read(String file, String whatToDo) {
        String text = ReadableFile.readText(path(file, whatToDo), Kind.BAD_INPUT, MOST_BYTES, whatToDo);
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(i -> !lines.get(i).isBlank())
                .mapToObj(i -> new Line(i + 1, lines.get(i)))
                .toList();
    }

    private static Path path(String file, String whatToDo) {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new NnException(Kind.BAD_INPUT, file + ": is not a file name here; " + whatToDo, e);
        }
    }

    /** A line, numbered from 1. */
    record Line(int number, String text) {
        /** Its start, for a message. */
        String shortened() {
            return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "...";
        }
    }
}
