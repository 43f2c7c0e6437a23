package nn.model;

/**
 * The forward and backward pass of a multilayer perceptron over a batch. It has no state: the caller passes parameters, working memory and
 * gradient, so training and evaluation cannot disturb each other.
 */
public final class Mlp {

    /**
     * A gradient smaller than this becomes 0. It would change no weight noticeably, but its products would be smaller than 1e-38, and a
     * processor is a hundred times slower with such numbers. Examples that are learned very well have such gradients.
     */
    private static final double NEGLIGIBLE = 1e-15;

    private Mlp() {}

    /**
     * Computes {@code values(l + 1) = activation(values(l) W + b)} for every layer, from the workspace's inputs to its outputs.
     * The biases are the last row of W, and the values end with a column of ones, so a layer is one product.
     *
     * @param rows how many rows of the workspace hold examples
     * @throws IllegalArgumentException if the workspace is for fewer rows or another architecture than the parameters'
     */
    public static void forward(Parameters parameters, Workspace workspace, int rows) {
        forward(parameters, workspace, rows, 0);
    }

    /** The same from the values that enter layer {@code from}. */
    public static void forward(Parameters parameters, Workspace workspace, int rows, int from) {
        workspace.requireFit(parameters, rows);
        Architecture architecture = parameters.architecture();
        for (int layer = from; layer < architecture.layers(); layer++) {
            Matrix output = workspace.values(layer + 1);
            output.multiply(workspace.entering(layer), parameters.layer(layer), rows, architecture.weightRows(layer));
            output.activate(architecture.activations().get(layer), rows);
            workspace.keep(layer).ifPresent(keep -> output.multiplyElements(keep, rows));
        }
    }

    /**
     * Computes the loss of the forward pass's outputs against the workspace's targets, and its gradient by the outputs, from which
     * {@link #backward} starts. Gradients below 1e-15 become 0. Both are sums over the rows divided by {@code batchSize}: the mean over
     * the batch if it has just these rows, otherwise their share of the mean.
     */
    public static double loss(Loss loss, Workspace workspace, int rows, int batchSize) {
        workspace.requireTraining();
        Matrix outputs = workspace.outputs();
        Matrix targets = workspace.targets();
        // The gradient by the outputs; the backward pass turns it into the gradient by the weighted sums.
        Matrix dOutputs = workspace.dSums(workspace.architecture().layers() - 1);
        double[] dOutputRow = workspace.dOutputRow();
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            outputs.readRow(row, workspace.outputRow());
            targets.readRow(row, workspace.targetRow());
            sum += loss.evaluate(workspace.outputRow(), workspace.targetRow(), dOutputRow);
            for (int i = 0; i < dOutputRow.length; i++) {
                double slope = dOutputRow[i] / batchSize;
                dOutputRow[i] = Math.abs(slope) < NEGLIGIBLE ? 0 : slope;
            }
            dOutputs.writeRow(row, dOutputRow);
        }
        return sum / batchSize;
    }

    /**
     * Overwrites {@code gradient} by the gradient of the loss by all parameters. {@link #forward} and {@link #loss} come first.
     */
    public static void backward(Parameters parameters, Workspace workspace, int rows, Parameters gradient) {
        propagate(parameters, workspace, rows, 0);
        workspace.requireFit(gradient, rows);
        for (int layer = 0; layer < gradient.architecture().layers(); layer++) {
            Matrix dSums = workspace.dSums(layer);
            gradient.layer(layer)
                    .multiplyTransposed(
                            workspace.entering(layer),
                            dSums,
                            gradient.layer(layer).rows(),
                            rows);
        }
    }

    /**
     * Goes back from the last layer to layer {@code to}: dZ = dA * activation'(Z) in each, and dA = dZ W' for the layer before. The
     * memory of dA becomes dZ.
     */
    public static void propagate(Parameters parameters, Workspace workspace, int rows, int to) {
        workspace.requireTraining();
        workspace.requireFit(parameters, rows);
        Architecture architecture = parameters.architecture();
        for (int layer = architecture.layers() - 1; layer >= to; layer--) {
            Matrix dSums = workspace.dSums(layer);
            double outputScale = 1;
            var keep = workspace.keep(layer);
            if (keep.isPresent()) {
                dSums.multiplyElements(keep.get(), rows);
                outputScale = 1 / workspace.keepFactor();
            }
            dSums.multiplyBySlope(
                    architecture.activations().get(layer), workspace.values(layer + 1), outputScale, rows);
            if (layer > to) {
                Matrix dInputs = workspace.dSums(layer - 1);
                dInputs.multiplyByTransposed(dSums, parameters.layer(layer), rows);
            }
        }
    }

    /**
     * The gradient by the inputs, from the gradient by the outputs that the caller has written to the last layer's
     * {@link Workspace#dSums}. {@link #forward} comes first.
     *
     * @param dInputs overwritten, {@code [capacity, inputs]}
     */
    public static void inputGradient(Parameters parameters, Workspace workspace, int rows, Matrix dInputs) {
        propagate(parameters, workspace, rows, 0);
        dInputs.multiplyByTransposed(workspace.dSums(0), parameters.layer(0), rows);
    }

    /** The operations of all products in a training step on {@code rows} examples. A multiply-add counts as two. */
    public static double trainingOperations(Architecture architecture, int rows) {
        double operations = 0;
        for (int layer = 0; layer < architecture.layers(); layer++) {
            double product = 2.0
                    * rows
                    * architecture.sizes().get(layer)
                    * architecture.sizes().get(layer + 1);
            operations += product * (layer == 0 ? 2 : 3);
        }
        return operations;
    }
}
