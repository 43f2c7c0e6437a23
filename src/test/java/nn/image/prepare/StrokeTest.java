package nn.image.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrokeTest {

    /** A bar from side to side. Of odd width, it has a middle line: 1, 2, 3, 4, 5, 4, 3, 2, 1 less a half each is 20.5 in all. */
    @ParameterizedTest
    @CsvSource({"2, 2", "8, 8", "24, 24", "9, 9.11111"})
    void theWidthOfABarIsMeasured(int bar, double width) {
        int length = 40;
        int rows = bar + 2;
        boolean[] mask = new boolean[length * rows];
        Arrays.fill(mask, length, length * (rows - 1), true);
        assertEquals(width, Stroke.width(DistanceTransform.to(mask, false, length, rows)), 1e-5);
    }

    @Test
    void aHairlineIsAPixelWideAndNothingHasNoWidth() {
        assertEquals(1, Stroke.width(new float[] {0, 0.6f, 0.6f, 0}));
        assertEquals(2, Stroke.width(new float[] {0, 1, 1, 1, 0}));
        assertEquals(0, Stroke.width(new float[4]));
    }

    /**
     * Of 20 pixels MNIST's pens take 1.9 to 3.6. What is within stays; a pen p of a digit of 160 grows on each side by the g of
     * (p + 2 g) / (160 + 2 g) = 1.9 / 20, or of 3.6 / 20 where it shrinks; by at most a quarter of the pen.
     */
    @ParameterizedTest
    @CsvSource({"15.2, 0", "20, 0", "28.8, 0", "8, 3.97790", "2, 7.29282", "32, -1.95122", "50, -12.5", "60, -15"})
    void pensAreBroughtTowardsMnists(double pen, double growth) {
        assertEquals(growth, Stroke.growth(pen, 160), 1e-5);
    }
}
