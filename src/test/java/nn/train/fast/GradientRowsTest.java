package nn.train.fast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.List;
import nn.model.FloatMatrix;
import nn.model.Matrix;
import nn.model.Storage;
import org.junit.jupiter.api.Test;

class GradientRowsTest {

    private static final int COLUMNS = 3;

    /** A gradient of ten inputs of which some have a row, filled with 1, 2, 3, ... */
    private static GradientRows of(List<Integer> present) {
        FloatMatrix packed = (FloatMatrix) Matrix.zeros(Storage.NATIVE_FLOAT, 10, COLUMNS);
        IndexRuns runs = new IndexRuns(10);
        present.forEach(input -> runs.add(input));
        for (int i = 0; i < 10 * COLUMNS; i++) {
            packed.set(i / COLUMNS, i % COLUMNS, i + 1);
        }
        return new GradientRows(packed, runs);
    }

    private static float[] expected(List<Integer> present) {
        float[] all = new float[10 * COLUMNS];
        int next = 1;
        for (int input : present) {
            for (int column = 0; column < COLUMNS; column++) {
                all[input * COLUMNS + column] = next++;
            }
        }
        return all;
    }

    @Test
    void rowsWithoutMemoryAreReadAsZerosInPiecesOfAnyLength() {
        for (List<Integer> present : List.of(
                List.<Integer>of(),
                List.of(0),
                List.of(9),
                List.of(2, 3, 7),
                List.of(0, 1, 4, 8, 9),
                List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9))) {
            GradientRows gradient = of(present);
            for (int piece = 1; piece <= 10 * COLUMNS; piece++) {
                float[] actual = new float[10 * COLUMNS];
                float[] into = new float[piece];
                for (int start = 0; start < actual.length; start += piece) {
                    Arrays.fill(into, Float.NaN);
                    int length = Math.min(piece, actual.length - start);
                    gradient.read(start, into, 0, length);
                    System.arraycopy(into, 0, actual, start, length);
                }
                assertArrayEquals(expected(present), actual, present + " in pieces of " + piece);
            }
        }
    }

    @Test
    void theInputsThatHaveARowMayChangeBetweenReads() {
        FloatMatrix packed = (FloatMatrix) Matrix.zeros(Storage.NATIVE_FLOAT, 10, 1);
        for (int i = 0; i < 10; i++) {
            packed.set(i, 0, i + 1);
        }
        IndexRuns runs = new IndexRuns(10);
        GradientRows gradient = new GradientRows(packed, runs);
        runs.add(0);
        runs.add(9);
        gradient.read(0, new float[10], 0, 10);
        runs.clear();
        List.of(0, 1, 5, 6, 7, 8, 9).forEach(input -> runs.add(input));
        float[] into = new float[3];
        gradient.read(7, into, 0, 3);
        assertArrayEquals(new float[] {5, 6, 7}, into);
        runs.clear();
        gradient.read(7, into, 0, 3);
        assertArrayEquals(new float[3], into);
    }

    @Test
    void anyPlaceCanBeReadAfterAnyOther() {
        List<Integer> present = List.of(1, 2, 5, 6, 9);
        GradientRows gradient = of(present);
        for (int start : new int[] {29, 0, 15, 3, 18, 2, 27, 9, 28}) {
            float[] into = new float[1];
            gradient.read(start, into, 0, 1);
            assertArrayEquals(new float[] {expected(present)[start]}, into, "number " + start);
        }
    }
}
