package nn.train;

import nn.model.Loss;
import nn.model.Mlp;
import nn.model.Parameters;
import nn.model.Workspace;

/**
 * One step of gradient descent as the textbook has it: forward, loss, backward, update. On one thread, in single or double precision,
 * whichever the parameters have; the lessons learn with it, and faster steps are held to it.
 */
public final class PlainStep {

    private final Parameters parameters;
    private final Loss loss;
    private final Workspace workspace;
    private final Parameters gradient;
    private final PlainUpdate update;

    /**
     * For examples that the caller writes into the workspace.
     *
     * @param workspace for training, stored as the parameters are
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
     * Makes a step on the workspace's first {@code rows} examples. Where the loss is not finite, no parameter changes.
     *
     * @return their mean loss, before the step
     */
    public double train(int rows, double learningRate) {
        double value = computeGradient(rows, rows);
        if (Double.isFinite(value)) {
            descend(learningRate);
        }
        return value;
    }

    /**
     * The loss of the workspace's first {@code rows} examples; leaves its gradient in {@link #gradient}, and changes no parameter.
     *
     * @param batchSize what the sum over the examples is divided by: {@code rows} for their mean
     */
    public double computeGradient(int rows, int batchSize) {
        Mlp.forward(parameters, workspace, rows);
        double value = Mlp.loss(loss, workspace, rows, batchSize);
        Mlp.backward(parameters, workspace, rows, gradient);
        return value;
    }

    /** Changes the parameters by the gradient that was computed last. */
    public void descend(double learningRate) {
        update.apply(gradient, learningRate);
    }

    /** The gradient of the mean loss that was computed last; descent subtracts it. */
    public Parameters gradient() {
        return gradient;
    }
}
