package nn.train;

import java.util.SplittableRandom;
import nn.data.RandomStreams;
import nn.data.RandomStreams.Purpose;
import nn.model.Matrix;
import nn.model.Workspace;

/**
 * Draws which hidden values are kept (Srivastava et al. 2014): for each example of each epoch anew, from a stream of its own, so that
 * it does not matter who draws them. Kept values are scaled up, so that their mean stays ("inverted dropout").
 */
public final class Dropout {

    private static final int BITS = 16;

    private final double dropout;
    private final long seed;

    public Dropout(TrainingConfig config) {
        dropout = config.regularization().dropout();
        seed = config.data().seed();
    }

    /**
     * Writes the factors of some rows of a mini-batch: 0 for what is dropped.
     *
     * @param from the first of the mini-batch's rows
     * @param workspace gets them in its {@link Workspace#keep} from its first row on
     */
    public void write(MiniBatch batch, int from, int rows, Workspace workspace) {
        if (dropout == 0) {
            return;
        }
        for (int row = 0; row < rows; row++) {
            SplittableRandom random = RandomStreams.of(seed, Purpose.DROPOUT, batch.epoch(), batch.example(from + row));
            for (int layer = 0; workspace.keep(layer).isPresent(); layer++) {
                draw(random, workspace.keep(layer).get(), row, workspace.keepFactor());
            }
        }
    }

    /** Four values from each random number, 16 bits for each. */
    private void draw(SplittableRandom random, Matrix keep, int row, double factor) {
        long threshold = (long) (dropout * (1L << BITS));
        long bits = 0;
        for (int i = 0; i < keep.columns(); i++) {
            bits = i % (Long.SIZE / BITS) == 0 ? random.nextLong() : bits >>> BITS;
            keep.set(row, i, (bits & ((1L << BITS) - 1)) < threshold ? 0 : factor);
        }
    }
}
