package nn.image.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import nn.image.Plane;
import org.junit.jupiter.api.Test;

class MnistFieldTest {

    /** A bar of 40 x 10 pixels becomes 20 x 5, its mass around the middle of pixel 14. */
    @Test
    void inkIsCroppedFittedAndCentered() {
        Plane ink = Plane.of(100, 60);
        for (int y = 7; y < 17; y++) {
            for (int x = 50; x < 90; x++) {
                ink.values()[y * 100 + x] = 1;
            }
        }
        byte[] expected = new byte[28 * 28];
        for (int y = 12; y < 17; y++) {
            for (int x = 5; x < 25; x++) {
                expected[y * 28 + x] = (byte) 255;
            }
        }
        byte[] fitted = MnistField.fitted(ink);
        int columns = 0;
        for (int x = 0; x < 28; x++) {
            columns += fitted[14 * 28 + x] != 0 ? 1 : 0;
        }
        assertEquals(20, columns);
        assertArrayEquals(expected, fitted);
    }

    @Test
    void withoutInkTheFieldIsBlank() {
        assertArrayEquals(new byte[28 * 28], MnistField.fitted(Plane.of(9, 9)));
    }
}
