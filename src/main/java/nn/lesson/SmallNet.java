package nn.lesson;

import java.util.List;
import java.util.random.RandomGenerator;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Initializer;
import nn.model.Loss;
import nn.model.Mlp;
import nn.model.Parameters;
import nn.model.Storage;
import nn.model.Workspace;
import nn.train.Optimizer;
import nn.train.PlainStep;
import nn.train.PlainUpdate;

/**
 * A lesson's network in double precision, with the workspace, gradient and optimizer that the model core needs. It computes
 * nothing itself. Rows are examples.
 */
final class SmallNet {

    private final Parameters parameters;
    private final Workspace workspace;
    private final PlainStep step;

    /** @param capacity the most examples of a batch */
    SmallNet(Parameters parameters, Loss loss, int capacity) {
        this.parameters = parameters;
        workspace = Workspace.forTraining(parameters.architecture(), Storage.NATIVE_DOUBLE, capacity);
        step = new PlainStep(parameters, loss, workspace, new PlainUpdate(new Optimizer.GradientDescent(), parameters));
    }

    SmallNet(Architecture architecture, Initializer initializer, RandomGenerator random, Loss loss, int capacity) {
        this(Parameters.initialized(architecture, Storage.NATIVE_DOUBLE, initializer, random), loss, capacity);
    }

    /**
     * A network with the given matrices {@code [fanIn (+ 1), fanOut]}, with biases in the last row, for single examples and
     * the squared error.
     */
    static SmallNet given(Architecture architecture, double[][]... layers) {
        return given(architecture, new Loss.SquaredError(0.5), layers);
    }

    static SmallNet given(Architecture architecture, Loss loss, double[][]... layers) {
        Parameters parameters = Parameters.zeros(architecture, Storage.NATIVE_DOUBLE);
        Initializer initializer = new Initializer.Given(List.of(layers));
        for (int layer = 0; layer < layers.length; layer++) {
            initializer.initialize(parameters, layer, RandomGenerator.getDefault());
        }
        return new SmallNet(parameters, loss, 1);
    }

    /** A network without hidden layer: one neuron for each output. */
    static Architecture oneLayer(int inputs, int outputs, Activation activation, boolean biases) {
        return new Architecture(List.of(inputs, outputs), List.of(activation), biases);
    }

    Parameters parameters() {
        return parameters;
    }

    Parameters gradient() {
        return step.gradient();
    }

    Workspace workspace() {
        return workspace;
    }

    /** The outputs for one example. */
    double[] outputs(double... inputs) {
        workspace.inputs().writeRow(0, inputs);
        Mlp.forward(parameters, workspace, 1);
        return workspace.outputs().row(0);
    }

    /** The first output for each example; an example is one input. */
    double[] outputsOfEach(double... inputs) {
        return java.util.Arrays.stream(inputs).map(x -> outputs(x)[0]).toArray();
    }

    /** The outputs for a batch {@code [rows, inputs]}. */
    double[][] outputs(double[][] inputs) {
        double[][] outputs = new double[inputs.length][];
        for (int from = 0; from < inputs.length; from += workspace.capacity()) {
            int rows = Math.min(workspace.capacity(), inputs.length - from);
            for (int row = 0; row < rows; row++) {
                workspace.inputs().writeRow(row, inputs[from + row]);
            }
            Mlp.forward(parameters, workspace, rows);
            for (int row = 0; row < rows; row++) {
                outputs[from + row] = workspace.outputs().row(row);
            }
        }
        return outputs;
    }

    /** The mean loss of the batch. Writes its gradient to {@link #gradient}, and changes no parameter. */
    double computeGradient(double[][] inputs, double[][] targets) {
        write(inputs, targets);
        return computeGradient(inputs.length, inputs.length);
    }

    /** The same for the first rows of the workspace, which are already written, divided by {@code batchSize}. */
    double computeGradient(int rows, int batchSize) {
        return step.computeGradient(rows, batchSize);
    }

    private void write(double[][] inputs, double[][] targets) {
        for (int row = 0; row < inputs.length; row++) {
            write(row, inputs[row], targets[row]);
        }
    }

    /** Writes an example into a row of the workspace. */
    void write(int row, double[] inputs, double[] targets) {
        workspace.inputs().writeRow(row, inputs);
        workspace.targets().writeRow(row, targets);
    }

    /** A gradient descent step with the gradient of the last {@link #computeGradient}. */
    void descend(double learningRate) {
        step.descend(learningRate);
    }

    /** A training step on a batch. Returns the mean loss before it. */
    double learn(double[][] inputs, double[][] targets, double learningRate) {
        write(inputs, targets);
        return learn(inputs.length, learningRate);
    }

    /** A training step on the first rows of the workspace, which are already written. Returns the mean loss before it. */
    double learn(int rows, double learningRate) {
        return step.train(rows, learningRate);
    }

    /** A training step on one example with one input and one target. Returns the loss before it. */
    double learn(double input, double target, double learningRate) {
        workspace.inputs().set(0, 0, input);
        workspace.targets().set(0, 0, target);
        return learn(1, learningRate);
    }
}
