package nn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTest {

    @Test
    void sigmoidHasItsPublishedValues() {
        assertEquals(0.26894142, Activation.SIGMOID.value(-1), 5e-9);
        assertEquals(0.73105858, Activation.SIGMOID.value(1), 5e-9);
        assertEquals(0.88079708, Activation.SIGMOID.value(2), 5e-9);
    }

    @Test
    void sigmoidSaturatesWithoutOverflow() {
        assertEquals(0, Activation.SIGMOID.value(-1e4));
        assertEquals(1, Activation.SIGMOID.value(1e4));
    }

    @Test
    void stepIsOneOnlyAboveZero() {
        assertEquals(0, Activation.STEP.value(-1e-9));
        assertEquals(0, Activation.STEP.value(0));
        assertEquals(1, Activation.STEP.value(1e-9));
    }

    @Test
    void stepHasNoSlopeToLearnFrom() {
        assertThrows(UnsupportedOperationException.class, () -> Activation.STEP.slope(1));
    }

    @Test
    void reluKeepsWhatIsNotANumber() {
        assertEquals(Double.NaN, Activation.RELU.value(Double.NaN));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STEP")
    void theSlopeByTheOutputIsTheDerivative(Activation activation) {
        for (double z : new double[] {-3, -0.7, 0.2, 1.9}) {
            double difference = (activation.value(z + 1e-6) - activation.value(z - 1e-6)) / 2e-6;
            assertEquals(difference, activation.slope(activation.value(z)), 1e-9, activation + " at " + z);
        }
    }

    @ParameterizedTest
    @EnumSource
    void matricesOfEveryStorageApplyTheSameFunction(Activation activation) {
        double[] z = {-1e4, -2.5, -0.0, 0, 0.5, 3, 1e4};
        for (Storage storage : Storage.values()) {
            Matrix matrix = Matrix.zeros(storage, 2, z.length);
            matrix.writeRow(0, z);
            matrix.writeRow(1, z);
            matrix.activate(activation, 1);
            for (int i = 0; i < z.length; i++) {
                assertEquals(
                        activation.value(z[i]),
                        matrix.get(0, i),
                        1e-7 * Math.max(1, Math.abs(z[i])),
                        storage + " " + i);
                assertEquals(z[i], matrix.get(1, i), "the second row was not asked for");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theReluOfAMatrixKeepsWhatIsNotANumber(Storage storage) {
        Matrix output = Matrix.zeros(storage, 1, 2);
        output.writeRow(0, new double[] {Double.NaN, Double.NaN});
        output.activate(Activation.RELU, 1);
        assertEquals(Double.NaN, output.get(0, 1));
    }

    @ParameterizedTest
    @EnumSource
    void theReluSlopeOfAMatrixPassesOnlyWherePositive(Storage storage) {
        Matrix output = Matrix.zeros(storage, 1, 4);
        output.writeRow(0, new double[] {0, 1e-30, 5, Double.POSITIVE_INFINITY});
        Matrix dOutput = Matrix.zeros(storage, 1, 4);
        dOutput.writeRow(0, new double[] {-3, -3, 4, 5});
        dOutput.multiplyBySlope(Activation.RELU, output, 1, 1);
        assertArrayEquals(new double[] {0, -3, 4, 5}, dOutput.row(0));
    }
}
