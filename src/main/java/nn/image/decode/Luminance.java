package nn.image.decode;

/**
 * How bright a color is, as a weighted sum of its gamma-coded samples (ITU-R BT.601, the Y of JPEG's YCbCr), so that gray is
 * itself, whatever container it came in.
 */
final class Luminance {

    private Luminance() {}

    /** In the unit of the samples. */
    static float of(float red, float green, float blue) {
        return 0.299f * red + 0.587f * green + 0.114f * blue;
    }
}
