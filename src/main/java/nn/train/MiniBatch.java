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

    /** The example of a row. */
    int example(int row) {
        return order[start + row];
    }

    /**
     * Sorts the examples within the epoch's order; those with the same key stay in the order they are in.
     *
     * @param keys of the rows as they are, taken as unsigned
     * @param before overwritten by the row that each example of the sorted rows was in
     */
    void sort(byte[] keys, int[] before) {
        int[] ends = new int[1 << Byte.SIZE];
        for (int row = 0; row < size; row++) {
            ends[keys[row] & 0xff]++;
        }
        for (int key = 1; key < ends.length; key++) {
            ends[key] += ends[key - 1];
        }
        int[] examples = Arrays.copyOfRange(order, start, start + size);
        for (int row = size - 1; row >= 0; row--) {
            int sorted = --ends[keys[row] & 0xff];
            before[sorted] = row;
            order[start + sorted] = examples[row];
        }
    }
}
