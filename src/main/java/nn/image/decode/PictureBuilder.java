package nn.image.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nn.image.Chroma;
import nn.image.Picture;
import nn.image.Plane;

/**
 * Collects the pixels of a decoder, in any order, into a picture whose longer side is at most as long as told: square blocks of
 * pixels are averaged as they arrive, so a picture of 100 megapixels costs no more memory than one of a single megapixel.
 * Luminance is averaged with opacity as its weight, because the color below a transparent pixel means nothing.
 */
final class PictureBuilder {

    /** Color differences that add up to less are gray. */
    private static final float GRAY = 0.01f;

    private final Picture.Original original;
    private final int sourceWidth;
    private final int sourceHeight;
    private final int left;
    private final int top;
    private final int block;
    private final int width;
    private final int height;
    private final float[] light;
    private final float[] cover;
    /** Color differences; allocated with the first pixel that is not gray. */
    private float[] blueness;

    private float[] redness;
    private final List<String> warnings = new ArrayList<>();

    PictureBuilder(int fileWidth, int fileHeight, int longestSide) {
        this(fileWidth, fileHeight, longestSide, 1, 0, 0);
    }

    /**
     * For a file that is read with gaps, or of which the decoder has a part: its first pixel is that of column left and row top.
     *
     * @param longestSide the most pixels of the picture's longer side
     * @param step only every such column and row is read
     */
    PictureBuilder(int fileWidth, int fileHeight, int longestSide, int step, int left, int top) {
        this.sourceWidth = divideUp(fileWidth, step);
        this.sourceHeight = divideUp(fileHeight, step);
        this.left = left;
        this.top = top;
        this.block = divideUp(Math.max(sourceWidth, sourceHeight), longestSide);
        this.original = new Picture.Original(fileWidth, fileHeight, step * block);
        this.width = divideUp(sourceWidth, block);
        this.height = divideUp(sourceHeight, block);
        this.light = new float[width * height];
        this.cover = new float[width * height];
    }

    /** Adds one gray pixel, each exactly once; luminance and opacity in [0, 1]. What a part has outside of the source is left out. */
    void add(int x, int y, float luminance, float opacity) {
        add(x, y, luminance, 0, 0, opacity);
    }

    /** Adds one pixel of the source, each exactly once; all in [0, 1]. */
    void addColor(int x, int y, float red, float green, float blue, float opacity) {
        float luminance = Luminance.of(red, green, blue);
        add(x, y, luminance, 0.564f * (blue - luminance), 0.713f * (red - luminance), opacity);
    }

    /** Adds one pixel of the source, each exactly once; differences as in {@link Chroma}. */
    void add(int x, int y, float luminance, float blueDifference, float redDifference, float opacity) {
        if (x >= sourceWidth - left || y >= sourceHeight - top) {
            return;
        }
        int at = (top + y) / block * width + (left + x) / block;
        light[at] += luminance * opacity;
        cover[at] += opacity;
        if (Math.abs(blueDifference) + Math.abs(redDifference) < GRAY) {
            return;
        }
        if (blueness == null) {
            blueness = new float[light.length];
            redness = new float[light.length];
        }
        blueness[at] += blueDifference * opacity;
        redness[at] += redDifference * opacity;
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
                if (blueness != null && cover[at] > 0) {
                    blueness[at] /= cover[at];
                    redness[at] /= cover[at];
                }
                cover[at] /= pixels;
            }
        }
        return new Picture(plane(light), plane(cover), chroma(), warnings, original);
    }

    private Optional<Chroma> chroma() {
        return blueness == null ? Optional.empty() : Optional.of(new Chroma(plane(blueness), plane(redness)));
    }

    private Plane plane(float[] values) {
        return new Plane(width, height, values);
    }

    private static int divideUp(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
