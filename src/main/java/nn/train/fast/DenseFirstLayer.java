package nn.train.fast;

import nn.model.FloatMatrix;
import nn.model.Matrix;
import nn.model.Storage;

/** A {@link FirstLayer} that multiplies all inputs. */
final class DenseFirstLayer implements FirstLayer {

    private final int firstInput;
    private final int inputCount;
    private final int ownCount;
    /** {@code [batch, own]}, with the constant input. */
    private final FloatMatrix inputs;

    private final Matrix weights;
    private final Matrix products;
    private final WeightGradient gradient;

    /**
     * For one part's inputs.
     *
     * @param firstInput the first own input
     * @param inputCount how many inputs the network has, without the constant one of the biases
     * @param weights {@code [own, fanOut]}, a row for each own input; the last part's include the biases
     * @param products {@code [batch, fanOut]}, where the products go
     * @param dSums {@code [batch, fanOut]}, the gradient by the layer's weighted sums
     */
    DenseFirstLayer(int firstInput, int inputCount, Matrix weights, Matrix products, Matrix dSums) {
        this.firstInput = firstInput;
        this.inputCount = inputCount;
        this.weights = weights;
        this.products = products;
        ownCount = Math.min(weights.rows(), inputCount - firstInput);
        inputs = (FloatMatrix) Matrix.padded(Storage.NATIVE_FLOAT, products.rows(), weights.rows());
        inputs.fill(1);
        gradient = new WeightGradient(inputs, dSums);
    }

    @Override
    public void forward(float[] allInputs, int batchSize) {
        for (int row = 0; row < batchSize; row++) {
            inputs.write(row, 0, allInputs, row * inputCount + firstInput, ownCount);
        }
        products.multiply(inputs, weights, batchSize, weights.rows());
    }

    @Override
    public void gradient(int batchSize) {
        gradient.compute(batchSize);
    }

    @Override
    public GradientRows gradientRows() {
        return gradient.rows();
    }
}
