package nn.exchange.convert;

/**
 * The size of images, in pixels.
 *
 * @param rows    their height
 * @param columns their width
 */
public record ImageShape(int rows, int columns) {

    /**
     * The shape of images whose pixels stand in one row.
     *
     * @param rows as the user says; 0 for a square
     * @throws IllegalArgumentException if they cannot have it
     */
    static ImageShape of(int pixels, int rows) {
        int height = rows > 0 ? rows : (int) Math.round(Math.sqrt(pixels));
        if (pixels < 1 || pixels % height != 0 || rows == 0 && height * height != pixels) {
            throw new IllegalArgumentException(
                    rows > 0
                            ? pixels + " pixels do not make " + rows + " rows"
                            : pixels + " pixels make no square (if the images are none, add --rows)");
        }
        return new ImageShape(height, pixels / height);
    }
}
