package nn.data;

import java.util.Arrays;

/**
 * The gradients of an image, summed by direction (one of eight) and by cell of a coarse grid: the gradient direction features
 * of Liu, Nakashima, Sako and Fujisawa 2003 (Handwritten digit recognition: benchmarking of state-of-the-art techniques,
 * Pattern Recognition 36, section 3.2). Small movements and deformations of strokes change them less than pixels.
 *
 * <p>The image is surrounded by paper. Each pixel's gradient is a quarter of the Sobel operator's. It is split into two
 * parts, along the two nearest of the eight directions (parallelogram rule). The cells' centers are the pixels of every
 * {@link GradientCells#STRIDE}th row and column, from the first on. The parts along one direction are summed with the weights of a
 * Gaussian about each center, and the square root of each sum is the feature. Owns its buffers, so it is not thread-safe.
 * Allocates nothing per image.
 */
public final class GradientDirections {

    /** The directions in steps of 45 degrees: right, then clockwise. */
    private static final int DIRECTIONS = 8;

    /** The axis direction, and the diagonal direction, by a gradient's {@link #octant}. */
    static final int[] AXES = {0, 4, 0, 4, 2, 2, 6, 6};

    static final int[] DIAGONALS = {1, 3, 7, 5, 1, 3, 7, 5};

    static final float DIAGONAL = (float) Math.sqrt(2);

    private final int rows;
    private final int columns;
    final GradientCells down;
    final GradientCells across;

    /** The image with two pixels of paper around it: {@code [rows + 4, stride]}. */
    final float[] paper;

    final int stride;

    /** The first and last row and column with ink. */
    int top;

    int bottom;
    int left;
    int right;

    /**
     * The sums over one row of pixels {@code [directions * columns of cells]}, followed by some zeros; and the sums over all
     * rows.
     */
    private final float[] line;

    final float[][] sums;

    /** For images of one size. */
    GradientDirections(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        down = new GradientCells(rows);
        across = new GradientCells(columns);
        stride = columns + 4;
        paper = new float[(rows + 4) * stride];
        line = new float[DIRECTIONS * across.count + GradientCells.TAPS];
        sums = new float[down.count][DIRECTIONS * across.count];
    }

    /**
     * The weights {@code [pixels + 2, cells]} of an axis' pixels for its cells, from one pixel before the image to one after it: for programs
     * that compute the features in other ways.
     */
    public static float[][] cellWeights(int pixels) {
        GradientCells cells = new GradientCells(pixels);
        float[][] weights = new float[cells.first.length][cells.count];
        for (int pixel = 0; pixel < weights.length; pixel++) {
            for (int tap = 0; tap < Math.min(GradientCells.TAPS, cells.count); tap++) {
                weights[pixel][cells.first[pixel] + tap] = cells.weights[pixel * GradientCells.TAPS + tap];
            }
        }
        return weights;
    }

    /** The number of features of an image. */
    static long count(int rows, int columns) {
        return (long) DIRECTIONS * GradientCells.count(rows) * GradientCells.count(columns);
    }

    /**
     * Computes the features of one image.
     *
     * @param pixels {@code [rows * columns]}, 0 paper to 1 ink
     * @param into overwritten from {@code from} on with {@code [rows of cells, directions, columns of cells]}, 0 to about 1
     */
    void write(float[] pixels, float[] into, int from) {
        for (float[] sum : sums) {
            Arrays.fill(sum, 0);
        }
        layDown(pixels);
        for (int row = top; row <= bottom + 2; row++) {
            sumAcross(row);
            sumDown(row);
        }
        for (int row = 0; row < sums.length; row++) {
            float[] sum = sums[row];
            int start = from + row * sum.length;
            for (int i = 0; i < sum.length; i++) {
                into[start + i] = (float) Math.sqrt(sum[i]);
            }
        }
    }

    /** Copies an image onto the paper, and finds the bounds of its ink. */
    private void layDown(float[] pixels) {
        top = rows;
        bottom = -3;
        left = columns;
        right = 0;
        for (int row = 0; row < rows; row++) {
            int start = row * columns;
            System.arraycopy(pixels, start, paper, (row + 2) * stride + 2, columns);
            int first = 0;
            while (first < columns && pixels[start + first] == 0) {
                first++;
            }
            if (first == columns) {
                continue;
            }
            int last = columns - 1;
            while (pixels[start + last] == 0) {
                last--;
            }
            top = Math.min(top, row);
            bottom = row;
            left = Math.min(left, first);
            right = Math.max(right, last);
        }
    }

    /** Sums the gradients of one row over the cells' columns. Row 0 is above the image. */
    private void sumAcross(int row) {
        float[] paper = this.paper;
        float[] line = this.line;
        float[] weights = across.weights;
        int cells = across.count;
        Arrays.fill(line, 0);
        int above = row * stride;
        int here = above + stride;
        int below = here + stride;
        // Smoothed and differentiated downwards: the columns left of, at and right of a pixel.
        float smoothLeft = 0;
        float smooth = 0;
        float slopeLeft = 0;
        float slope = 0;
        for (int x = left; x <= right + 2; x++) {
            float upper = paper[above + x + 2];
            float lower = paper[below + x + 2];
            float smoothRight = upper + 2 * paper[here + x + 2] + lower;
            float slopeRight = lower - upper;
            float rise = smoothRight - smoothLeft;
            float fall = slopeLeft + 2 * slope + slopeRight;
            smoothLeft = smooth;
            smooth = smoothRight;
            slopeLeft = slope;
            slope = slopeRight;
            if (rise == 0 && fall == 0) {
                continue;
            }
            float width = Math.abs(rise);
            float height = Math.abs(fall);
            int octant = octant(rise, fall, width < height);
            float least = Math.min(width, height);
            float axis = (Math.max(width, height) - least) / 4;
            float diagonal = DIAGONAL * least / 4;
            int first = across.first[x];
            int onAxis = AXES[octant] * cells + first;
            int onDiagonal = DIAGONALS[octant] * cells + first;
            for (int tap = 0; tap < GradientCells.TAPS; tap++) {
                float weight = weights[x * GradientCells.TAPS + tap];
                line[onAxis + tap] += weight * axis;
                line[onDiagonal + tap] += weight * diagonal;
            }
        }
    }

    /** The octant of a gradient: 1 for leftwards, plus 2 for upwards, plus 4 for steeper than the diagonal. */
    static int octant(float right, float under, boolean steep) {
        return Float.floatToRawIntBits(right) >>> 31 | Float.floatToRawIntBits(under) >>> 31 << 1 | (steep ? 4 : 0);
    }

    private void sumDown(int row) {
        float[] line = this.line;
        for (int tap = 0; tap < GradientCells.TAPS; tap++) {
            float weight = down.weights[row * GradientCells.TAPS + tap];
            if (weight != 0) {
                float[] sum = sums[down.first[row] + tap];
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += weight * line[i];
                }
            }
        }
    }
}
