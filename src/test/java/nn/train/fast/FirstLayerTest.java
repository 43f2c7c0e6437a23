package nn.train.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import nn.model.Matrix;
import nn.model.Storage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both first layers against sums in double precision. */
class FirstLayerTest {

    private static final int BATCH = 11;
    private static final int FAN_OUT = 4;
    private static final int ALL_INPUTS = 50;

    private static Matrix random(SplittableRandom random, int rows, int columns) {
        Matrix matrix = Matrix.zeros(Storage.NATIVE_FLOAT, rows, columns);
        for (int row = 0; row < rows; row++) {
            matrix.writeRow(row, random.doubles(columns, -1, 1).toArray());
        }
        return matrix;
    }

    /** Inputs: many, some or none are blank in the whole mini-batch; some are negative. */
    private static float[] inputs(SplittableRandom random, double inked) {
        float[] inputs = new float[BATCH * ALL_INPUTS];
        for (int column = 0; column < ALL_INPUTS; column++) {
            if (random.nextDouble() < inked) {
                inputs[random.nextInt(BATCH) * ALL_INPUTS + column] = (float) random.nextDouble(-1, 1);
            }
        }
        return inputs;
    }

    /** A part's own inputs may lie anywhere; the last part's include the constant one, perhaps alone. */
    @ParameterizedTest
    @CsvSource({"0, 1", "0, 23", "7, 20", "27, 23", "27, 24", "0, 50", "0, 51", "50, 1"})
    void inputsGiveTheirProductsAndTheirGradient(int first, int count) {
        SplittableRandom random = new SplittableRandom(first * 100L + count);
        Matrix weights = Matrix.zeros(Storage.NATIVE_FLOAT, count, FAN_OUT);
        Matrix products = Matrix.zeros(Storage.NATIVE_FLOAT, BATCH, FAN_OUT);
        Matrix dSums = Matrix.zeros(Storage.NATIVE_FLOAT, BATCH, FAN_OUT);
        List<FirstLayer> layers = List.of(
                new DenseFirstLayer(first, ALL_INPUTS, weights, products, dSums),
                new SparseFirstLayer(first, ALL_INPUTS, weights, products, dSums));
        for (double inked : new double[] {0.3, 1, 0, 0.6}) {
            for (int batch : new int[] {BATCH, 5, 1}) {
                float[] inputs = inputs(random, inked);
                weights.copyFrom(random(random, count, FAN_OUT));
                dSums.copyFrom(random(random, BATCH, FAN_OUT));
                for (FirstLayer layer : layers) {
                    products.fill(Double.NaN);
                    layer.forward(inputs, batch);
                    layer.gradient(batch);
                    check(layer, inputs, first, batch, weights, products, dSums);
                }
            }
        }
    }

    private static void check(
            FirstLayer layer, float[] inputs, int first, int batch, Matrix weights, Matrix products, Matrix dSums) {
        float[] gradient = new float[weights.rows() * FAN_OUT];
        layer.gradientRows().read(0, gradient, 0, gradient.length);
        for (int neuron = 0; neuron < FAN_OUT; neuron++) {
            for (int row = 0; row < batch; row++) {
                double sum = 0;
                for (int i = 0; i < weights.rows(); i++) {
                    sum += input(inputs, row, first + i) * weights.get(i, neuron);
                }
                assertEquals(
                        sum, products.get(row, neuron), 1e-5, layer.getClass().getSimpleName());
            }
            for (int i = 0; i < weights.rows(); i++) {
                double sum = 0;
                for (int row = 0; row < batch; row++) {
                    sum += input(inputs, row, first + i) * dSums.get(row, neuron);
                }
                assertEquals(
                        sum,
                        gradient[i * FAN_OUT + neuron],
                        1e-5,
                        layer.getClass().getSimpleName());
            }
        }
    }

    private static double input(float[] inputs, int row, int column) {
        return column == ALL_INPUTS ? 1 : inputs[row * ALL_INPUTS + column];
    }
}
