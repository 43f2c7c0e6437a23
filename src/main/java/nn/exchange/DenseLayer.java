package nn.exchange;

import nn.model.Architecture;
import nn.model.FloatMatrix;
import nn.model.Parameters;

/**
 * The weights of one layer, without its activation: {@code x W + b}.
 *
 * @param inputs the rows of W
 * @param outputs its columns
 * @param weights W {@code [inputs, outputs]}, row after row
 * @param biases b {@code [outputs]}
 */
public record DenseLayer(int inputs, int outputs, float[] weights, float[] biases) {

    public DenseLayer {
        if (weights.length != (long) inputs * outputs || biases.length != outputs) {
            throw new IllegalArgumentException("%d weights and %d biases of a layer from %d to %d"
                    .formatted(weights.length, biases.length, inputs, outputs));
        }
    }

    /** A copy of a network's layer; its biases are 0 if the network has none. */
    public static DenseLayer of(Parameters parameters, int layer) {
        Architecture architecture = parameters.architecture();
        int inputs = architecture.sizes().get(layer);
        int outputs = architecture.sizes().get(layer + 1);
        double[] row = new double[outputs];
        float[] weights = new float[inputs * outputs];
        for (int input = 0; input < inputs; input++) {
            parameters.layer(layer).readRow(input, row);
            for (int output = 0; output < outputs; output++) {
                weights[input * outputs + output] = (float) row[output];
            }
        }
        float[] biases = new float[outputs];
        for (int output = 0; architecture.biases() && output < outputs; output++) {
            biases[output] = (float) parameters.bias(layer, output);
        }
        return new DenseLayer(inputs, outputs, weights, biases);
    }

    /** Copies the layer to that of a network in single precision with biases. */
    public void copyTo(Parameters parameters, int layer) {
        FloatMatrix matrix = (FloatMatrix) parameters.layer(layer);
        float[] row = new float[outputs];
        for (int input = 0; input < inputs; input++) {
            System.arraycopy(weights, input * outputs, row, 0, outputs);
            matrix.write(input, 0, row, outputs);
        }
        matrix.write(inputs, 0, biases, outputs);
    }

    /** The weights {@code [outputs, inputs]}. */
    public float[] weightsByOutput() {
        return transposed(weights, inputs, outputs);
    }

    /** A layer from weights {@code [outputs, inputs]}. */
    static DenseLayer ofWeightsByOutput(int inputs, int outputs, float[] weights, float[] biases) {
        return new DenseLayer(inputs, outputs, transposed(weights, outputs, inputs), biases);
    }

    private static float[] transposed(float[] matrix, int rows, int columns) {
        float[] transposed = new float[matrix.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                transposed[column * rows + row] = matrix[row * columns + column];
            }
        }
        return transposed;
    }

    /** One layer for both: the inputs go through {@code first}, and then through this layer. */
    public DenseLayer after(Affine first) {
        float[] newWeights = new float[weights.length];
        double[] newBiases = new double[outputs];
        for (int input = 0; input < inputs; input++) {
            for (int output = 0; output < outputs; output++) {
                float weight = weights[input * outputs + output];
                newWeights[input * outputs + output] = (float) (weight * first.scale(input));
                newBiases[output] += weight * first.shift(input);
            }
        }
        float[] sums = new float[outputs];
        for (int output = 0; output < outputs; output++) {
            sums[output] = (float) (biases[output] + newBiases[output]);
        }
        return new DenseLayer(inputs, outputs, newWeights, sums);
    }

    /** One layer for both: the outputs of this layer go through {@code then}. */
    public DenseLayer before(Affine then) {
        float[] newWeights = new float[weights.length];
        float[] newBiases = new float[outputs];
        for (int output = 0; output < outputs; output++) {
            double factor = then.scale(output);
            for (int input = 0; input < inputs; input++) {
                newWeights[input * outputs + output] = (float) (weights[input * outputs + output] * factor);
            }
            newBiases[output] = (float) (biases[output] * factor + then.shift(output));
        }
        return new DenseLayer(inputs, outputs, newWeights, newBiases);
    }
}
