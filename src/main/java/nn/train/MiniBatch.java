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

    /** Whether the other one, which may be null, is of the same examples in the same form. */
    boolean isSameAs(MiniBatch other) {
        return other != null && order == other.order && start == other.start && size == other.size && epoch == other.epoch
                && strength == other.strength;
    }

    /** The example of a row. */
    int example(int row) {
        return order[start + row];
    }
}
