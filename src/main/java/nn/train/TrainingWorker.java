package nn.train;

import java.util.Arrays;
import java.util.SplittableRandom;
import nn.data.DataSet;
import nn.data.DeformedImages;
import nn.data.Inputs;
import nn.data.RandomStreams;
import nn.data.RandomStreams.Purpose;
import nn.model.FloatMatrix;
import nn.model.Loss;
import nn.model.Mlp;
import nn.model.RowTiers;
import nn.model.Shard;
import nn.model.Workspace;

/**
 * What one worker makes up of each mini-batch: its own rows of inputs and targets, or of plain pixels its own columns of the
 * inputs, straight from the images' bytes, for its {@link Shard} of the weights.
 */
final class TrainingWorker {

    private final TrainingConfig config;
    private final DataSet data;
    private final Loss loss;
    private final Workspace workspace;
    private final Shard shard;
    private final DeformedImages images;
    private final boolean plain;
    private final float[] input;
    private final RowTiers tiers;
    private final float[][] magnitudes;
    private final byte[] pixels;
    private final float[] target;
    private final float[][] keepRows;

    /** @param workspace of this worker's rows */
    TrainingWorker(TrainingConfig config, DataSet data, DeformedImages images, Workspace workspace, Shard shard,
            RowTiers tiers) {
        this.config = config;
        this.data = data;
        loss = config.lossFunction();
        this.workspace = workspace;
        this.shard = shard;
        this.tiers = tiers;
        this.images = images;
        plain = readsPlainPixels(config);
        input = new float[plain ? 0 : workspace.architecture().inputs()];
        magnitudes = new float[tiers.count()][input.length];
        pixels = new byte[plain ? Math.multiplyExact(config.batchSize(), shard.inputCount()) : 0];
        target = new float[data.classes()];
        keepRows = new float[workspace.architecture().layers()][];
        for (int layer = 0; workspace.keep(layer).isPresent(); layer++) {
            keepRows[layer] = new float[workspace.keep(layer).get().columns()];
        }
    }

    /** Whether the inputs are the pixels as they are, so that each worker can read its own columns of them. */
    static boolean readsPlainPixels(TrainingConfig config) {
        return config.augmentation().isNone() && config.inputs(0) == Inputs.PIXELS;
    }

    /**
     * Writes this worker's rows of a mini-batch, from its row {@code from} on: targets, what is dropped, and the inputs. With plain
     * pixels its own columns of the inputs instead, of all rows, ready for the first layer.
     */
    void assemble(MiniBatch batch, int from, int rows) {
        double share = config.labelSmoothing() / target.length;
        float off = (float) share;
        float on = (float) (share + 1 - config.labelSmoothing());
        FloatMatrix targets = (FloatMatrix) workspace.targets();
        Arrays.fill(target, off);
        for (float[] ofTier : magnitudes) {
            Arrays.fill(ofTier, 0);
        }
        for (int row = 0; row < rows; row++) {
            int example = batch.example(from + row);
            int label = data.label(example);
            if (!plain) {
                images.read(example, batch.epoch(), batch.strength(), input);
                ((FloatMatrix) workspace.inputs()).write(row, 0, input, input.length);
                float[] sums = magnitudes[tiers.of(from + row)];
                for (int i = 0; i < input.length; i++) {
                    sums[i] += Math.abs(input[i]);
                }
            }
            target[label] = on;
            targets.write(row, 0, target, target.length);
            target[label] = off;
            if (config.dropout() > 0) {
                drop(row, batch.epoch(), example);
            }
        }
        if (plain) {
            int count = shard.inputCount();
            // Each worker begins at rows of its own: with a mapped file they wait for different pages, not for the same.
            for (int i = 0; i < batch.size(); i++) {
                int row = (from + i) % batch.size();
                data.readPixels(batch.example(row), shard.firstInput(), count, pixels, row * count);
            }
            shard.packInputs(pixels, batch.size());
        }
    }

    /** {@code [tiers][inputs]}, as {@link Shard#packInputs} wants them; no inputs with plain pixels. */
    float[][] magnitudes() {
        return magnitudes;
    }

    /** Takes the loss of this worker's rows, and its gradient by their outputs; returns their share of the mean. */
    double loss(int rows, int batchSize) {
        return Mlp.loss(loss, workspace, rows, batchSize);
    }

    /** Draws which hidden values of a row are kept, from a stream of the example's own, whatever worker it falls to. */
    private void drop(int row, int epoch, int example) {
        SplittableRandom random = RandomStreams.of(config.seed(), Purpose.DROPOUT, epoch, example);
        long threshold = (long) (config.dropout() * (1L << 16));
        float factor = (float) workspace.keepFactor();
        for (int layer = 0; workspace.keep(layer).isPresent(); layer++) {
            float[] factors = keepRows[layer];
            long bits = 0;
            for (int i = 0; i < factors.length; i++) {
                bits = i % 4 == 0 ? random.nextLong() : bits >>> 16;
                factors[i] = (bits & 0xffff) < threshold ? 0 : factor;
            }
            ((FloatMatrix) workspace.keep(layer).get()).write(row, 0, factors, factors.length);
        }
    }
}
