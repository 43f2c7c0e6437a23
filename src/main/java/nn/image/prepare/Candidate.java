package nn.image.prepare;

/**
 * What the digit in a picture could be, prepared, with what its shape says.
 *
 * @param name     how the picture was looked at
 * @param digit    as the network reads it
 * @param size     its longer side as a share of what was looked at
 * @param explained the share of the ink there that belongs to it
 * @param contrast how much darker its ink is than its paper, 0 to 1
 * @param pen      the width of its strokes as a share of its longer side
 */
public record Candidate(String name, PreparedDigit digit, double size, double explained, double contrast, double pen) {

    /** The same digit turned by 90 degrees, clockwise, so many times. */
    public Candidate turned(int quarters) {
        byte[] pixels = digit.pixels();
        int side = digit.rows();
        for (int turn = 0; turn < quarters; turn++) {
            byte[] turned = new byte[pixels.length];
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    turned[x * side + side - 1 - y] = pixels[y * side + x];
                }
            }
            pixels = turned;
        }
        return new Candidate(
                name + ", turned by " + 90 * quarters + " degrees",
                new PreparedDigit(pixels, side, side, digit.hasInk(), digit.warnings()),
                size,
                explained,
                contrast,
                pen);
    }
}
