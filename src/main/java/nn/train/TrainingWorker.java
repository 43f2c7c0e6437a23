package nn.train;

import java.util.Arrays;
import java.util.SplittableRandom;
import nn.data.DataSet;
import nn.data.DeformedImages;
import nn.data.RandomStreams;
import nn.data.RandomStreams.Purpose;
import nn.model.FloatMatrix;
import nn.model.Loss;
import nn.model.Mlp;
import nn.model.Shard;
import nn.model.Workspace;

/** The rows of each mini-batch that are one worker's own, in its part of the workspace: it makes them up and takes their loss. */
final class TrainingWorker {

    private final TrainingConfig config;
    private final DataSet data;
    private final Loss loss;
    private final Workspace workspace;
    private final DeformedImages images;
    private final float[] input;
    private final double[] target;
    private final float[][] keepRows;

    TrainingWorker(TrainingConfig config, DataSet data, DeformedImages images, Workspace workspace) {
        this.config = config;
        this.data = data;
        loss = config.lossFunction();
        this.workspace = workspace;
        this.images = images;
        input = new float[workspace.architecture().inputs()];
        target = new double[data.classes()];
        keepRows = new float[workspace.architecture().layers()][];
        for (int layer = 0; workspace.keep(layer).isPresent(); layer++) {
            keepRows[layer] = new float[workspace.keep(layer).get().columns()];
        }
    }

    /** Writes this worker's rows of a mini-batch, from its row {@code from} on: inputs, targets, and what is dropped. */
    void assemble(MiniBatch batch, int from, int rows) {
        FloatMatrix inputs = (FloatMatrix) workspace.inputs();
        double off = config.labelSmoothing() / target.length;
        Arrays.fill(target, off);
        for (int row = 0; row < rows; row++) {
            int example = batch.order()[batch.start() + from + row];
            int label = data.label(example);
            images.read(example, batch.epoch(), batch.strength(), input);
            inputs.write(row, 0, input, input.length);
            target[label] = off + 1 - config.labelSmoothing();
            workspace.targets().writeRow(row, target);
            target[label] = off;
            if (config.dropout() > 0) {
                drop(row, batch.epoch(), example);
            }
        }
    }

    /** Takes the loss of this worker's rows, and its gradient by their outputs; returns their share of the mean. */
    double loss(Shard shard, int rows, int batchSize) {
        shard.outputs(rows);
        double share = Mlp.loss(loss, workspace, rows, batchSize);
        shard.slopes(rows);
        return share;
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
