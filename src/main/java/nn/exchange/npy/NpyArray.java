package nn.exchange.npy;

import java.util.List;

/**
 * An array in memory.
 *
 * @param shape  the size of each dimension
 * @param values in C order: the last index changes fastest
 */
public record NpyArray(List<Integer> shape, double[] values) {

    /** @throws IllegalArgumentException if they do not fit each other */
    public NpyArray {
        shape = List.copyOf(shape);
        if (NpyHeader.of(NpyType.FLOAT64, shape.toArray(Integer[]::new)).count() != values.length) {
            throw new IllegalArgumentException(values.length + " numbers do not fill " + shape);
        }
    }

    /**
     * Reads a whole array.
     *
     * @param most a larger array is refused
     * @throws nn.NnException BAD_INPUT if it is larger, cut off or damaged
     */
    static NpyArray read(NpyStream from, int most) {
        NpyHeader header = from.header();
        if (header.count() > most) {
            throw from.bad("has " + header.count() + " numbers; the most is " + most);
        }
        double[] values = new double[(int) header.count()];
        int[] order = header.fortran() ? fromFortran(header.shape(), values.length) : null;
        for (int i = 0; i < values.length; i++) {
            values[order == null ? i : order[i]] = from.next();
        }
        return new NpyArray(header.shape(), values);
    }

    /** The place in C order of each number in Fortran order. */
    private static int[] fromFortran(List<Integer> shape, int count) {
        int[] strides = new int[shape.size()];
        int stride = 1;
        for (int d = shape.size() - 1; d >= 0; d--) {
            strides[d] = stride;
            stride *= shape.get(d);
        }
        int[] places = new int[count];
        int[] index = new int[shape.size()];
        int place = 0;
        for (int i = 0; i < count; i++) {
            places[i] = place;
            for (int d = 0; d < index.length; d++) {
                place += strides[d];
                if (++index[d] < shape.get(d)) {
                    break;
                }
                place -= index[d] * strides[d];
                index[d] = 0;
            }
        }
        return places;
    }
}
