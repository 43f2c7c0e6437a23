package nn.image.prepare;

import static nn.image.prepare.Planes.assertPlane;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import nn.image.Picture;
import nn.image.Plane;
import org.junit.jupiter.api.Test;

class TransparencyTest {

    private static final int WIDTH = 10;
    private static final int HEIGHT = 6;

    private static Plane flat(Planes.Field light, Planes.Field opacity) {
        return Transparency.flatten(
                new Picture(Planes.of(WIDTH, HEIGHT, light), Planes.of(WIDTH, HEIGHT, opacity), List.of()));
    }

    private static void assertFlat(Planes.Field expected, Planes.Field light, Planes.Field opacity) {
        assertPlane(Planes.of(WIDTH, HEIGHT, expected), flat(light, opacity), 1e-6);
    }

    @Test
    void anOpaquePictureIsTakenAsItIs() {
        Plane light = Planes.random(WIDTH, HEIGHT, 1);
        assertSame(light, Transparency.flatten(DrawnDigit.opaque(light)));
    }

    /** Whatever color is stored under the transparent pixels, here 0.3, and whatever gray the ink has. */
    @Test
    void oneInkOnNothingGoesOnItsOpposite() {
        Planes.Field opacity = (x, y) -> x == 4 ? 1 : x == 5 ? 0.25 : 0;
        assertFlat((x, y) -> 1 - opacity.at(x, y), (x, y) -> x == 4 ? 0.49 : 0.3, opacity);
        assertFlat(opacity, (x, y) -> x == 4 ? 0.5 : 0.3, opacity);
    }

    /** Brightnesses up to 0.3 apart are one ink; here 0.29 and 0.31 between the quantiles of 5 % and 95 %. */
    @Test
    void paperAmongTheOpaquePixelsContinuesUnderTheTransparentOnes() {
        Planes.Field opacity = (x, y) -> x < 2 ? 0 : x == 2 ? 0.6 : 1;
        assertFlat((x, y) -> x < 2 ? 0 : x == 2 ? 0.6 : 1, (x, y) -> x == 7 ? 0.51 : 0.8, opacity);
        assertFlat((x, y) -> x == 7 ? 0.49 : 0.8, (x, y) -> x == 7 ? 0.49 : x < 2 ? 0 : 0.8, opacity);
        // A single speck of another color is within the last 5 %.
        assertFlat((x, y) -> x < 2 ? 0 : x == 2 ? 0.6 : 1, (x, y) -> x == 7 && y == 3 ? 0.1 : 0.8, opacity);
    }

    @Test
    void aVeilOverThePaperIsPaperWhereItThinsOut() {
        assertFlat((x, y) -> 0.2, (x, y) -> 0.2, (x, y) -> 0.6);
    }

    @Test
    void aDrawingWithoutAnythingSolidIsDrawnInItsOpacity() {
        Planes.Field opacity = (x, y) -> x == 4 ? 0.5 : 0.1;
        assertFlat((x, y) -> 1 - opacity.at(x, y), (x, y) -> 0.9, opacity);
    }
}
