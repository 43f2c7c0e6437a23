package nn.train;

import java.util.Iterator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The examples of one step. Immutable; two mini-batches are never equal. */
public final class MiniBatch {

    private final int[] order;
    private final int start;
    private final int size;
    private final int epoch;
    private final double strength;

    /**
     * A slice of an epoch's order.
     *
     * @param order the examples of the epoch in their order; nobody may change it
     * @param start where the mini-batch starts in it
     * @param size how many examples it has, at most the batch size
     * @param epoch from 1
     * @param strength of the deformations, in [0, 1]
     */
    public MiniBatch(int[] order, int start, int size, int epoch, double strength) {
        this.order = order;
        this.start = start;
        this.size = size;
        this.epoch = epoch;
        this.strength = strength;
    }

    /** The example of a row: its number in the data. */
    public int example(int row) {
        return order[start + row];
    }

    /** How many examples there are. */
    public int size() {
        return size;
    }

    /** The epoch, from 1. */
    public int epoch() {
        return epoch;
    }

    /** The strength of the deformations, in [0, 1]. */
    double strength() {
        return strength;
    }

    /**
     * The mini-batches of an epoch, each made when it is asked for; the last one may be smaller.
     *
     * @param first the number of the first one, from 0
     * @param strength of the deformations, by the number of the mini-batch
     */
    static Iterator<MiniBatch> of(int[] order, int first, int batchSize, int epoch, IntToDoubleFunction strength) {
        int count = (order.length + batchSize - 1) / batchSize;
        return IntStream.range(first, count)
                .mapToObj(number -> {
                    int start = number * batchSize;
                    int size = Math.min(batchSize, order.length - start);
                    return new MiniBatch(order, start, size, epoch, strength.applyAsDouble(number));
                })
                .iterator();
    }
}
