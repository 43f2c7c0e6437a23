package nn.image.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nn.image.Plane;
import org.junit.jupiter.api.Test;

class ExtensionTest {

    private static final int WIDTH = 60;
    private static final int HEIGHT = 40;
    /** Paper that is darker to the right, 0.9 to 0.6. */
    private static final Plane SHADED = Planes.of(WIDTH, HEIGHT, (x, y) -> 0.9 - 0.3 * x / WIDTH);

    private static Plane all(double value) {
        return Planes.of(WIDTH, HEIGHT, (x, y) -> value);
    }

    @Test
    void whatIsKnownStays() {
        Plane known = Planes.of(WIDTH, HEIGHT, (x, y) -> x < 20 ? 1 : 0);
        Plane extended = Extension.of(SHADED, known);
        for (int x = 0; x < 20; x++) {
            assertEquals(SHADED.at(x, 7), extended.at(x, 7));
        }
    }

    @Test
    void aGapIsFilledByTheShadeAroundIt() {
        Plane known = Planes.of(WIDTH, HEIGHT, (x, y) -> Math.hypot(x - 30, y - 20) < 8 ? 0 : 1);
        Plane spoiled = Planes.of(WIDTH, HEIGHT, (x, y) -> known.at(x, y) * SHADED.at(x, y));
        Planes.assertPlane(SHADED, Extension.of(spoiled, known), 0.03);
    }

    @Test
    void theMarginContinuesTheShadeOfEachSide() {
        Plane padded = Extension.padded(SHADED, all(1), 10);
        assertEquals(WIDTH + 20, padded.width());
        assertEquals(HEIGHT + 20, padded.height());
        assertEquals(0.9, padded.at(2, 30), 0.05);
        assertEquals(0.6, padded.at(WIDTH + 17, 30), 0.05);
        assertEquals(SHADED.at(5, 7), padded.at(15, 17), "the plane itself");
    }

    /** A digit that is cut off is not continued. */
    @Test
    void theMarginContinuesPaperAndNotInk() {
        Plane ink = Planes.of(WIDTH, HEIGHT, (x, y) -> x < 12 && y > 12 && y < 28 ? 1 : 0);
        Plane light = Planes.of(WIDTH, HEIGHT, (x, y) -> ink.at(x, y) > 0 ? 0.1 : 0.9);
        Plane padded = Extension.padded(light, ink.inverted(), 10);
        for (int y = 0; y < padded.height(); y++) {
            assertTrue(padded.at(4, y) > 0.85, "ink in row " + y);
        }
        assertEquals(0.1f, padded.at(10, 30), "the ink itself");
    }

    @Test
    void nothingKnownLeavesThePlaneAsItIs() {
        assertSame(SHADED, Extension.of(SHADED, all(0)));
    }
}
