package nn.image.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import nn.image.Plane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MassCenteringTest {

    /**
     * A digit of full ink, with one heavier column or row. MNIST's middle is that of pixel 14, 14.5 from the edge, so an even
     * digit of 20 x 12 pixels, whose middle is (10, 6), comes to column 4.5 and row 8.5, both rounded up.
     */
    @ParameterizedTest
    @CsvSource({
        // width, height, heavy column, heavy row (-1: none), ink of it, left, top
        "20, 12, -1, -1, 1, 5, 9",
        "19, 11, -1, -1, 1, 5, 9",
        // Column 0 with 21 times the ink: the middle is at (20 * 0.5 + 20 * 10) / 40 = 5.25; 14.5 - 5.25 = 9.25, but at
        // most 8.
        "20, 12, 0, -1, 21, 8, 9",
        // The last column likewise: (20 * 19.5 + 20 * 10) / 40 = 14.75.
        "20, 12, 19, -1, 21, 0, 9",
        // Row 0 with 13 times the ink: (12 * 0.5 + 12 * 6) / 24 = 3.25, and 14.5 - 3.25 = 11.25.
        "20, 12, -1, 0, 13, 5, 11",
        "20, 12, -1, 11, 13, 5, 6"
    })
    void theMiddleOfTheInkComesToMnistsMiddleInWholePixels(
            int width, int height, int column, int row, float ink, int left, int top) {
        Planes.Field digit = (x, y) -> x == column || y == row ? ink : 1;
        Plane expected = Planes.of(
                28,
                28,
                (x, y) -> x >= left && x < left + width && y >= top && y < top + height
                        ? digit.at(x - left, y - top)
                        : 0);
        assertArrayEquals(expected.values(), MassCentering.center(Planes.of(width, height, digit)));
    }
}
