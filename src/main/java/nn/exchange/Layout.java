package nn.exchange;

import java.util.stream.Stream;
import nn.exchange.npy.NumberArray;
import nn.json.EnumName;

/** The order of a weight matrix' dimensions. */
public enum Layout {
    /** {@code [inputs, outputs]}, for {@code x W + b}: NumPy, Keras, scikit-learn. */
    IN_OUT {
        @Override
        public int inputs(NumberArray matrix) {
            return matrix.shape().get(0);
        }
    },
    /** {@code [outputs, inputs]}, for {@code W x + b}: PyTorch. */
    OUT_IN {
        @Override
        public int inputs(NumberArray matrix) {
            return matrix.shape().get(1);
        }
    };

    /**
     * The layout with this name, such as {@code out-in}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Layout named(String name) {
        return Stream.of(values())
                .filter(layout -> EnumName.of(layout).equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("the layout '" + name + "' is unknown"));
    }

    public abstract int inputs(NumberArray matrix);

    public final int outputs(NumberArray matrix) {
        return matrix.values().length / Math.max(1, inputs(matrix));
    }

    /** The layer of a matrix and biases that fit it. */
    public final DenseLayer layer(NumberArray matrix, float[] biases) {
        return this == IN_OUT
                ? new DenseLayer(inputs(matrix), outputs(matrix), matrix.values(), biases)
                : DenseLayer.ofWeightsByOutput(inputs(matrix), outputs(matrix), matrix.values(), biases);
    }
}
