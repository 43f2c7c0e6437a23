package nn.train.fast;

import nn.model.FloatMatrix;
import nn.model.Matrix;
import nn.model.Storage;

/** The gradient of the mean loss by one part's rows of a weight matrix. */
final class WeightGradient {

    private final Matrix inputs;
    private final Matrix dSums;
    private final FloatMatrix gradient;

    /**
     * @param inputs {@code [batch, own]}, the inputs that meet the own rows
     * @param dSums {@code [batch, fanOut]}, the gradient by the layer's weighted sums
     */
    WeightGradient(Matrix inputs, Matrix dSums) {
        this.inputs = inputs;
        this.dSums = dSums;
        gradient = (FloatMatrix) Matrix.zeros(Storage.NATIVE_FLOAT, inputs.columns(), dSums.columns());
    }

    /** Computes {@code [own, fanOut] = [batch, own]' x [batch, fanOut]}. */
    void compute(int batchSize) {
        gradient.multiplyTransposed(inputs, dSums, gradient.rows(), batchSize);
    }

    /** The rows that were computed last. */
    GradientRows rows() {
        return GradientRows.of(gradient);
    }
}
