package nn.model;

import java.util.List;
import java.util.random.RandomGenerator;

/** How a layer's weights start. Biases start at 0, except with {@link Constant} and {@link Given}. */
public sealed interface Initializer {

    /** Overwrites one layer of the parameters. */
    void initialize(Parameters parameters, int layer, RandomGenerator random);

    /** Normal weights with mean 0 and variance 1/fanIn (LeCun et al. 1998, Efficient BackProp, 4.6). */
    Initializer XAVIER = new Scaled(1);

    /** Normal weights with mean 0 and variance 2/fanIn, for ReLU (He et al. 2015, arXiv 1502.01852, section 2.2). */
    Initializer HE = new Scaled(2);

    /** All weights and biases the same. */
    record Constant(double value) implements Initializer {
        @Override
        public void initialize(Parameters parameters, int layer, RandomGenerator random) {
            parameters.layer(layer).fill(value);
        }
    }

    /** Normal weights with mean 0 and a given standard deviation. */
    record Normal(double deviation) implements Initializer {
        public Normal {
            requireNotNegative("deviation", deviation);
        }

        @Override
        public void initialize(Parameters parameters, int layer, RandomGenerator random) {
            fillWeights(parameters, layer, random, deviation);
        }
    }

    /** Normal weights with mean 0 and variance gain/fanIn. */
    record Scaled(double gain) implements Initializer {
        public Scaled {
            requireNotNegative("gain", gain);
        }

        @Override
        public void initialize(Parameters parameters, int layer, RandomGenerator random) {
            int fanIn = parameters.architecture().sizes().get(layer);
            fillWeights(parameters, layer, random, Math.sqrt(gain / fanIn));
        }
    }

    /**
     * Given weights and biases.
     *
     * @param layers each layer's matrix {@code [fanIn (+ 1), fanOut]}, the biases in the last row
     */
    record Given(List<double[][]> layers) implements Initializer {
        public Given {
            layers = List.copyOf(layers);
        }

        @Override
        public void initialize(Parameters parameters, int layer, RandomGenerator random) {
            Matrix target = parameters.layer(layer);
            double[][] source = layers.get(layer);
            if (source.length != target.rows()) {
                throw new IllegalArgumentException(
                        "layer %d takes %d rows, not %d".formatted(layer, target.rows(), source.length));
            }
            for (int row = 0; row < source.length; row++) {
                if (source[row].length != target.columns()) {
                    throw new IllegalArgumentException("layer %d takes rows of %d numbers, not %d"
                            .formatted(layer, target.columns(), source[row].length));
                }
                target.writeRow(row, source[row]);
            }
        }
    }

    private static void requireNotNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the %s of random weights must be 0 or more and finite, not %s".formatted(name, value));
        }
    }

    private static void fillWeights(Parameters parameters, int layer, RandomGenerator random, double deviation) {
        Matrix matrix = parameters.layer(layer);
        int fanIn = parameters.architecture().sizes().get(layer);
        double[] row = new double[matrix.columns()];
        for (int input = 0; input < fanIn; input++) {
            for (int neuron = 0; neuron < row.length; neuron++) {
                row[neuron] = deviation * random.nextGaussian();
            }
            matrix.writeRow(input, row);
        }
    }
}
