package nn.image.decode;

import java.util.ArrayList;
import java.util.List;
import nn.image.Picture;
import nn.image.Plane;

/**
 * Collects the pixels of a decoder, in any order, into a picture that is at most {@link #LONGEST_SIDE} long: square blocks of
 * pixels are averaged as they arrive, so a picture of 100 megapixels costs no more memory than one of a single megapixel.
 * Luminance is averaged with opacity as its weight, because the color below a transparent pixel means nothing.
 */
final class PictureBuilder {

    /** A pen stroke of a thousandth of the picture is still a pixel wide. */
    static final int LONGEST_SIDE = 1024;

    private final int sourceWidth;
    private final int sourceHeight;
    private final int left;
    private final int top;
    private final int block;
    private final int width;
    private final int height;
    private final float[] light;
    private final float[] cover;
    private final List<String> warnings = new ArrayList<>();

    PictureBuilder(int sourceWidth, int sourceHeight) {
        this(sourceWidth, sourceHeight, 0, 0);
    }

    /** For a source of that size of which the decoder has a part: its first pixel is that of column left and row top. */
    PictureBuilder(int sourceWidth, int sourceHeight, int left, int top) {
        this.sourceWidth = sourceWidth;
        this.sourceHeight = sourceHeight;
        this.left = left;
        this.top = top;
        this.block = divideUp(Math.max(sourceWidth, sourceHeight), LONGEST_SIDE);
        this.width = divideUp(sourceWidth, block);
        this.height = divideUp(sourceHeight, block);
        this.light = new float[width * height];
        this.cover = new float[width * height];
    }

    /** Adds one pixel, each exactly once; luminance and opacity in [0, 1]. What a part has outside of the source is left out. */
    void add(int x, int y, float luminance, float opacity) {
        if (x >= sourceWidth - left || y >= sourceHeight - top) {
            return;
        }
        int at = (top + y) / block * width + (left + x) / block;
        light[at] += luminance * opacity;
        cover[at] += opacity;
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    /** The picture of all pixels added; those never added count as transparent. */
    Picture build() {
        for (int y = 0; y < height; y++) {
            int rows = Math.min(block, sourceHeight - y * block);
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                int pixels = rows * Math.min(block, sourceWidth - x * block);
                light[at] = cover[at] == 0 ? 0 : light[at] / cover[at];
                cover[at] /= pixels;
            }
        }
        return new Picture(new Plane(width, height, light), new Plane(width, height, cover), warnings);
    }

    private static int divideUp(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
