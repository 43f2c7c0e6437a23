package nn.image.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nn.image.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MnistCropTest {

    /** A frame of ink, its corners gray; the middle of its pixels' indices is (left + right - 1) / 2. */
    private static Plane frame(int left, int top, int right, int bottom, double ink) {
        return Planes.of(28, 28, (x, y) -> {
            boolean inside = x >= left && x < right && y >= top && y < bottom;
            boolean across = x == left || x == right - 1;
            boolean down = y == top || y == bottom - 1;
            return !inside ? 0 : across && down ? 0.5 : across || down ? ink : 0;
        });
    }

    /** The longer side is 20, give or take one, and the middle of the ink at 14, give or take 0.6. */
    @ParameterizedTest
    @CsvSource({
        "4, 8, 24, 20, true",
        "5, 8, 25, 20, true",
        "8, 4, 20, 24, true",
        "5, 9, 24, 20, true",
        "4, 8, 25, 20, true",
        "5, 8, 23, 20, false",
        "3, 8, 25, 20, false",
        "6, 8, 26, 20, false",
        "3, 8, 23, 20, false",
        "8, 3, 20, 23, false",
        "8, 6, 20, 26, false"
    })
    void sizeAndPlaceMustBeMnists(int left, int top, int right, int bottom, boolean crop) {
        assertEquals(crop, MnistCrop.matches(frame(left, top, right, bottom, 1)));
    }

    @Test
    void inkMustReachFullContrast() {
        assertTrue(MnistCrop.matches(frame(4, 8, 24, 20, 0.96)));
        assertFalse(MnistCrop.matches(frame(4, 8, 24, 20, 0.94)));
    }

    /** A drawing of 28 x 28 pixels in black and white is not what MNIST's makers made by averaging. */
    @Test
    void aDigitWithoutGrayIsNone() {
        assertFalse(MnistCrop.matches(Planes.of(28, 28, (x, y) -> x >= 4 && x < 24 && y >= 8 && y < 20 ? 1 : 0)));
        assertFalse(MnistCrop.matches(Planes.of(28, 28, (x, y) -> x >= 4 && x < 24 && y >= 8 && y < 20 ? 0.95 : 0.01)));
    }

    @Test
    void otherSizesAndBlankPicturesAreNone() {
        assertFalse(MnistCrop.matches(Planes.of(
                29, 28, (x, y) -> frame(4, 8, 24, 20, 1).at(Math.min(x, 27), y))));
        assertFalse(MnistCrop.matches(Planes.of(
                28, 29, (x, y) -> frame(4, 8, 24, 20, 1).at(x, Math.min(y, 27)))));
        assertFalse(MnistCrop.matches(Plane.of(28, 28)));
    }
}
