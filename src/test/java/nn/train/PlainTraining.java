package nn.train;

import java.util.Arrays;
import nn.data.DataSet;
import nn.data.DeformedImages;
import nn.data.InputMaker;
import nn.data.MiniBatchOrder;
import nn.model.Loss;
import nn.model.Mlp;
import nn.model.Parameters;
import nn.model.Precision;
import nn.model.Workspace;

/**
 * The plainest training loop, for comparison: one thread, double precision, gradient descent on whole mini-batches, without any
 * of the trainer's code.
 */
final class PlainTraining {

    final Parameters parameters;
    private final TrainingConfig config;
    private final DataSet data;
    private final Workspace workspace;
    private final Parameters gradient;
    private final DeformedImages images;
    private final InputMaker maker;
    private final byte[] image;

    /** Starts from the same parameters as a run of the configuration. */
    PlainTraining(TrainingConfig config, DataSet data) {
        this.config = config;
        this.data = data;
        var architecture = config.architecture(data);
        parameters = Parameters.zeros(architecture, Precision.DOUBLE);
        parameters.vector().writeRow(0, TrialRun.numbers(TrainingState.initial(architecture, config).parameters()));
        workspace = Workspace.forTraining(architecture, Precision.DOUBLE, config.batchSize());
        gradient = Parameters.zeros(architecture, Precision.DOUBLE);
        images = new DeformedImages(data, config.augmentation(), config.seed());
        maker = new InputMaker(config.inputs(0), data.rows(), data.columns());
        image = new byte[data.pixelsPerImage()];
    }

    /** Trains an epoch, from 1, on all examples and returns the mean loss over them. */
    double epoch(int epoch) {
        int[] order = MiniBatchOrder.of(config.seed(), epoch, data.size());
        double lossSum = 0;
        for (int start = 0; start < order.length; start += config.batchSize()) {
            int rows = Math.min(config.batchSize(), order.length - start);
            lossSum += rows * computeGradient(epoch, order, start, rows);
            double[] values = parameters.vector().row(0);
            double[] slopes = gradient.vector().row(0);
            for (int i = 0; i < values.length; i++) {
                values[i] -= config.learningRate() * slopes[i];
            }
            parameters.vector().writeRow(0, values);
        }
        return lossSum / data.size();
    }

    /** The mean loss of some examples in the first epoch; leaves their gradient in {@link #gradient}. */
    double computeGradient(int[] order, int start, int rows) {
        return computeGradient(1, order, start, rows);
    }

    private double computeGradient(int epoch, int[] order, int start, int rows) {
        for (int row = 0; row < rows; row++) {
            int example = order[start + row];
            images.read(example, epoch, 1, image);
            float[] made = new float[maker.count()];
            maker.make(image, made);
            double[] input = new double[made.length];
            Arrays.setAll(input, i -> made[i]);
            double[] target = new double[data.classes()];
            for (int k = 0; k < target.length; k++) {
                target[k] = config.labelSmoothing() / target.length + (k == data.label(example) ? 1 - config.labelSmoothing() : 0);
            }
            workspace.inputs().writeRow(row, input);
            workspace.targets().writeRow(row, target);
        }
        Mlp.forward(parameters, workspace, rows);
        double loss = Mlp.loss(Loss.named(config.loss()), workspace, rows, rows);
        Mlp.backward(parameters, workspace, rows, gradient);
        return loss;
    }

    /** The gradient that was computed last. */
    double[] gradient() {
        return gradient.vector().row(0);
    }
}
