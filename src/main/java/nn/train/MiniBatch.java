package nn.train;

import java.util.Arrays;

/**
 * The examples of one step.
 *
 * @param order the epoch's order of the examples, which {@link #sort} changes
 * @param start where the mini-batch starts in it
 * @param size its examples, at most the batch size
 * @param epoch from 1
 * @param strength of the deformations, in [0, 1]
 */
record MiniBatch(int[] order, int start, int size, int epoch, double strength) {

    /** Whether the other one, which may be null, is of the same examples in the same form. */
    boolean isSameAs(MiniBatch other) {
        return other != null && order == other.order && start == other.start && size == other.size && epoch == other.epoch
                && strength == other.strength;
    }

    /** The example of a row. */
    int example(int row) {
        return order[start + row];
    }

    /**
     * Sorts the examples within the epoch's order; those with the same key stay in the order they are in.
     *
     * @param keys of all examples, taken as unsigned
     */
    void sort(byte[] keys) {
        int[] ends = new int[1 << Byte.SIZE];
        for (int row = 0; row < size; row++) {
            ends[keys[example(row)] & 0xff]++;
        }
        for (int key = 1; key < ends.length; key++) {
            ends[key] += ends[key - 1];
        }
        int[] before = Arrays.copyOfRange(order, start, start + size);
        for (int row = size - 1; row >= 0; row--) {
            order[start + --ends[keys[before[row]] & 0xff]] = before[row];
        }
    }
}
