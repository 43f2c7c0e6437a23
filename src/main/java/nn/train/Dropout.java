package nn.train;

import java.util.SplittableRandom;
import nn.data.RandomStreams;
import nn.data.RandomStreams.Purpose;
import nn.model.Matrix;
import nn.model.Workspace;

/**
 * Draws which hidden values are kept (Srivastava et al. 2014). Each example of each epoch has its own stream of random numbers, so it does
 * not matter which thread draws. Kept values are scaled up to preserve the mean ("inverted dropout").
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
     * Writes the factors of some rows of a mini-batch: 0 for dropped values, {@link Workspace#keepFactor} for kept ones.
     *
     * @param from the first row of the mini-batch
     * @param workspace receives them in its {@link Workspace#keep}, from its first row on
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

    /** Draws four values from each random number, with 16 bits each. */
    private void draw(SplittableRandom random, Matrix keep, int row, double factor) {
        long threshold = (long) (dropout * (1L << BITS));
        long bits = 0;
        for (int i = 0; i < keep.columns(); i++) {
            bits = i % (Long.SIZE / BITS) == 0 ? random.nextLong() : bits >>> BITS;
            keep.set(row, i, (bits & ((1L << BITS) - 1)) < threshold ? 0 : factor);
        }
    }
}
