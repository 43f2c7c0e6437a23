package nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AugmentationTest {

    @Test
    void noneIsNone() {
        assertTrue(Augmentation.NONE.isNone());
        assertTrue(new Augmentation(0, 0, 0, 0, 0, 4, 0, 0, 0, 0).isNone());
        assertFalse(new Augmentation(0, 0, 0, 0, 0, 0, 0, 0, 0.1, 0).isNone());
    }

    @Test
    void wrongValueIsNamedWithItsRange() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> new Augmentation(0, 0.95, 0, 0, 0, 0, 0, 0, 0, 0));
        assertEquals("--scale is 0.95; it must be from 0 to 0.9", e.getMessage());
    }

    @Test
    void negativeAndInfiniteAndNoNumberAreRefused() {
        for (double value : new double[] {-1, Double.POSITIVE_INFINITY, Double.NaN}) {
            for (int i = 0; i < 9; i++) {
                double[] v = new double[9];
                v[i] = value;
                assertThrows(IllegalArgumentException.class,
                        () -> new Augmentation(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], 0));
            }
        }
    }
}
