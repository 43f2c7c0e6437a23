package nn.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Recognizes the damage that a transfer as text does to a binary file: each line feed became carriage return and line feed. Then
 * the file has no line feed of its own, and as many bytes too many as it has line feeds.
 */
final class TextTransferDamage {

    /** Larger files are not searched. */
    private static final long MAX_BYTES = 256L << 20;

    private TextTransferDamage() {}

    /** Whether such a transfer is what made a file longer than it should be. */
    static boolean explains(Path file, long extraBytes) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            return false;
        }
        long lineFeeds = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 17)) {
            int previous = 0;
            for (int value = in.read(); value >= 0; value = in.read()) {
                if (value == '\n' && previous != '\r') {
                    return false;
                }
                lineFeeds += value == '\n' ? 1 : 0;
                previous = value;
            }
        }
        return lineFeeds == extraBytes;
    }
}
