package nn.exchange;

import java.util.Arrays;

/**
 * Numbers with a shape, from a file of another program.
 *
 * @param shape the dimensions
 * @param values in C order: the last index runs fastest
 */
record NumberArray(int[] shape, float[] values) {

    /** The same numbers of an array whose first index runs fastest, for at most two dimensions. */
    static NumberArray ofColumns(int[] shape, float[] values) {
        if (shape.length != 2) {
            return new NumberArray(shape, values);
        }
        float[] ordered = new float[values.length];
        for (int row = 0; row < shape[0]; row++) {
            for (int column = 0; column < shape[1]; column++) {
                ordered[row * shape[1] + column] = values[column * shape[0] + row];
            }
        }
        return new NumberArray(shape, ordered);
    }

    boolean isFinite() {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** The shape as people write it, such as {@code [784, 10]}. */
    String shapeText() {
        return Arrays.toString(shape);
    }
}
