package nn.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Recognizes a binary file that was damaged by a transfer as text, which replaced each line feed by carriage return and line
 * feed. Then each line feed follows a carriage return, and there is an extra byte for each of them.
 */
final class TextTransferDamage {

    /** Larger files are not searched. */
    private static final long MAX_BYTES = 256L << 20;

    private TextTransferDamage() {}

    /** Whether such a transfer explains the extra bytes of a file. */
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
