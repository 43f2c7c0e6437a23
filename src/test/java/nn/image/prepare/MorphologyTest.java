package nn.image.prepare;

import static nn.image.prepare.Planes.assertPlane;
import static nn.image.prepare.Planes.drawn;

import nn.image.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MorphologyTest {

    /** The largest or the smallest of each square, pixel by pixel. */
    private static Plane byTrial(Plane plane, int radius, boolean largest) {
        return Planes.of(plane.width(), plane.height(), (x, y) -> {
            float best = plane.at(x, y);
            for (int v = Math.max(0, y - radius); v <= Math.min(plane.height() - 1, y + radius); v++) {
                for (int u = Math.max(0, x - radius); u <= Math.min(plane.width() - 1, x + radius); u++) {
                    best = largest ? Math.max(best, plane.at(u, v)) : Math.min(best, plane.at(u, v));
                }
            }
            return best;
        });
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 2", "20, 1, 3", "1, 20, 3", "17, 11, 0", "17, 11, 1", "17, 11, 4", "11, 17, 40"})
    void dilationAndErosionTakeTheLargestAndTheSmallestOfEachSquare(int width, int height, int radius) {
        for (int seed = 0; seed < 10; seed++) {
            Plane plane = Planes.random(width, height, seed);
            assertPlane(byTrial(plane, radius, true), Morphology.dilate(plane, radius), 0);
            assertPlane(byTrial(plane, radius, false), Morphology.erode(plane, radius), 0);
        }
    }

    @Test
    void closingFillsWhatIsNarrowerThanItsSquareAndLeavesTheRest() {
        assertPlane(drawn("99999999999999...999"), Morphology.close(drawn("99.99992199999...999"), 1), 0);
        assertPlane(
                drawn("88888888", "88888888", "88888888", "8888...8", "8888...8", "8888...8", "88888888"),
                Morphology.close(
                        drawn("88888888", "88..8888", "88..8888", "8888...8", "8888...8", "8888...8", "88888888"), 1),
                0);
    }

    /** Three boxes of 3 pixels after one another weigh 1, 3, 6, 7, 6, 3, 1 of 27, along each axis. */
    @Test
    void blurSpreadsOnePixelByThreeBoxesAlongEachAxis() {
        int[] weight = {1, 3, 6, 7, 6, 3, 1};
        Plane one = Planes.of(9, 8, (x, y) -> x == 5 && y == 3 ? 1 : 0);
        assertPlane(
                Planes.of(9, 8, (x, y) -> x < 2 || y > 6 ? 0 : weight[x - 2] * weight[y] / 729.0),
                Morphology.blur(one, 1),
                1e-6);
    }

    @Test
    void blurRepeatsThePixelsAtTheEdges() {
        Plane left = new Plane(5, 1, new float[] {13 / 27f, 9 / 27f, 4 / 27f, 1 / 27f, 0});
        assertPlane(left, Morphology.blur(drawn("#...."), 1), 1e-6);
        assertPlane(new Plane(1, 5, left.values()), Morphology.blur(drawn("#", ".", ".", ".", "."), 1), 1e-6);
        Plane even = Planes.of(5, 4, (x, y) -> 0.3);
        assertPlane(even, Morphology.blur(even, 7), 1e-6);
    }

    @Test
    void blurOfNoRadiusChangesNothing() {
        Plane plane = Planes.random(6, 5, 1);
        assertPlane(plane, Morphology.blur(plane, 0), 0);
    }
}
