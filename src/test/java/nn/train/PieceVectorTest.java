package nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PieceVectorTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 1023, 1024, 1025, 3000, 4096})
    void keepsItsNumbersInPieces(int length) {
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = i + 1;
        }
        PieceVector vector = PieceVector.zeros(length);
        vector.write(numbers);
        assertEquals(length, vector.length());
        for (int i = 0; i < length; i++) {
            assertEquals(i + 1, vector.piece(i / 1024)[i % 1024]);
        }
        vector.piece((length - 1) / 1024)[(length - 1) % 1024] = -1;
        numbers[length - 1] = -1;
        float[] copy = new float[length];
        vector.read(copy);
        assertArrayEquals(numbers, copy);
    }

    @Test
    void tellsNumbersThatAreNot() {
        PieceVector vector = PieceVector.zeros(2000);
        assertTrue(vector.isFinite());
        vector.piece(1)[975] = Float.NEGATIVE_INFINITY;
        assertFalse(vector.isFinite());
        vector.piece(1)[975] = Float.NaN;
        assertFalse(vector.isFinite());
    }

    @Test
    void takesAllNumbersOrNone() {
        PieceVector vector = PieceVector.zeros(2000);
        assertThrows(IllegalArgumentException.class, () -> vector.read(new float[1999]));
        assertThrows(IllegalArgumentException.class, () -> vector.write(new float[2001]));
    }
}
