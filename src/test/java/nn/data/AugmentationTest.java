package nn.data;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AugmentationTest {

    private static Augmentation with(int component, double value) {
        double[] v = new double[10];
        v[component] = value;
        return new Augmentation(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9]);
    }

    @ParameterizedTest
    @CsvSource({
        "0, rotation, 180.0",
        "1, scale, 0.9",
        "2, shear, 2.0",
        "3, translation, 100.0",
        "4, elastic, 16.0",
        "5, elastic-smoothing, 32.0",
        "6, thickness, 2.0",
        "7, blur, 1.0",
        "8, contrast, 1.0",
        "9, pen-styles, 1.0"
    })
    void eachComponentGoesUpToItsBoundAndNoFurther(int component, String name, double max) {
        assertDoesNotThrow(() -> with(component, max));
        for (double value : new double[] {Math.nextUp(max), -Double.MIN_VALUE, Double.POSITIVE_INFINITY, Double.NaN}) {
            Exception e = assertThrows(IllegalArgumentException.class, () -> with(component, value));
            assertEquals("--" + name + " is " + value + "; it must be from 0 to " + max, e.getMessage());
        }
    }

    @Test
    void withAnyComponentButTheSmoothingSomethingHappens() {
        assertTrue(Augmentation.NONE.isNone());
        for (int component = 0; component < 10; component++) {
            assertEquals(component == 5, with(component, 0.1).isNone(), "component " + component);
        }
    }

    @Test
    void withoutPenStylesTheRestStays() {
        assertEquals(
                new Augmentation(1, 0.2, 0.3, 4, 5, 6, 0.7, 0.8, 0.9, 0),
                new Augmentation(1, 0.2, 0.3, 4, 5, 6, 0.7, 0.8, 0.9, 1).withoutPenStyles());
    }
}
