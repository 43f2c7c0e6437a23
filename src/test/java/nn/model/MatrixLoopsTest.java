package nn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In every storage, the loops of a matrix change the rows that they are asked to change, and no memory around them. */
class MatrixLoopsTest {

    /** Rows with a gap between them, of numbers that every storage represents exactly. */
    private static Matrix matrix(Storage storage, double[]... rows) {
        Matrix matrix = Matrix.zeros(storage, rows.length, rows[0].length, rows[0].length + 5);
        for (int row = 0; row < rows.length; row++) {
            matrix.writeRow(row, rows[row]);
        }
        return matrix;
    }

    @ParameterizedTest
    @EnumSource
    void aSumOfSeveralIsActivated(Storage storage) {
        Matrix sum = matrix(storage, new double[] {9, 9}, new double[] {9, 9}, new double[] {9, 9});
        Matrix one = matrix(storage, new double[] {1, -4}, new double[] {-3, 0.5}, new double[] {5, 5});
        Matrix two = matrix(storage, new double[] {2, 1}, new double[] {1, 0.25}, new double[] {5, 5});
        sum.activateSum(List.of(one, two, one), Activation.RELU, 2);
        assertArrayEquals(new double[][] {{4, 0}, {0, 1.25}, {9, 9}}, sum.toArray());
        sum.activateSum(List.of(two), Activation.IDENTITY, 1);
        assertArrayEquals(new double[][] {{2, 1}, {0, 1.25}, {9, 9}}, sum.toArray());
    }

    @ParameterizedTest
    @EnumSource
    void elementsAreMultiplied(Storage storage) {
        Matrix matrix = matrix(storage, new double[] {1, 2, 3}, new double[] {4, 5, 6}, new double[] {7, 8, 9});
        matrix.multiplyElements(
                matrix(storage, new double[] {2, 0, -1}, new double[] {0.5, 1, 3}, new double[] {5, 5, 5}), 2);
        assertArrayEquals(new double[][] {{2, 0, -3}, {2, 5, 18}, {7, 8, 9}}, matrix.toArray());
    }

    /** The slope at the output y is 1 - y^2 for tanh, and y (1 - y) for the sigmoid. Half an output is scaled back by 2. */
    @ParameterizedTest
    @EnumSource
    void aGradientIsMultipliedByTheSlopeAtTheOutput(Storage storage) {
        Matrix outputs =
                matrix(storage, new double[] {0.25, 0.125}, new double[] {0.375, 0}, new double[] {0.25, 0.25});
        Matrix gradient = matrix(storage, new double[] {1, -2}, new double[] {4, 8}, new double[] {3, 3});
        gradient.multiplyBySlope(Activation.TANH, outputs, 2, 2);
        assertArrayEquals(new double[][] {{0.75, -1.875}, {1.75, 8}, {3, 3}}, gradient.toArray());
        gradient.multiplyBySlope(Activation.SIGMOID, outputs, 1, 1);
        assertArrayEquals(new double[][] {{0.140625, -0.205078125}, {1.75, 8}, {3, 3}}, gradient.toArray());
        gradient.multiplyBySlope(Activation.IDENTITY, outputs, 1, 3);
        gradient.multiplyBySlope(Activation.RELU, outputs, 1, 2);
        assertArrayEquals(new double[][] {{0.140625, -0.205078125}, {1.75, 0}, {3, 3}}, gradient.toArray());
    }

