package nn.detect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import nn.data.DataDirectory;
import nn.data.DataSet;
import org.junit.jupiter.api.Test;

class NoDigitsTest {

    private static final DataSet DIGITS =
            DataDirectory.of(Path.of("data", "mnist")).readTest().range(0, 100);

    @Test
    void anImageIsAFunctionOfSeedAndNumber() {
        NoDigits drawn = new NoDigits(DIGITS, 3);
        byte[] last = drawn.image(19);
        for (int i = 0; i < 20; i++) {
            byte[] image = drawn.image(i);
            assertArrayEquals(image, new NoDigits(DIGITS, 3).image(i), "image " + i);
            assertFalse(Arrays.equals(image, new NoDigits(DIGITS, 4).image(i)), "image " + i);
        }
        assertArrayEquals(last, drawn.image(19));
    }

    @Test
    void everyKindIsDrawnAndHasInk() {
        NoDigits drawn = new NoDigits(DIGITS, 1);
        Set<NoDigits.Kind> seen = EnumSet.noneOf(NoDigits.Kind.class);
        for (int i = 0; i < 60; i++) {
            byte[] image = drawn.image(i);
            int strongest = 0;
            for (byte value : image) {
                strongest = Math.max(strongest, value & 0xff);
            }
            assertEquals(28 * 28, image.length);
            assertTrue(strongest > 64, "image " + i + " of kind " + NoDigits.kind(i));
            seen.add(NoDigits.kind(i));
        }
        assertEquals(EnumSet.allOf(NoDigits.Kind.class), seen);
    }
}
