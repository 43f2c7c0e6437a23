package nn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InkSpreadTest {

    private static int spread(int rows, int columns, int... inked) {
        byte[] image = new byte[rows * columns];
        for (int i = 0; i < inked.length; i++) {
            image[i * 7 % rows * columns + inked[i]] = (byte) (i % 2 == 0 ? 200 : 1);
        }
        InkSpread spread = new InkSpread(columns);
        // What was looked at before leaves nothing behind.
        byte[] black = new byte[image.length];
        Arrays.fill(black, (byte) 255);
        assertEquals(Math.min(columns + 1, 255), spread.of(black) & 0xff);
        return spread.of(image) & 0xff;
    }

    @ParameterizedTest
    @CsvSource({"28", "1", "9", "40"})
    void itIsTheOutermostColumnFromTheMiddle(int rows) {
        assertEquals(1, spread(rows, 28));
        assertEquals(3, spread(rows, 28, 13));
        assertEquals(3, spread(rows, 28, 14));
        assertEquals(5, spread(rows, 28, 13, 12));
        assertEquals(5, spread(rows, 28, 15, 14));
        assertEquals(29, spread(rows, 28, 14, 0));
        assertEquals(29, spread(rows, 28, 27));
    }

    /** Words of eight bytes that start in every column, and images that end within one. */
    @ParameterizedTest
    @CsvSource({"28, 30", "1, 13", "9, 11", "5, 64", "13, 8", "3, 253", "7, 1"})
    void anyWidth(int rows, int columns) {
        for (int column = 0; column < columns; column++) {
            assertEquals(Math.abs(2 * column - columns + 1) + 2, spread(rows, columns, column), "column " + column);
        }
    }

    @ParameterizedTest
    @CsvSource({"254, 255", "255, 255", "300, 255"})
    void itIsAtMost255(int columns, int expected) {
        assertEquals(expected, spread(2, columns, 0));
    }
}
