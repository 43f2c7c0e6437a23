package nn.image.prepare;

import static nn.image.prepare.Planes.assertPlane;

import nn.image.Plane;
import org.junit.jupiter.api.Test;

class PaperTest {

    private static final int SIDE = 100;

    @Test
    void paperUnderAStrokeIsThePaperBesideIt() {
        Plane even = Planes.of(SIDE, SIDE, (x, y) -> 0.8);
        // 33 pixels wide, as the square of the closing has 35 of them.
        assertPlane(even, Paper.under(Planes.of(SIDE, SIDE, (x, y) -> x >= 30 && x < 63 ? 0.1 : 0.8)), 1e-6);
        assertPlane(even, Paper.under(Planes.of(SIDE, SIDE, (x, y) -> y >= 60 && y < 93 ? 0.1 : 0.8)), 1e-6);
    }

    @Test
    void aDarkStretchWiderThanAnyStrokeIsShadowOnThePaper() {
        Plane paper = Paper.under(Planes.of(SIDE, SIDE, (x, y) -> x < 50 ? 0.3 : 0.8));
        // The blur reaches three times 4 pixels, after the closing has left the edge where it was.
        assertPlane(Planes.of(SIDE, SIDE, (x, y) -> x <= 37 ? 0.3 : x >= 62 ? 0.8 : paper.at(x, y)), paper, 1e-6);
        assertPlane(
                Planes.of(1, 1, (x, y) -> 0.55),
                Planes.of(1, 1, (x, y) -> (paper.at(49, 50) + paper.at(50, 50)) / 2),
                1e-5);
    }

    @Test
    void inkIsTheShareOfThePapersLightThatItSwallows() {
        Plane paper = Planes.of(4, 2, (x, y) -> y == 0 ? 0.8 : 0.4);
        // Half, none, all; and what is brighter than the paper is none either.
        Plane light = new Plane(4, 2, new float[] {0.4f, 0.8f, 0, 0.9f, 0.2f, 0.4f, 0, 0.5f});
        assertPlane(new Plane(4, 2, new float[] {0.5f, 0, 1, 0, 0.5f, 0, 1, 0}), Paper.ink(light, paper), 1e-6);
    }

    /** Else the noise of a black border would be ink of any strength. */
    @Test
    void nearlyBlackPaperCountsAsDarkGray() {
        Plane light = new Plane(2, 1, new float[] {0.06f, 0});
        assertPlane(new Plane(2, 1, new float[] {0.25f, 1}), Paper.ink(light, Planes.of(2, 1, (x, y) -> 0.01)), 1e-6);
    }
}
