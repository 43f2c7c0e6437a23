package nn.image.prepare;

import nn.image.Plane;

/**
 * A rectangle of a plane brought to another size. Shrinking averages over the area that a target pixel covers, so that no
 * thin stroke falls between two samples; growing interpolates linearly between pixel centers. What lies outside of the plane
 * has the value of the nearest edge pixel.
 */
public final class Resampling {

    private Resampling() {}

    /** The whole plane with its longer side at most the given length, its aspect kept; the plane itself when it fits. */
    public static Plane shrink(Plane plane, int longestSide) {
        if (plane.longerSide() <= longestSide) {
            return plane;
        }
        double scale = (double) longestSide / plane.longerSide();
        int width = (int) Math.max(1, Math.round(plane.width() * scale));
        int height = (int) Math.max(1, Math.round(plane.height() * scale));
        return resize(plane, width, height);
    }

    /** The whole plane stretched to the given size. */
    public static Plane resize(Plane plane, int width, int height) {
        return resize(plane, 0, 0, plane.width(), plane.height(), width, height);
    }

    /** The rectangle [left, right) x [top, bottom), in pixels and fractions of them, stretched to the given size. */
    public static Plane resize(
            Plane plane, double left, double top, double right, double bottom, int width, int height) {
        Rows rows = rows(plane, left, top, right, bottom, width, height);
        Plane result = Plane.of(width, height);
        for (int y = 0; y < height; y++) {
            rows.addTo(result.values(), y * width, y);
        }
        return result;
    }

    /** The rows of the whole plane stretched to the given size, for a result that is not needed as a whole. */
    public static Rows rows(Plane plane, int width, int height) {
        return rows(plane, 0, 0, plane.width(), plane.height(), width, height);
    }

    private static Rows rows(Plane plane, double left, double top, double right, double bottom, int width, int height) {
        Taps columns = Taps.of(left, right, width, plane.width());
        Taps rows = Taps.of(top, bottom, height, plane.height());
        float[] narrow = new float[plane.height() * width];
        float[] source = plane.values();
        for (int y = rows.lowest(); y <= rows.highest(); y++) {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int k = 0; k < columns.count; k++) {
                    sum += columns.weight[x * columns.count + k]
                            * source[y * plane.width() + columns.index[x * columns.count + k]];
                }
                narrow[y * width + x] = sum;
            }
        }
        return new Rows(width, rows, narrow);
    }

    /** The rows of a plane that was stretched. */
    public static final class Rows {

        private final int width;
        private final Taps rows;
        private final float[] narrow;

        /** @param narrow stretched across, not yet down */
        private Rows(int width, Taps rows, float[] narrow) {
            this.width = width;
            this.rows = rows;
            this.narrow = narrow;
        }

        public float[] row(int y) {
            float[] values = new float[width];
            addTo(values, 0, y);
            return values;
        }

        private void addTo(float[] values, int at, int y) {
            for (int k = 0; k < rows.count; k++) {
                float weight = rows.weight[y * rows.count + k];
                int from = rows.index[y * rows.count + k] * width;
                for (int x = 0; weight != 0 && x < width; x++) {
                    values[at + x] += weight * narrow[from + x];
                }
            }
        }
    }

    /** Which source samples each target sample is made of along one axis: [targets * count] indices and weights. */
    private record Taps(int count, int[] index, float[] weight) {

        static Taps of(double from, double to, int targets, int sources) {
            double step = (to - from) / targets;
            int count = step > 1 ? (int) Math.ceil(step) + 1 : 2;
            int[] index = new int[targets * count];
            float[] weight = new float[targets * count];
            for (int t = 0; t < targets; t++) {
                double start = from + t * step;
                double center = start + step / 2 - 0.5;
                int first = (int) Math.floor(step > 1 ? start : center);
                for (int k = 0; k < count; k++) {
                    int at = first + k;
                    double share = step > 1
                            ? Math.max(0, Math.min(start + step, at + 1) - Math.max(start, at)) / step
                            : Math.max(0, 1 - Math.abs(center - at));
                    index[t * count + k] = Math.min(Math.max(at, 0), sources - 1);
                    weight[t * count + k] = (float) share;
                }
            }
            return new Taps(count, index, weight);
        }

        int lowest() {
            int lowest = Integer.MAX_VALUE;
            for (int i : index) {
                lowest = Math.min(lowest, i);
            }
            return lowest;
        }

        int highest() {
            int highest = 0;
            for (int i : index) {
                highest = Math.max(highest, i);
            }
            return highest;
        }
    }
}
