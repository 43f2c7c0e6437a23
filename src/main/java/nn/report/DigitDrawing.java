package nn.report;

/** Draws a small gray picture, as the network sees it, with characters. */
public final class DigitDrawing {

    private static final String RAMP = " .:-=+*#%@";

    private DigitDrawing() {}

    /**
     * The picture as lines. With Unicode a line shows two rows in block characters; without it a line shows one row, with two
     * ASCII characters for each pixel.
     *
     * @param pixels {@code [rows * columns]}, 0 paper to 255 ink
     */
    public static String of(byte[] pixels, int rows, int columns, boolean unicode) {
        return unicode ? halfBlocks(pixels, rows, columns) : ascii(pixels, rows, columns);
    }

    private static String ascii(byte[] pixels, int rows, int columns) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            StringBuilder line = new StringBuilder("|");
            for (int column = 0; column < columns; column++) {
                int level = (pixels[row * columns + column] & 0xff) * (RAMP.length() - 1) / 255;
                line.append(RAMP.charAt(level)).append(RAMP.charAt(level));
            }
            text.append(line).append("|\n");
        }
        return text.toString();
    }

    /** A half of at least mid-gray is a solid block. If both halves are fainter, the character is a shade. */
    private static String halfBlocks(byte[] pixels, int rows, int columns) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows; row += 2) {
            text.append('\u2502');
            for (int column = 0; column < columns; column++) {
                int upper = pixels[row * columns + column] & 0xff;
                int lower = row + 1 < rows ? pixels[(row + 1) * columns + column] & 0xff : 0;
                text.append(block(upper, lower));
            }
            text.append("\u2502\n");
        }
        return text.toString();
    }

    private static char block(int upper, int lower) {
        boolean up = upper >= 128;
        boolean down = lower >= 128;
        if (up && down) {
            return '\u2588';
        }
        if (up) {
            return '\u2580';
        }
        if (down) {
            return '\u2584';
        }
        return upper + lower >= 96 ? '\u2591' : ' ';
    }
}
