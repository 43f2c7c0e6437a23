package nn.train;

import java.util.Iterator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The examples of one step.
 *
 * @param order the epoch's order of the examples; nobody changes it
 * @param start where the mini-batch starts in it
 * @param size its examples, at most the batch size
 * @param epoch from 1
 * @param strength of the deformations, in [0, 1]
 */
public record MiniBatch(int[] order, int start, int size, int epoch, double strength) {

    /** The example of a row. */
    public int example(int row) {
        return order[start + row];
    }

    /**
     * The mini-batches of an epoch, each made when it is asked for; the last one may be smaller.
     *
     * @param first the first one's number, from 0
     * @param strength of the deformations, by the number of the mini-batch
     */
    static Iterator<MiniBatch> of(int[] order, int first, int batchSize, int epoch, IntToDoubleFunction strength) {
        int count = (order.length + batchSize - 1) / batchSize;
        return IntStream.range(first, count)
                .mapToObj(number -> {
                    int start = number * batchSize;
                    return new MiniBatch(
                            order,
                            start,
                            Math.min(batchSize, order.length - start),
                            epoch,
                            strength.applyAsDouble(number));
                })
                .iterator();
    }
}
