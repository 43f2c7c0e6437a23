package nn.image.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import nn.image.Chroma;
import nn.image.Plane;
import org.junit.jupiter.api.Test;

class ColorDistanceTest {

    /** A tenth of the plane is ink. */
    private static Plane plane(double paper, double ink) {
        return Planes.of(10, 10, (x, y) -> x == 4 ? ink : paper);
    }

    private static final Plane INK = plane(1, 0);

    @Test
    void inkOfAnotherColorIsDarkWhateverItsLuminance() {
        Chroma redOnGreen = new Chroma(plane(-0.3, -0.1), plane(-0.3, 0.4));
        Planes.assertPlane(INK, ColorDistance.of(plane(0.5, 0.5), redOnGreen).orElseThrow(), 1e-6);
        Planes.assertPlane(INK, ColorDistance.of(plane(0.2, 0.9), redOnGreen).orElseThrow(), 1e-6);
        Planes.assertPlane(INK, ColorDistance.ofHue(redOnGreen).orElseThrow(), 1e-6);
    }

    @Test
    void aShadowHasNoHue() {
        Chroma pink = new Chroma(plane(0.1, 0.1), plane(0.2, 0.2));
        assertEquals(Optional.empty(), ColorDistance.ofHue(pink));
        Planes.assertPlane(INK, ColorDistance.of(plane(0.9, 0.5), pink).orElseThrow(), 1e-6);
    }

    @Test
    void whatDiffersByNoiseIsOneColor() {
        Chroma noise = new Chroma(plane(0.1, 0.11), plane(0.2, 0.21));
        assertEquals(Optional.empty(), ColorDistance.of(plane(0.9, 0.91), noise));
    }
}
