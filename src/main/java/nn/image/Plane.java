package nn.image;

import java.util.Arrays;

/**
 * One number per pixel: {@code values[y * width + x]}, the y axis pointing down. The steps of the preparation pass planes to
 * one another; a step that writes into a plane it was given says so.
 *
 * @param width  columns, at least 1
 * @param height rows, at least 1
 * @param values [height * width]
 */
record Plane(int width, int height, float[] values) {

    Plane {
        if (width < 1 || height < 1 || values.length != width * height) {
            throw new IllegalArgumentException(
                    "a plane of " + width + "x" + height + " does not hold " + values.length + " values");
        }
    }

    static Plane of(int width, int height) {
        return new Plane(width, height, new float[Math.multiplyExact(width, height)]);
    }

    float at(int x, int y) {
        return values[y * width + x];
    }

    int longerSide() {
        return Math.max(width, height);
    }

    /** Every value v replaced by 1 - v, as a new plane. */
    Plane inverted() {
        float[] inverted = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            inverted[i] = 1 - values[i];
        }
        return new Plane(width, height, inverted);
    }

    /** The value below which the given share of all values lies, share in [0, 1]. */
    float quantile(double share) {
        return quantile(values.clone(), values.length, share);
    }

    /** As {@link #quantile(double)}, of the first {@code count} values of an array that is reordered by it. */
    static float quantile(float[] unordered, int count, double share) {
        Arrays.sort(unordered, 0, count);
        return unordered[(int) Math.round(share * (count - 1))];
    }
}
