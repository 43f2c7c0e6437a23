package nn.data;

import java.util.Arrays;

/**
 * One image as integers, 0 paper to 255 ink, with a border of one pixel of paper, so that neighbors need no bounds check. Its
 * filters work in place: every method but the accessors changes the image.
 */
final class PaddedImage {

    private final int rows;
    private final int columns;
    private final int stride;

    /** The image, {@code [rows + 2, stride]}, and buffers of the same shape. */
    private final int[] values;

    private final int[] filtered;
    private final int[] before;
    private final int[] after;

    /** The original image {@code [rows + 2, stride]}, unsigned, with a border of 0. */
    private final byte[] bytes;

    /** A mask: all bits are set in the image, none in the border. */
    private final int[] inside;

    PaddedImage(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        stride = columns + 2;
        values = new int[(rows + 2) * stride];
        filtered = new int[values.length];
        before = new int[values.length];
        after = new int[values.length];
        bytes = new byte[values.length];
        inside = new int[values.length];
        for (int row = 1; row <= rows; row++) {
            Arrays.fill(inside, row * stride + 1, row * stride + 1 + columns, -1);
        }
    }

    /** Gray levels {@code [rows + 2, columns + 2]}, border included. */
    int[] values() {
        return values;
    }

    /** Columns of {@link #values()}. */
    int stride() {
        return stride;
    }

    /** @param pixels {@code [rows * columns]} */
    void set(byte[] pixels) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(pixels, row * columns, bytes, (row + 1) * stride + 1, columns);
        }
        // One long loop, because the JIT does not vectorize this, and short loops take twice as long.
        int[] values = this.values;
        byte[] bytes = this.bytes;
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes[i] & 0xff;
        }
    }

    /**
     * Makes strokes thicker, or thinner for negative values: blends with the 3 x 3 maximum or minimum, which adds or removes
     * one pixel on either side of a stroke.
     *
     * @param pixels change of a stroke's width, -2 to 2
     */
    void thicken(double pixels) {
        int parts = (int) Math.rint(Math.abs(pixels) / 2 * 256);
        if (parts == 0) {
            return;
        }
        int flip = pixels > 0 ? 0 : -1;
        extreme(values, 1, flip);
        extreme(filtered, stride, flip);
        blend(parts);
    }

    /**
     * Blends the image with its 3 x 3 binomial blur.
     *
     * @param share the share of the blurred image, 0 to 1
     */
    void blur(double share) {
        int parts = (int) Math.rint(share * 256);
        if (parts == 0) {
            return;
        }
        smooth(values, 1);
        smooth(filtered, stride);
        blend(parts);
    }

    /** The largest of three values that are {@code step} apart, or the smallest if {@code flip} is -1 instead of 0. */
    private void extreme(int[] from, int step, int flip) {
        copyNeighbors(from, step);
        int[] before = this.before;
        int[] after = this.after;
        int[] filtered = this.filtered;
        for (int i = 0; i < filtered.length; i++) {
            int a = before[i] ^ flip;
            int b = after[i] ^ flip;
            int difference = a - b;
            int max = a - (difference & difference >> 31);
            b = from[i] ^ flip;
            difference = max - b;
            filtered[i] = max - (difference & difference >> 31) ^ flip;
        }
    }

    /** A quarter, a half and a quarter of three values that are {@code step} apart. */
    private void smooth(int[] from, int step) {
        copyNeighbors(from, step);
        int[] before = this.before;
        int[] after = this.after;
        int[] filtered = this.filtered;
        for (int i = 0; i < filtered.length; i++) {
            filtered[i] = before[i] + 2 * from[i] + after[i] + 2 >> 2;
        }
    }

    /**
     * Shifts neighbors to the same index, so that the JIT vectorizes; see {@link Warp}. Values that wrap around end up in the
     * border.
     */
    private void copyNeighbors(int[] from, int step) {
        System.arraycopy(from, 0, before, step, from.length - step);
        System.arraycopy(from, step, after, 0, from.length - step);
    }

    /** Moves the inner pixels towards the filtered ones by {@code parts / 256}; the border stays paper. */
    private void blend(int parts) {
        int[] values = this.values;
        int[] filtered = this.filtered;
        int[] inside = this.inside;
        for (int i = 0; i < values.length; i++) {
            values[i] += (filtered[i] - values[i]) * parts + 128 >> 8 & inside[i];
        }
    }
}
