package nn.exchange.npy;

import java.util.List;

/**
 * Numbers with a shape, in memory and in single precision.
 *
 * @param shape  the size of each dimension
 * @param values in C order: the last index changes fastest
 */
public record NumberArray(List<Integer> shape, float[] values) {

    /** @throws IllegalArgumentException if they do not fit each other */
    public NumberArray {
        shape = List.copyOf(shape);
        if (count(shape) != values.length) {
            throw new IllegalArgumentException(values.length + " numbers do not fill " + shape);
        }
    }

    /** How many numbers fill a shape; {@link Integer#MAX_VALUE} also stands for more. */
    public static int count(List<Integer> shape) {
        long count = 1;
        for (int size : shape) {
            count = Math.min(count * size, Integer.MAX_VALUE);
        }
        return (int) count;
    }

    public boolean isFinite() {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** Reads a whole array. The caller has checked that its size is bearable. */
    static NumberArray read(NpyStream from) {
        NpyHeader header = from.header();
        float[] values = new float[Math.toIntExact(header.count())];
        if (header.fortran()) {
            readFortran(from, values);
        } else {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) from.next();
            }
        }
        return new NumberArray(header.shape(), values);
    }

    private static void readFortran(NpyStream from, float[] values) {
        List<Integer> shape = from.header().shape();
        int[] strides = new int[shape.size()];
        int stride = 1;
        for (int d = shape.size() - 1; d >= 0; d--) {
            strides[d] = stride;
            stride *= shape.get(d);
        }
        int[] index = new int[shape.size()];
        int place = 0;
        for (int i = 0; i < values.length; i++) {
            values[place] = (float) from.next();
            for (int d = 0; d < index.length; d++) {
                place += strides[d];
                if (++index[d] < shape.get(d)) {
                    break;
                }
                place -= index[d] * strides[d];
                index[d] = 0;
            }
        }
    }
}
