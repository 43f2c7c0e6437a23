package nn.train;

import nn.model.Loss;
import nn.model.Mlp;
import nn.model.Parameters;
import nn.model.Workspace;

/**
 * One step of gradient descent as in a textbook: forward, loss, backward, update. It uses one thread, and single or double precision, as
 * the parameters have. The lessons train with it, and tests compare the fast step with it.
 */
public final class PlainStep {

    private final Parameters parameters;
    private final Loss loss;
    private final Workspace workspace;
    private final Parameters gradient;
    private final PlainUpdate update;

    /**
     * The caller writes inputs, targets and dropout factors into the workspace before each step.
     *
     * @param workspace for training, with the storage of the parameters
     */
    public PlainStep(Parameters parameters, Loss loss, Workspace workspace, PlainUpdate update) {
        this.parameters = parameters;
        this.loss = loss;
        this.workspace = workspace;
        this.update = update;
        gradient =
                Parameters.zeros(parameters.architecture(), parameters.vector().storage());
    }

    /**
     * Makes a step on the workspace's first {@code rows} examples. If the loss is not finite, no parameter changes.
     *
     * @return the mean loss before the step
     */
    public double train(int rows, double learningRate) {
        double value = computeGradient(rows, rows);
        if (Double.isFinite(value)) {
            descend(learningRate);
        }
        return value;
    }

    /**
     * Computes the loss of the workspace's first {@code rows} examples, and its gradient, see {@link #gradient()}. Changes no parameter.
     *
     * @param batchSize divides the sum over the examples; {@code rows} for the mean
     */
    public double computeGradient(int rows, int batchSize) {
        Mlp.forward(parameters, workspace, rows);
        double value = Mlp.loss(loss, workspace, rows, batchSize);
        Mlp.backward(parameters, workspace, rows, gradient);
        return value;
    }

    /** Updates the parameters with the gradient that was computed last. */
    public void descend(double learningRate) {
        update.apply(gradient, learningRate);
    }

    /** The gradient of the mean loss that was computed last; descent subtracts it. */
    public Parameters gradient() {
        return gradient;
    }
}
