package nn.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedInputsTest {

    private static final int BATCH = 5;
    private static final int FAN_OUT = 4;

    private static Matrix random(SplittableRandom random, int rows, int columns) {
        Matrix matrix = Matrix.zeros(Precision.FLOAT, rows, columns);
        for (int row = 0; row < rows; row++) {
            matrix.writeRow(row, random.doubles(columns, -1, 1).toArray());
        }
        return matrix;
    }

    /** Images of which most pixels are blank in all of the mini-batch, some, or none. */
    private static byte[] levels(SplittableRandom random, int columns, double inked) {
        byte[] levels = new byte[BATCH * columns];
        for (int column = 0; column < columns; column++) {
            if (random.nextDouble() < inked) {
                levels[random.nextInt(BATCH) * columns + column] = (byte) random.nextInt(1, 256);
            }
        }
        return levels;
    }

    /** Against sums in double precision of all inputs, with and without a constant one behind the bytes. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 16, 23, 40})
    void bytesGiveTheSumsAndTheGradientOf255ths(int columns) {
        for (int constant = 0; constant <= 1; constant++) {
            PackedInputs inputs = new PackedInputs(Matrix.zeros(Precision.FLOAT, BATCH, columns + constant), FAN_OUT, true);
            GradientRows gradient = inputs.gradientRows();
            for (double inked : new double[] {0.3, 1, 0, 0.6}) {
                SplittableRandom random = new SplittableRandom(columns);
                byte[] levels = levels(random, columns, inked);
                Matrix weights = random(random, columns + constant, FAN_OUT);
                Matrix dSums = random(random, BATCH, FAN_OUT);
                Matrix sums = Matrix.zeros(Precision.FLOAT, BATCH, FAN_OUT);
                sums.fill(Double.NaN);
                inputs.pack(levels, columns, BATCH);
                inputs.multiply(weights, sums, BATCH);
                inputs.gradient(dSums, BATCH);
                float[] actual = new float[(columns + constant) * FAN_OUT];
                gradient.read(0, actual, 0, actual.length);
                for (int neuron = 0; neuron < FAN_OUT; neuron++) {
                    for (int row = 0; row < BATCH; row++) {
                        double sum = constant * weights.get(columns + constant - 1, neuron);
                        for (int i = 0; i < columns; i++) {
                            sum += (levels[row * columns + i] & 0xff) / 255.0 * weights.get(i, neuron);
                        }
                        assertEquals(sum, sums.get(row, neuron), 1e-5);
                    }
                    for (int i = 0; i < columns + constant; i++) {
                        double sum = 0;
                        for (int row = 0; row < BATCH; row++) {
                            double input = i == columns ? 1 : (levels[row * columns + i] & 0xff) / 255.0;
                            sum += input * dSums.get(row, neuron);
                        }
                        assertEquals(sum, actual[i * FAN_OUT + neuron], 1e-5);
                    }
                }
            }
        }
    }
}
