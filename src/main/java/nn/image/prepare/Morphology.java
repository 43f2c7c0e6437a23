package nn.image.prepare;

import nn.image.Plane;

/** Gray-scale morphology with squares, and blurring with boxes; all in time independent of their size. */
public final class Morphology {

    private Morphology() {}

    /** Each pixel the largest value within a square of 2 radius + 1 pixels, cut off at the edges. */
    public static Plane dilate(Plane plane, int radius) {
        return columns(rows(plane, radius, 1), radius, 1);
    }

    /** Each pixel the smallest value within a square of 2 radius + 1 pixels, cut off at the edges. */
    public static Plane erode(Plane plane, int radius) {
        return columns(rows(plane, radius, -1), radius, -1);
    }

    /** Fills what is darker than its surroundings and narrower than the square (Serra 1982). */
    public static Plane close(Plane plane, int radius) {
        return erode(dilate(plane, radius), radius);
    }

    /** Three box blurs, near to a Gaussian blur; edges are repeated. */
    public static Plane blur(Plane plane, int radius) {
        Plane blurred = plane;
        for (int round = 0; round < 3 && radius > 0; round++) {
            blurred = boxBlur(blurred, radius);
        }
        return blurred;
    }

    private static Plane rows(Plane plane, int radius, int sign) {
        Plane result = Plane.of(plane.width(), plane.height());
        Line line = new Line(plane.width(), radius, sign);
        for (int y = 0; y < plane.height(); y++) {
            line.run(plane.values(), result.values(), y * plane.width());
        }
        return result;
    }

    /** Columns are walked as the rows of the transposed plane, which is quicker: neighbors lie side by side in memory. */
    private static Plane columns(Plane plane, int radius, int sign) {
        return rows(plane.transposed(), radius, sign).transposed();
    }

    /** Running maximum (sign 1) or minimum (sign -1) along a line, with a queue of candidates. */
    private static final class Line {

        private final int length;
        private final int radius;
        private final int sign;
        private final int[] queue;

        Line(int length, int radius, int sign) {
            this.length = length;
            this.radius = radius;
            this.sign = sign;
            this.queue = new int[length];
        }

        void run(float[] from, float[] to, int offset) {
            int head = 0;
            int tail = 0;
            for (int i = 0; i < length + radius; i++) {
                if (i < length) {
                    float value = sign * from[offset + i];
                    while (tail > head && sign * from[offset + queue[tail - 1]] <= value) {
                        tail--;
                    }
                    queue[tail++] = i;
                }
                int target = i - radius;
                if (target >= 0) {
                    if (queue[head] < target - radius) {
                        head++;
                    }
                    to[offset + target] = from[offset + queue[head]];
                }
            }
        }
    }

    private static Plane boxBlur(Plane plane, int radius) {
        Plane across = Plane.of(plane.width(), plane.height());
        for (int y = 0; y < plane.height(); y++) {
            boxBlurRow(plane.values(), across.values(), y * plane.width(), plane.width(), radius);
        }
        return boxBlurColumns(across, radius);
    }

    /** All columns at once, row by row. */
    private static Plane boxBlurColumns(Plane plane, int radius) {
        int width = plane.width();
        int height = plane.height();
        float[] from = plane.values();
        Plane result = Plane.of(width, height);
        double[] sums = new double[width];
        for (int i = -radius; i <= radius; i++) {
            int row = clamp(i, height) * width;
            for (int x = 0; x < width; x++) {
                sums[x] += from[row + x];
            }
        }
        for (int y = 0; y < height; y++) {
            int next = clamp(y + radius + 1, height) * width;
            int last = clamp(y - radius, height) * width;
            for (int x = 0; x < width; x++) {
                result.values()[y * width + x] = (float) (sums[x] / (2 * radius + 1));
                sums[x] += from[next + x] - from[last + x];
            }
        }
        return result;
    }

    private static void boxBlurRow(float[] from, float[] to, int offset, int length, int radius) {
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            sum += from[offset + clamp(i, length)];
        }
        for (int i = 0; i < length; i++) {
            to[offset + i] = (float) (sum / (2 * radius + 1));
            sum += from[offset + clamp(i + radius + 1, length)] - from[offset + clamp(i - radius, length)];
        }
    }

    private static int clamp(int i, int length) {
        return Math.min(Math.max(i, 0), length - 1);
    }
}
