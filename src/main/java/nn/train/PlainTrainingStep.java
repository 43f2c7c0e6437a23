package nn.train;

import java.util.Optional;
import nn.data.DataSet;
import nn.model.Parameters;
import nn.model.Workspace;

/**
 * The specification of a training step: it writes inputs, targets and dropout factors of a mini-batch into a workspace, and makes a {@link
 * PlainStep}. It is slow and uses one thread. {@link nn.train.fast.FastStep} computes the same.
 */
final class PlainTrainingStep implements TrainingStep {

    private final ExampleReader reader;
    private final Targets targets;
    private final Dropout dropout;
    private final Workspace workspace;
    private final PlainStep step;
    private final float[] inputs;
    private final double[] row;

    /**
     * Trains the parameters, which it changes in place.
     *
     * @param parameters in any storage, before the first step
     * @param average their running average, if the configuration asks for one
     */
    PlainTrainingStep(TrainingConfig config, DataSet data, Parameters parameters, Optional<Parameters> average) {
        reader = new ExampleReader(config, data);
        targets = new Targets(config, data);
        dropout = new Dropout(config);
        workspace = Workspace.forTraining(
                parameters.architecture(),
                parameters.vector().storage(),
                config.learning().batchSize(),
                config.regularization().dropout());
        step = new PlainStep(
                parameters,
                config.learning().loss(),
                workspace,
                new PlainUpdate(
                        config.learning().rule(),
                        parameters,
                        config.regularization().weightDecay(),
                        config.regularization().clipNorm(),
                        average.map(vector -> new RunningAverage(
                                vector, config.regularization().averaging()))));
        inputs = new float[reader.inputs()];
        row = new double[inputs.length];
    }

    @Override
    public double train(MiniBatch batch, double learningRate) {
        assemble(batch);
        return step.train(batch.size(), learningRate);
    }

    /** Computes the mean loss of a mini-batch, and its gradient, see {@link #gradient()}. Changes no parameter. */
    double gradient(MiniBatch batch) {
        assemble(batch);
        return step.computeGradient(batch.size(), batch.size());
    }

    /** The gradient that was computed last. */
    Parameters gradient() {
        return step.gradient();
    }

    private void assemble(MiniBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            reader.read(batch, i, inputs, 0);
            for (int input = 0; input < row.length; input++) {
                row[input] = inputs[input];
            }
            workspace.inputs().writeRow(i, row);
        }
        targets.write(batch, 0, batch.size(), workspace.targets());
        dropout.write(batch, 0, batch.size(), workspace);
    }
}
