package nn.image;

/** A picture in color as a PNG of 8 bits a sample, like {@link GrayPng}. */
public final class ColorPng {

    private ColorPng() {}

    /**
     * The bytes of a PNG file.
     *
     * @param samples [rows * columns * 3], red, green and blue of each pixel, 0 to 255
     */
    public static byte[] encode(byte[] samples, int rows, int columns) {
        return GrayPng.encode(samples, rows, columns, 2, 3);
    }
}
