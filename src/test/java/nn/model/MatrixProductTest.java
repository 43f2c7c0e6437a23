package nn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MatrixProductTest {

    /** {m, n, k} of products that no kernel's tile divides. */
    private static final int[][] SHAPES = {
        {1, 1, 1}, {1, 7, 3}, {7, 1, 5}, {3, 5, 1}, {17, 19, 23}, {64, 10, 257}, {33, 65, 129}, {3, 5, 0}
    };

    @Test
    void theTextbookProductIsExact() {
        Matrix product = Matrix.zeros(Storage.NATIVE_DOUBLE, 2, 2);
        product.product(
                Matrix.of(new double[] {1, 2}, new double[] {3, 4}),
                Matrix.of(new double[] {5, 6}, new double[] {7, 8}));
        assertArrayEquals(new double[][] {{19, 22}, {43, 50}}, product.toArray());
    }

    @ParameterizedTest
    @EnumSource
    void oddShapesAgreeWithTheNaiveLoop(Storage storage) {
        for (int[] shape : SHAPES) {
            for (boolean transposeLeft : new boolean[] {false, true}) {
                for (boolean transposeRight : new boolean[] {false, true}) {
                    check(storage, shape[0], shape[1], shape[2], transposeLeft, transposeRight);
                }
            }
        }
    }

    private static void check(Storage storage, int m, int n, int k, boolean transposeLeft, boolean transposeRight) {
        SplittableRandom random = new SplittableRandom(m * 31L + n * 7L + k);
        Matrix left = random(storage, transposeLeft ? k : m, transposeLeft ? m : k, random);
        Matrix right = random(storage, transposeRight ? n : k, transposeRight ? k : n, random);
        Matrix around = Matrix.zeros(storage, m + 2, n + 3, n + 5);
        around.fill(Double.NaN);
        Matrix product = around.rowsFrom(1, m).columnsFrom(2, n);
        product.multiply(left, transposeLeft, right, transposeRight, m, n, k);
        double tolerance = storage == Storage.NATIVE_DOUBLE ? 1e-15 * k : 1e-6 * k;
        for (int row = 0; row < m; row++) {
            for (int column = 0; column < n; column++) {
                double sum = 0;
                for (int i = 0; i < k; i++) {
                    sum += (transposeLeft ? left.get(i, row) : left.get(row, i))
                            * (transposeRight ? right.get(column, i) : right.get(i, column));
                }
                assertEquals(
                        sum,
                        product.get(row, column),
                        tolerance,
                        "[%d, %d] x [%d, %d] at %d, %d".formatted(m, k, k, n, row, column));
            }
        }
        for (int row = 0; row < m + 2; row++) {
            for (int column = 0; column < n + 3; column++) {
                boolean inside = row >= 1 && row <= m && column >= 2 && column < n + 2;
                assertTrue(inside || Double.isNaN(around.get(row, column)), "what lies around the product changed");
            }
        }
    }

    private static Matrix random(Storage storage, int rows, int columns, SplittableRandom random) {
        Matrix matrix = Matrix.zeros(storage, rows, columns, columns + 3);
        for (int row = 0; row < rows; row++) {
            matrix.writeRow(row, random.doubles(columns, -1, 1).toArray());
        }
        return matrix;
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheFirstRowsOfAProductChange(Storage storage) {
        Matrix product = Matrix.zeros(storage, 3, 2);
        product.fill(9);
        Matrix ones = Matrix.zeros(storage, 3, 2);
        ones.fill(1);
        Matrix square = Matrix.zeros(storage, 2, 2);
        square.fill(1);
        product.multiply(ones, false, square, false, 2, 2, 2);
        assertArrayEquals(new double[][] {{2, 2}, {2, 2}, {9, 9}}, product.toArray());
    }

    @Test
    void shapesThatDoNotFitAreNamed() {
        Matrix vector = Matrix.zeros(Storage.NATIVE_DOUBLE, 1, 4);
        Matrix square = Matrix.zeros(Storage.NATIVE_DOUBLE, 2, 2);
        String message = assertThrows(IllegalArgumentException.class, () -> square.product(vector, square))
                .getMessage();
        assertTrue(message.contains("[1, 4]") && message.contains("[2, 2]"), message);
    }

    /** Native code would write or read outside of the memory. */
    @ParameterizedTest
    @EnumSource
    void sizesBeyondAMatrixAreRefused(Storage storage) {
        Matrix product = Matrix.zeros(storage, 3, 4);
        Matrix left = Matrix.zeros(storage, 3, 5);
        Matrix right = Matrix.zeros(storage, 5, 4);
        product.multiply(left, right, 3, 5);
        product.multiplyByTransposed(left, Matrix.zeros(storage, 4, 5), 3);
        product.multiplyTransposed(Matrix.zeros(storage, 5, 3), right, 3, 5);
        assertThrows(IllegalArgumentException.class, () -> product.multiply(left, right, 4, 5));
        assertThrows(IllegalArgumentException.class, () -> product.multiply(left, right, 3, 6));
        assertThrows(IllegalArgumentException.class, () -> product.multiply(left, right, -1, 5));
        assertThrows(IllegalArgumentException.class, () -> product.multiply(left, right, 3, -1));
        Matrix narrow = Matrix.zeros(storage, 5, 3);
        assertThrows(IllegalArgumentException.class, () -> product.multiply(left, narrow, 3, 5));
        assertThrows(
                IllegalArgumentException.class,
                () -> product.multiplyByTransposed(left, Matrix.zeros(storage, 3, 5), 3));
        assertThrows(IllegalArgumentException.class, () -> product.multiplyTransposed(narrow, right, 4, 5));
        assertThrows(IllegalArgumentException.class, () -> product.multiplyTransposed(narrow, right, 3, 6));
    }

    @Test
    void aResultOfTheWrongShapeIsRefused() {
        Matrix square = Matrix.zeros(Storage.NATIVE_FLOAT, 2, 2);
        Matrix result = Matrix.zeros(Storage.NATIVE_FLOAT, 2, 3);
        assertThrows(IllegalArgumentException.class, () -> result.product(square, square));
    }

    @Test
    void storagesDoNotMix() {
        Matrix floats = Matrix.zeros(Storage.NATIVE_FLOAT, 2, 2);
        Matrix doubles = Matrix.zeros(Storage.NATIVE_DOUBLE, 2, 2);
        assertThrows(IllegalArgumentException.class, () -> floats.product(floats, doubles));
        assertThrows(IllegalArgumentException.class, () -> doubles.product(floats, floats));
        Matrix plain = Matrix.zeros(Storage.HEAP_FLOAT, 2, 2);
        assertThrows(IllegalArgumentException.class, () -> floats.product(floats, plain));
        assertThrows(IllegalArgumentException.class, () -> floats.product(plain, floats));
        assertThrows(IllegalArgumentException.class, () -> plain.product(floats, floats));
    }
}
