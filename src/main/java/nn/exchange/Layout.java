package nn.exchange;

/** The order of a weight matrix' dimensions. */
public enum Layout {
    /** {@code [inputs, outputs]}, for {@code x W + b}: NumPy, Keras, scikit-learn. */
    IN_OUT {
        @Override
        int inputs(NumberArray matrix) {
            return matrix.shape()[0];
        }
    },
    /** {@code [outputs, inputs]}, for {@code W x + b}: PyTorch. */
    OUT_IN {
        @Override
        int inputs(NumberArray matrix) {
            return matrix.shape()[1];
        }
    };

    abstract int inputs(NumberArray matrix);

    final int outputs(NumberArray matrix) {
        return matrix.values().length / Math.max(1, inputs(matrix));
    }

    /** The layer of a matrix and biases that fit it. */
    final DenseLayer layer(NumberArray matrix, float[] biases) {
        return this == IN_OUT
                ? new DenseLayer(inputs(matrix), outputs(matrix), matrix.values(), biases)
                : DenseLayer.ofWeightsByOutput(inputs(matrix), outputs(matrix), matrix.values(), biases);
    }
}
