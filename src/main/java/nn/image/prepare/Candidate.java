package nn.image.prepare;

/**
 * What the digit in a picture could be, prepared, with what its shape says.
 *
 * @param kind      what kind of look at the picture showed it
 * @param name      the same in words
 * @param digit     as the network reads it
 * @param size      its longer side as a share of what was looked at
 * @param explained the share of the ink there that belongs to it
 * @param contrast  how much darker its ink is than its paper, 0 to 1
 * @param pen       the width of its strokes as a share of its longer side
 * @param quarters  by how many quarters it was turned clockwise
 */
public record Candidate(
        Kind kind,
        String name,
        PreparedDigit digit,
        double size,
        double explained,
        double contrast,
        double pen,
        int quarters) {

    /** As it stands in the picture. */
    Candidate(Kind kind, String name, PreparedDigit digit, double size, double explained, double contrast, double pen) {
        this(kind, name, digit, size, explained, contrast, pen, 0);
    }

    /** What was looked at. */
    public enum Kind {
        /** The whole picture, as it is. */
        PLAIN,
        /** Light and dark exchanged. */
        INVERTED,
        /** The picture with a margin of its paper. */
        CONTINUED,
        /** A sheet, a box or a screen in the picture. */
        AREA,
        /** How much the colors differ from the paper's. */
        COLOR,
        /** Without straight lines. */
        LINES,
        /** The middle of the picture. */
        MIDDLE,
        /** Ink of another strength. */
        INK,
        /** Another part of the ink. */
        PART,
        /** The blurred picture. */
        BLURRED,
        /** The picture is what the preparation aims at, so there is no other way to look at it. */
        PREPARED
    }

    /** The same digit turned clockwise by so many quarters. */
    public Candidate turned(int by) {
        int side = digit.rows();
        byte[] pixels = digit.pixels();
        for (int turn = 0; turn < by; turn++) {
            byte[] turned = new byte[pixels.length];
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    turned[x * side + side - 1 - y] = pixels[y * side + x];
                }
            }
            pixels = turned;
        }
        return new Candidate(
                kind,
                name + ", turned by " + 90 * by + " degrees",
                new PreparedDigit(pixels, side, side, digit.hasInk(), digit.warnings()),
                size,
                explained,
                contrast,
                pen,
                quarters + by);
    }
}
