package nn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.Reference;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixTest {

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsRead(Storage storage) {
        Matrix matrix = Matrix.zeros(storage, 2, 3);
        matrix.writeRow(1, new double[] {1.5, -2, 0.25});
        matrix.set(0, 2, 7);
        assertArrayEquals(new double[][] {{0, 0, 7}, {1.5, -2, 0.25}}, matrix.toArray());
        assertEquals(-2, matrix.get(1, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 1000, 100_000, 1_000_000})
    void theFirstNumberStartsACacheLine(int size) {
        NativeFloatMatrix floats = (NativeFloatMatrix) Matrix.zeros(Storage.NATIVE_FLOAT, 1, size);
        floats.set(0, size - 1, 3);
        assertStartsLine(floats.pointer());
        assertEquals(3, floats.pointer().get(size - 1));
        Reference.reachabilityFence(floats);
        DoubleMatrix doubles = (DoubleMatrix) Matrix.zeros(Storage.NATIVE_DOUBLE, 1, size);
        doubles.set(0, size - 1, 4);
        assertStartsLine(doubles.pointer());
        assertEquals(4, doubles.pointer().get(size - 1));
        Reference.reachabilityFence(doubles);
    }

    private static void assertStartsLine(Pointer first) {
        assertEquals(0, first.address() % 64);
        assertEquals(0, first.position());
    }

    @ParameterizedTest
    @EnumSource
    void rowsAndColumnsBesideAMatrixAreRefused(Storage storage) {
        Matrix matrix = Matrix.zeros(storage, 3, 2);
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.rowsFrom(1, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.rowsFrom(-1, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.columnsFrom(1, 2));
    }

    @Test
    void theNextCacheLineIsCountedInNumbers() {
        assertEquals(0, Storage.NATIVE_FLOAT.lineStart(640));
        assertEquals(12, Storage.NATIVE_FLOAT.lineStart(640 + 16));
        assertEquals(2, Storage.NATIVE_DOUBLE.lineStart(640 + 48));
    }

    @ParameterizedTest
    @EnumSource
    void aChangeOfABlockIsAChangeOfItsMatrix(Storage storage) {
        Matrix vector = Matrix.zeros(storage, 1, 10);
        Matrix block = vector.block(3, 2, 3);
        block.set(1, 0, 5);
        vector.set(0, 3, 6);
        assertEquals(5, vector.get(0, 6));
        assertEquals(6, block.get(0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void aBlockBeyondItsMatrixIsRefusedThoughTheArrayGoesOn(Storage storage) {
        Matrix block = Matrix.zeros(storage, 1, 10).block(2, 1, 4);
        assertThrows(IllegalArgumentException.class, () -> block.block(2, 1, 3));
        assertThrows(IllegalArgumentException.class, () -> block.block(-1, 1, 2));
    }

    @ParameterizedTest
    @EnumSource
    void aRowThatIsTooLongIsRefusedAndTheNextRowStays(Storage storage) {
        Matrix matrix = Matrix.zeros(storage, 2, 3);
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.writeRow(0, new double[] {1, 2, 3, 4}));
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.readRow(0, new double[4]));
        assertArrayEquals(new double[3], matrix.row(1));
    }

    @ParameterizedTest
    @EnumSource
    void elementsOutsideAreRefused(Storage storage) {
        Matrix matrix = Matrix.zeros(storage, 2, 3);
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.get(0, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.set(2, 0, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.get(-1, 4));
    }

    @ParameterizedTest
    @EnumSource
    void paddingBetweenRowsIsNoPartOfThem(Storage storage) {
        Matrix padded = Matrix.zeros(storage, 2, 3, 8);
        Matrix wider = padded.withColumns(4);
        padded.fill(1);
        assertArrayEquals(new double[][] {{1, 1, 1, 0}, {1, 1, 1, 0}}, wider.toArray());
    }

    @ParameterizedTest
    @EnumSource
    void aCopyHasItsOwnMemory(Storage storage) {
        Matrix source = Matrix.zeros(storage, 2, 3, 8);
        source.fill(2);
        Matrix copy = Matrix.zeros(storage, 2, 3);
        copy.copyFrom(source);
        source.set(1, 1, 9);
        assertArrayEquals(new double[][] {{2, 2, 2}, {2, 2, 2}}, copy.toArray());
    }

    @Test
    void copyingAnotherShapeOrStorageNamesBoth() {
        Matrix matrix = Matrix.zeros(Storage.NATIVE_FLOAT, 2, 3);
        for (Matrix source : new Matrix[] {
            Matrix.zeros(Storage.NATIVE_FLOAT, 3, 2),
            Matrix.zeros(Storage.NATIVE_DOUBLE, 2, 3),
            Matrix.zeros(Storage.HEAP_FLOAT, 2, 3)
        }) {
            String message = assertThrows(IllegalArgumentException.class, () -> matrix.copyFrom(source))
                    .getMessage();
            assertTrue(message.contains("FLOAT matrix [2, 3]"), message);
            assertTrue(message.contains(source.storage() + " matrix [" + source.rows()), message);
        }
    }

    @Test
    void rowsOfDifferentLengthsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Matrix.of(new double[] {1, 2}, new double[] {3}));
        assertThrows(IllegalArgumentException.class, Matrix::of);
    }

    @Test
    void matricesBeyondTwoGigabytesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Matrix.zeros(Storage.NATIVE_DOUBLE, 1 << 14, 1 << 14));
        assertThrows(IllegalArgumentException.class, () -> Matrix.zeros(Storage.NATIVE_FLOAT, 1 << 15, 1 << 14));
    }
}
