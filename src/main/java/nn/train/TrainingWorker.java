package nn.train;

import java.util.Arrays;
import java.util.SplittableRandom;
import nn.data.DataSet;
import nn.data.RandomStreams;
import nn.data.RandomStreams.Purpose;
import nn.model.FloatMatrix;
import nn.model.Loss;
import nn.model.Mlp;
import nn.model.Workspace;

/** What one worker makes up of its rows of each mini-batch: targets, what is dropped, and the loss. */
final class TrainingWorker {

    private final TrainingConfig config;
    private final DataSet data;
    private final Loss loss;
    private final Workspace workspace;
    private final float[] targets;
    private final float[][] keepRows;

    /** @param workspace of this worker's rows */
    TrainingWorker(TrainingConfig config, DataSet data, Workspace workspace) {
        this.config = config;
        this.data = data;
        loss = config.lossFunction();
        this.workspace = workspace;
        targets = new float[Math.multiplyExact(workspace.capacity(), data.classes())];
        keepRows = new float[workspace.architecture().layers()][];
        for (int layer = 0; workspace.keep(layer).isPresent(); layer++) {
            keepRows[layer] = new float[workspace.keep(layer).get().columns()];
        }
    }

    /** Writes this worker's rows of a mini-batch, from its row {@code from} on: targets, and what is dropped. */
    void assemble(MiniBatch batch, int from, int rows) {
        int classes = data.classes();
        double share = config.labelSmoothing() / classes;
        float off = (float) share;
        float on = (float) (share + 1 - config.labelSmoothing());
        Arrays.fill(targets, off);
        for (int row = 0; row < rows; row++) {
            targets[row * classes + data.label(batch.example(from + row))] = on;
        }
        ((FloatMatrix) workspace.targets()).writeAcrossRows(0, targets, rows * classes);
        for (int row = 0; row < rows && config.dropout() > 0; row++) {
            drop(row, batch.epoch(), batch.example(from + row));
        }
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
