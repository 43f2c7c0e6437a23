package nn.model;

import java.util.List;
import java.util.SplittableRandom;

/** A small network with a batch of random examples, and one forward and backward pass over it. */
final class TrialNet {

    final Parameters parameters;
    final Workspace workspace;
    final Loss loss;
    final int rows;
    final Parameters gradient;

    /** Random normal weights and biases, inputs in [-1, 1], one class of each example as its target. */
    TrialNet(Architecture architecture, Storage storage, Loss loss, int rows, double dropout, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        this.loss = loss;
        this.rows = rows;
        parameters = Parameters.zeros(architecture, storage);
        double[] values = new double[architecture.parameterCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.7 * random.nextGaussian();
        }
        parameters.vector().writeRow(0, values);
        workspace = Workspace.forTraining(architecture, storage, rows, dropout);
        for (int row = 0; row < rows; row++) {
            double[] input = random.doubles(architecture.inputs(), -1, 1).toArray();
            double[] target = new double[architecture.outputs()];
            target[random.nextInt(target.length)] = 1;
            workspace.inputs().writeRow(row, input);
            workspace.targets().writeRow(row, target);
        }
        gradient = Parameters.zeros(architecture, storage);
    }

    static Architecture architecture(List<Integer> sizes, Activation hidden, Activation output, boolean biases) {
        List<Activation> activations =
                new java.util.ArrayList<>(java.util.Collections.nCopies(sizes.size() - 2, hidden));
        activations.add(output);
        return new Architecture(sizes, activations, biases);
    }

    /** The mean loss over the batch. */
    double lossValue() {
        Mlp.forward(parameters, workspace, rows);
        return Mlp.loss(loss, workspace, rows, rows);
    }

    /** Fills {@link #gradient}. */
    double computeGradient() {
        double value = lossValue();
        Mlp.backward(parameters, workspace, rows, gradient);
        return value;
    }
}
