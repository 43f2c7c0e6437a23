package nn.train.fast;

import nn.model.FloatMatrix;
import nn.model.Matrix;
import nn.model.Precision;

/** A {@link FirstLayer} that multiplies all inputs. */
final class DenseFirstLayer implements FirstLayer {

    private final int firstInput;
    private final int allInputs;
    private final int valueCount;
    private final FloatMatrix inputs;
    private final Matrix weights;
    private final Matrix products;
    private final Matrix dSums;
    private final FloatMatrix gradient;
    private final GradientRows gradientRows;

    /**
     * For one part's inputs.
     *
     * @param firstInput the first of them
     * @param allInputs of the network, without the constant one of the biases
     * @param weights {@code [own, fanOut]}, a row for each of the part's inputs; the last part's include the biases
     * @param products {@code [batch, fanOut]}, where the products go
     * @param dSums {@code [batch, fanOut]}, the gradient by the layer's weighted sums
     */
    DenseFirstLayer(int firstInput, int allInputs, Matrix weights, Matrix products, Matrix dSums) {
        this.firstInput = firstInput;
        this.allInputs = allInputs;
        this.weights = weights;
        this.products = products;
        this.dSums = dSums;
        valueCount = Math.min(weights.rows(), allInputs - firstInput);
        inputs = (FloatMatrix) Matrix.padded(Precision.FLOAT, products.rows(), weights.rows());
        inputs.fill(1);
        gradient = (FloatMatrix) Matrix.zeros(Precision.FLOAT, weights.rows(), weights.columns());
        gradientRows = GradientRows.of(gradient);
    }

    @Override
    public void forward(float[] values, int batch) {
        for (int row = 0; row < batch; row++) {
            inputs.write(row, 0, values, row * allInputs + firstInput, valueCount);
        }
        products.multiply(inputs, weights, batch, weights.rows());
    }

    @Override
    public void gradient(int batch) {
        gradient.multiplyTransposed(inputs, dSums, gradient.rows(), batch);
    }

    @Override
    public GradientRows gradientRows() {
        return gradientRows;
    }
}
