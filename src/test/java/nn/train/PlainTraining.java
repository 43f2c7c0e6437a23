package nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import nn.data.DataSet;
import nn.data.DeformedImages;
import nn.data.InputMaker;
import nn.data.MiniBatchOrder;
import nn.data.RandomStreams;
import nn.data.RandomStreams.Purpose;
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
        workspace = Workspace.forTraining(architecture, Precision.DOUBLE, config.batchSize(), config.dropout());
        gradient = Parameters.zeros(architecture, Precision.DOUBLE);
        images = new DeformedImages(data, config.augmentation(), config.seed());
        maker = new InputMaker(config.inputs(0), data.rows(), data.columns());
        image = new byte[data.pixelsPerImage()];
    }

    /** That a run, which trained on all its data, got the losses of this loop in each epoch, and its weights in the end. */
    static void assertAgrees(TrialRun run, String what) {
        PlainTraining plain = new PlainTraining(run.config, run.data);
        assertEquals(run.config.epochs(), run.losses().size());
        for (int epoch = 1; epoch <= run.config.epochs(); epoch++) {
            assertEquals(plain.epoch(epoch), run.losses().get(epoch - 1), 2e-5, what + ", epoch " + epoch);
        }
        assertArrayEquals(TrialRun.numbers(plain.parameters), run.weights(), 5e-5, what);
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
            if (config.dropout() > 0) {
                drop(epoch, example, row);
            }
        }
        Mlp.forward(parameters, workspace, rows);
        double loss = Mlp.loss(Loss.named(config.loss()), workspace, rows, rows);
        Mlp.backward(parameters, workspace, rows, gradient);
        return loss;
    }

    /**
     * Which hidden values of an example are dropped in an epoch: those of which 16 bits of the example's stream, taken from each
     * number's low end up, are below the rate of 65536. Each layer starts with a new number.
     */
    private void drop(int epoch, int example, int row) {
        SplittableRandom random = RandomStreams.of(config.seed(), Purpose.DROPOUT, epoch, example);
        int threshold = (int) Math.floor(config.dropout() * 65_536);
        for (int layer = 0; layer < workspace.architecture().layers() - 1; layer++) {
            double[] factors = new double[workspace.architecture().sizes().get(layer + 1)];
            for (int i = 0; i < factors.length; i += 4) {
                long number = random.nextLong();
                for (int k = 0; k < Math.min(4, factors.length - i); k++) {
                    boolean dropped = Math.floorMod(number >> 16 * k, 65_536) < threshold;
                    factors[i + k] = dropped ? 0 : 1 / (1 - config.dropout());
                }
            }
            workspace.keep(layer).orElseThrow().writeRow(row, factors);
        }
    }

    /** The gradient that was computed last. */
    double[] gradient() {
        return gradient.vector().row(0);
    }
}
