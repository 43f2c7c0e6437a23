package nn.pictures;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import nn.NnException;
import nn.NnException.Kind;

/** The lines of a text file that the user made: regular, UTF-8, at most 100 MB. */
final class TextLines {

    private static final int MOST_BYTES = 100_000_000;
    private static final int QUOTED = 80;
    /** Some editors put it at the start of UTF-8 text. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private TextLines() {}

    /**
     * Its lines that are not blank, by line number from 1, in order.
     *
     * @param whatToDo the advice if there is no such file or it is not such a text
     * @throws NnException BAD_INPUT then
     */
    static List<Line> read(String file, String whatToDo) {
        byte[] bytes;
        try {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path)) {
                throw failure(file, Files.exists(path) ? "is no file" : "does not exist", whatToDo);
            }
            try (InputStream in = Files.newInputStream(path)) {
                bytes = in.readNBytes(MOST_BYTES + 1);
            }
            if (bytes.length > MOST_BYTES) {
                throw failure(file, "is larger than 100 MB", whatToDo);
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            List<String> lines = (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)
                    .lines()
                    .toList();
            return IntStream.range(0, lines.size())
                    .filter(i -> !lines.get(i).isBlank())
                    .mapToObj(i -> new Line(i + 1, lines.get(i)))
                    .toList();
        } catch (CharacterCodingException e) {
            throw failure(file, "is no UTF-8 text", whatToDo);
        } catch (IOException e) {
            throw failure(file, "cannot be read (" + e.getMessage() + ")", whatToDo);
        } catch (InvalidPathException e) {
            throw failure(file, "is no file name here", whatToDo);
        }
    }

    /** One of them. */
    record Line(int number, String text) {

        /** Its start, for a message. */
        String shortened() {
            return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "...";
        }
    }

    private static NnException failure(String file, String whatIsWrong, String whatToDo) {
        return new NnException(Kind.BAD_INPUT, file + ": " + whatIsWrong + "; " + whatToDo);
    }
}