    /** Outputs at the flat ends of the activations. */
    @ParameterizedTest
    @EnumSource
    void aSlopeOfZeroMakesAnyGradientZero(Storage storage) {
        for (Activation activation : List.of(Activation.RELU, Activation.SIGMOID, Activation.TANH)) {
            double flat = activation == Activation.TANH ? 1 : 0;
            Matrix gradient = matrix(storage, new double[] {Double.NaN, Double.NEGATIVE_INFINITY, -3});
            gradient.multiplyBySlope(activation, matrix(storage, new double[] {flat, flat, flat}), 1, 1);
            assertArrayEquals(new double[][] {{0, 0, 0}}, gradient.toArray(), activation.name());
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsAreCopiedToWhereTheyAreAskedFor(Storage storage) {
        double[][] rows = {{1, 2}, {3, 4}, {5, 6}};
        for (int gap : new int[] {0, 3}) {
            Matrix target = Matrix.zeros(storage, 4, 2, 2 + gap);
            target.copyRows(2, matrix(storage, rows), 1, 2);
            assertArrayEquals(new double[][] {{0, 0}, {0, 0}, {3, 4}, {5, 6}}, target.toArray(), "gap " + gap);
            Matrix source = Matrix.zeros(storage, 3, 2);
            source.copyFrom(matrix(storage, rows));
            target.copyRows(0, source, 0, 2);
            assertArrayEquals(new double[][] {{1, 2}, {3, 4}, {3, 4}, {5, 6}}, target.toArray(), "gap " + gap);
            assertThrows(IndexOutOfBoundsException.class, () -> target.copyRows(2, source, 1, 3));
            assertThrows(IndexOutOfBoundsException.class, () -> target.copyRows(3, source, 0, 2));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NATIVE_FLOAT", "HEAP_FLOAT"})
    void numbersAreReadOverTheEndsOfRowsAndFromTheMiddleOfOne(Storage storage) {
        FloatMatrix matrix = (FloatMatrix) Matrix.zeros(storage, 2, 3);
        matrix.writeRow(0, new double[] {1, 2, 3});
        matrix.writeRow(1, new double[] {4, 5, 6});
        float[] numbers = new float[5];
        matrix.readAcrossRows(1, numbers, 2, 3);
        assertArrayEquals(new float[] {0, 0, 2, 3, 4}, numbers);
        matrix.read(1, 1, numbers, 2);
        matrix.read(0, 2, numbers, 3, 1);
        assertArrayEquals(new float[] {5, 6, 2, 3, 4}, numbers);
        matrix.write(0, 1, new float[] {7, 8, 9}, 1, 2);
        matrix.write(1, 0, new float[] {-1, -2}, 1);
        assertArrayEquals(new double[][] {{1, 8, 9}, {-1, 5, 6}}, matrix.toArray());
    }

    @Test
    void doublesAreReadAndWrittenFromTheMiddleOfARow() {
        DoubleMatrix matrix = (DoubleMatrix) Matrix.of(new double[] {1, 2, 3}, new double[] {4, 5, 6});
        double[] numbers = new double[3];
        matrix.read(1, 1, numbers, 2);
        assertArrayEquals(new double[] {5, 6, 0}, numbers);
        matrix.write(0, 2, new double[] {7, 8}, 1);
        assertArrayEquals(new double[][] {{1, 2, 7}, {4, 5, 6}}, matrix.toArray());
    }

    @ParameterizedTest
    @EnumSource
    void transposedOperandsFitByTheirTransposedShapes(Storage storage) {
        Matrix left = matrix(storage, new double[] {1, 2, 3}, new double[] {4, 5, 6});
        Matrix right =
                matrix(storage, new double[] {1, 0}, new double[] {2, 1}, new double[] {0, 3}, new double[] {1, 1});
        Matrix product = Matrix.zeros(storage, 3, 4);
        product.product(left, true, right, true);
        assertArrayEquals(new double[][] {{1, 6, 12, 5}, {2, 9, 15, 7}, {3, 12, 18, 9}}, product.toArray());
        assertThrows(IllegalArgumentException.class, () -> product.product(left, false, right, true));
        assertThrows(IllegalArgumentException.class, () -> product.product(right, true, left, true));
        Matrix other = Matrix.zeros(storage, 4, 3);
        assertThrows(IllegalArgumentException.class, () -> other.product(left, true, right, true));
    }

    @ParameterizedTest
    @EnumSource
    void aBlockAndRowsMayReachToTheEnd(Storage storage) {
        Matrix vector = Matrix.zeros(storage, 1, 10);
        Matrix last = vector.block(4, 2, 3);
        last.set(1, 2, 5);
        assertEquals(5, vector.get(0, 9));
        assertThrows(IllegalArgumentException.class, () -> vector.block(5, 2, 3));
        assertDoesNotThrow(() -> vector.block(10, 0, 3));
        assertDoesNotThrow(() -> vector.rowsFrom(1, 0));
        Matrix gaps = Matrix.zeros(storage, 2, 3, 4);
        assertThrows(IllegalArgumentException.class, () -> gaps.block(0, 1, 3));
        assertDoesNotThrow(() -> gaps.withColumns(4));
        assertThrows(IllegalArgumentException.class, () -> gaps.withColumns(5));
    }

    @ParameterizedTest
    @EnumSource
    void paddedRowsAreWholeCacheLines(Storage storage) {
        int numbers = 64 / storage.bytes();
        assertEquals(numbers, Matrix.padded(storage, 2, 1).stride());
        assertEquals(numbers, Matrix.padded(storage, 2, numbers).stride());
        assertEquals(2 * numbers, Matrix.padded(storage, 2, numbers + 1).stride());
    }
}
