package nn.image.prepare;

import static nn.image.prepare.Planes.assertPlane;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import nn.image.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplingTest {

    private static Plane row(float... values) {
        return new Plane(values.length, 1, values);
    }

    /** Each source pixel split into (width x height) pieces, of which each target pixel averages a block. */
    private static Plane byPieces(Plane plane, int width, int height) {
        return Planes.of(width, height, (x, y) -> {
            double sum = 0;
            for (int v = y * plane.height(); v < (y + 1) * plane.height(); v++) {
                for (int u = x * plane.width(); u < (x + 1) * plane.width(); u++) {
                    sum += plane.at(u / width, v / height);
                }
            }
            return sum / (plane.width() * plane.height());
        });
    }

    @ParameterizedTest
    @CsvSource({"12, 8, 6, 4", "7, 5, 3, 2", "31, 29, 28, 28", "100, 3, 28, 2", "9, 9, 1, 1"})
    void shrinkingAveragesOverTheAreaOfEachTargetPixel(int width, int height, int targetWidth, int targetHeight) {
        Plane plane = Planes.random(width, height, 1);
        assertPlane(
                byPieces(plane, targetWidth, targetHeight), Resampling.resize(plane, targetWidth, targetHeight), 1e-6);
    }

    @Test
    void growingInterpolatesBetweenPixelCentersAndRepeatsTheEdge() {
        assertPlane(row(0, 0.25f, 0.75f, 0.9f, 0.7f, 0.6f), Resampling.resize(row(0, 1, 0.6f), 6, 1), 1e-6);
        assertPlane(
                new Plane(1, 4, new float[] {0.2f, 0.3f, 0.5f, 0.6f}),
                Resampling.resize(new Plane(1, 2, new float[] {0.2f, 0.6f}), 1, 4),
                1e-6);
        assertPlane(
                Planes.of(4, 2, (x, y) -> new double[] {0, 0.25, 0.75, 1}[x] + y),
                Resampling.resize(Planes.of(2, 2, (x, y) -> x + y), 4, 2),
                1e-6);
    }

    @Test
    void theOwnSizeIsThePlaneItself() {
        Plane plane = Planes.random(9, 6, 2);
        assertPlane(plane, Resampling.resize(plane, 9, 6), 0);
    }

    @Test
    void aRectangleCountsFromFractionsOfPixelsAndMayReachBeyondThePlane() {
        Plane source = row(0.1f, 0.3f, 0.9f, 0.5f);
        assertPlane(row(0.1f, 0.1f, 0.1f, 0.3f), Resampling.resize(source, -2, 0, 2, 1, 4, 1), 1e-6);
        assertPlane(row(0.2f, 0.6f, 0.7f, 0.5f, 0.5f), Resampling.resize(source, 0.5, 0, 5.5, 1, 5, 1), 1e-6);
        // From 0.5 to 3.5 in two: half of the first pixel and the second; the third and half of the fourth.
        assertPlane(
                row((0.05f + 0.3f) / 1.5f, (0.9f + 0.25f) / 1.5f),
                Resampling.resize(source, 0.5, 0, 3.5, 1, 2, 1),
                1e-6);
    }

    @ParameterizedTest
    @CsvSource({
        "640, 160, 320, 80",
        "160, 640, 80, 320",
        "330, 7, 320, 7",
        "5000, 1, 320, 1",
        "1, 5000, 1, 320",
        "321, 321, 320, 320"
    })
    void shrinkingToALongestSideKeepsTheAspectAndAtLeastOnePixel(int width, int height, int newWidth, int newHeight) {
        Plane plane = Planes.of(width, height, (x, y) -> 0.4);
        assertPlane(Planes.of(newWidth, newHeight, (x, y) -> 0.4), Resampling.shrink(plane, 320), 1e-5);
    }

    @Test
    void whatFitsIsNotShrunk() {
        Plane plane = Plane.of(320, 200);
        assertSame(plane, Resampling.shrink(plane, 320));
        assertEquals(319, Resampling.shrink(plane, 319).width());
    }
}
