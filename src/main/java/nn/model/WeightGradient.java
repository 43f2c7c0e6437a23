package nn.model;

import java.util.ArrayList;
import java.util.List;

/**
 * The gradient by some rows of every layer's matrix: dW = A' dZ over the whole batch, after {@link Mlp#propagate}. Several
 * workers share the gradient out in such pieces rather than add up whole gradients of parts of the batch: that needs one
 * gradient's memory, no sum, and makes better shapes for the products.
 */
public final class WeightGradient {

    private final List<Matrix> inputs = new ArrayList<>();
    private final List<Matrix> dOutputs = new ArrayList<>();
    private final List<Matrix> targets = new ArrayList<>();

    /**
     * For one of {@code workers} pieces.
     *
     * @param workspace of the whole batch
     * @param gradient whose rows it overwrites
     */
    public WeightGradient(Workspace workspace, Parameters gradient, int worker, int workers) {
        workspace.requireTraining();
        workspace.requireFit(gradient, workspace.capacity());
        for (int layer = 0; layer < gradient.architecture().layers(); layer++) {
            int first = gradient.firstRow(layer, worker, workers);
            int count = gradient.firstRow(layer, worker + 1, workers) - first;
            inputs.add(workspace.entering(layer).columnsFrom(first, count));
            dOutputs.add(workspace.dValues(layer));
            targets.add(gradient.layer(layer).rowsFrom(first, count));
        }
    }

    /** Overwrites this piece's rows of a layer's gradient by the sum over all rows of the workspace. */
    public void compute(int layer) {
        Matrix target = targets.get(layer);
        if (target.rows() > 0) {
            target.multiply(inputs.get(layer), true, dOutputs.get(layer), false, target.rows(), target.columns(),
                    dOutputs.get(layer).rows());
        }
    }
}
