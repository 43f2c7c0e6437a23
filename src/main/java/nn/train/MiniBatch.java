package nn.train;

/**
 * The examples of one step.
 *
 * @param order the epoch's order of the examples
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
}
