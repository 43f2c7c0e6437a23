package nn.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import nn.NnException;
import nn.NnException.Kind;
import nn.UntrustedText;

/** Explains before a file is opened why it cannot be read. Opening a pipe would wait forever, and a device never ends. */
public final class ReadableFile {

    /** Some editors put it at the start of UTF-8 text. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private ReadableFile() {}

    /** @throws NnException of the given kind unless the path leads to a regular file that this user may read */
    public static void require(Path file, Kind kind) {
        if (Files.isDirectory(file)) {
            throw NnException.of(kind, file, "is a directory", whatToName(file, kind));
        }
        if (!Files.exists(file)) {
            String what = Files.isSymbolicLink(file) ? "is a symbolic link that leads nowhere" : "does not exist";
            throw NnException.of(kind, file, what, "check the path");
        }
        if (!Files.isRegularFile(file)) {
            throw NnException.of(kind, file, "is not a regular file", "copy its content into one");
        }
        if (!Files.isReadable(file)) {
            throw NnException.of(kind, file, "may not be read by this user", "change its permissions");
        }
    }

    /**
     * Reads a text file whole, without a byte-order mark.
     *
     * @param mostBytes a larger file is refused
     * @param advice what to do if the file is too large or not UTF-8
     * @throws NnException of the given kind if {@link #require} refuses the file, or if it is too large, not UTF-8, or
     *     unreadable
     */
    public static String readText(Path file, Kind kind, int mostBytes, String advice) {
        require(file, kind);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw NnException.of(kind, file, "has more than " + mostBytes + " bytes", advice);
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new NnException(kind, file + ": is not UTF-8 text; " + advice, e);
        } catch (IOException e) {
            throw new NnException(
                    kind, file + ": cannot be read (" + UntrustedText.escaped(e.toString()) + "); check the disk", e);
        }
    }

    /** A user who names a run's directory wants the model in it. */
    private static String whatToName(Path directory, Kind kind) {
        Path model = directory.resolve("model.safetensors");
        return kind == Kind.BAD_CHECKPOINT && Files.isRegularFile(model)
                ? "name the model in it: " + model
                : "name a file in it";
    }
}
