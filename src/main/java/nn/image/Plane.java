package nn.image;

/**
 * One number per pixel: {@code values[y * width + x]}, the y axis pointing down. The steps of the preparation pass planes to
 * one another; a step that writes into a plane it was given says so.
 *
 * @param width  columns, at least 1
 * @param height rows, at least 1
 * @param values [height * width]
 */
public record Plane(int width, int height, float[] values) {

    public Plane {
        if (width < 1 || height < 1 || values.length != width * height) {
            throw new IllegalArgumentException(
                    "a plane of " + width + "x" + height + " does not hold " + values.length + " values");
        }
    }

    public static Plane of(int width, int height) {
        return new Plane(width, height, new float[Math.multiplyExact(width, height)]);
    }

    public float at(int x, int y) {
        return values[y * width + x];
    }

    public int longerSide() {
        return Math.max(width, height);
    }

    /** Every value v replaced by 1 - v, as a new plane. */
    public Plane inverted() {
        float[] inverted = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            inverted[i] = 1 - values[i];
        }
        return new Plane(width, height, inverted);
    }

    /** The rectangle of it, right and bottom excluded, as a new plane. */
    public Plane cropped(int left, int top, int right, int bottom) {
        Plane crop = of(right - left, bottom - top);
        for (int y = top; y < bottom; y++) {
            System.arraycopy(values, y * width + left, crop.values, (y - top) * crop.width, crop.width);
        }
        return crop;
    }

    /** Rows and columns exchanged, as a new plane. */
    public Plane transposed() {
        Plane transposed = of(height, width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                transposed.values[x * height + y] = values[y * width + x];
            }
        }
        return transposed;
    }

    /** The value below which the given share of all values lies, share in [0, 1]. */
    public float quantile(double share) {
        return quantile(values.clone(), values.length, share);
    }

    /** As {@link #quantile(double)}, of the first {@code count} values of an array that is reordered by it (Hoare's FIND, 1961). */
    public static float quantile(float[] unordered, int count, double share) {
        int wanted = (int) Math.round(share * (count - 1));
        int from = 0;
        int to = count - 1;
        while (from < to) {
            float pivot = unordered[(from + to) >>> 1];
            int i = from;
            int j = to;
            while (i <= j) {
                while (unordered[i] < pivot) {
                    i++;
                }
                while (unordered[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    float swap = unordered[i];
                    unordered[i++] = unordered[j];
                    unordered[j--] = swap;
                }
            }
            if (wanted <= j) {
                to = j;
            } else if (wanted >= i) {
                from = i;
            } else {
                break;
            }
        }
        return unordered[wanted];
    }
}
