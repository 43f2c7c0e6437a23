package nn.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackedInputsTest {

    private static final int BATCH = 11;
    private static final List<RowTiers> TIERS = List.of(RowTiers.one(), RowTiers.three(BATCH), RowTiers.three(1), RowTiers.three(3));
    private static final int FAN_OUT = 4;

    private static Matrix random(SplittableRandom random, int rows, int columns) {
        Matrix matrix = Matrix.zeros(Precision.FLOAT, rows, columns);
        for (int row = 0; row < rows; row++) {
            matrix.writeRow(row, random.doubles(columns, -1, 1).toArray());
        }
        return matrix;
    }

    /**
     * Images of which most pixels are blank in all of the mini-batch, some, or none, and many of the others in its first rows, as
     * where they are sorted.
     */
    private static byte[] levels(SplittableRandom random, int columns, double inked) {
        byte[] levels = new byte[BATCH * columns];
        for (int column = 0; column < columns; column++) {
            if (random.nextDouble() < inked) {
                levels[random.nextInt(random.nextInt(BATCH), BATCH) * columns + column] = (byte) random.nextInt(1, 256);
            }
        }
        return levels;
    }

    /** Against sums in double precision of all inputs, with and without a constant one behind them. */
    @ParameterizedTest
    @CsvSource({"1, true", "7, true", "8, true", "9, true", "16, true", "23, true", "40, true", "1, false", "8, false", "23, false"})
    void inputsGiveTheirSumsAndTheirGradient(int columns, boolean bytes) {
        for (RowTiers tiers : TIERS) {
            for (int constant = 0; constant <= 1; constant++) {
                Trial trial = new Trial(columns, constant, tiers, bytes);
                for (double inked : new double[] {0.3, 1, 0, 0.6}) {
                    for (int batch : new int[] {BATCH, 5, 1}) {
                        trial.check(inked, batch);
                    }
                }
            }
        }
    }

    /** The first layer of a worker, which is checked with one mini-batch after the other. */
    private static final class Trial {

        private final int columns;
        private final int constant;
        private final boolean bytes;
        private final SplittableRandom random;
        private final Matrix weights;
        private final Matrix sums = Matrix.zeros(Precision.FLOAT, BATCH, FAN_OUT);
        private final Matrix dSums = Matrix.zeros(Precision.FLOAT, BATCH, FAN_OUT);
        private final PackedInputs inputs;
        private final GradientRows gradient;

        Trial(int columns, int constant, RowTiers tiers, boolean bytes) {
            this.columns = columns;
            this.constant = constant;
            this.bytes = bytes;
            random = new SplittableRandom(columns);
            weights = Matrix.zeros(Precision.FLOAT, columns + constant, FAN_OUT);
            inputs = new PackedInputs(weights, sums, dSums, tiers, bytes);
            gradient = inputs.gradientRows();
        }

        void check(double inked, int batch) {
            byte[] levels = levels(random, columns, inked);
            weights.copyFrom(random(random, columns + constant, FAN_OUT));
            dSums.copyFrom(random(random, BATCH, FAN_OUT));
            sums.fill(Double.NaN);
            if (bytes) {
                inputs.pack(levels, columns, batch);
            } else {
                inputs.pack(values(levels), columns, batch);
            }
            inputs.multiply(batch);
            inputs.gradient(batch);
            float[] actual = new float[(columns + constant) * FAN_OUT];
            gradient.read(0, actual, 0, actual.length);
            for (int neuron = 0; neuron < FAN_OUT; neuron++) {
                for (int row = 0; row < batch; row++) {
                    double sum = 0;
                    for (int i = 0; i < columns + constant; i++) {
                        sum += input(levels, row, i) * weights.get(i, neuron);
                    }
                    assertEquals(sum, sums.get(row, neuron), 1e-5);
                }
                for (int i = 0; i < columns + constant; i++) {
                    double sum = 0;
                    for (int row = 0; row < batch; row++) {
                        sum += input(levels, row, i) * dSums.get(row, neuron);
                    }
                    assertEquals(sum, actual[i * FAN_OUT + neuron], 1e-5);
                }
            }
        }

        private double input(byte[] levels, int row, int column) {
            return column == columns ? 1 : (levels[row * columns + column] & 0xff) / 255.0;
        }

        private float[] values(byte[] levels) {
            float[] values = new float[levels.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (levels[i] & 0xff) / 255f;
            }
            return values;
        }
    }
}
