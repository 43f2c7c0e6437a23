package nn.image.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nn.image.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameSurfaceTest {

    private static final int WIDTH = 75;
    private static final int HEIGHT = 50;
    /** 0.12 of the shorter side. */
    private static final int MARGIN = 6;

    /** Paper in uneven light, of second order in both coordinates, no two of its coefficients alike. */
    private static double paper(int x, int y) {
        double u = 2 * (x + 0.5) / WIDTH - 1;
        double v = 2 * (y + 0.5) / HEIGHT - 1;
        return 0.6 + 0.17 * u - 0.08 * v - 0.11 * u * u + 0.05 * v * v + 0.09 * u * v;
    }

    private static boolean inFrame(int x, int y) {
        return x < MARGIN || y < MARGIN || x >= WIDTH - MARGIN || y >= HEIGHT - MARGIN;
    }

    /** Requires the surface fitted to paper plus something to find out how much that is, at each pixel. */
    private static void assertFound(Planes.Field onThePaper, double tolerance) {
        FrameSurface surface = FrameSurface.of(Planes.of(WIDTH, HEIGHT, (x, y) -> paper(x, y) + onThePaper.at(x, y)));
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertEquals(onThePaper.at(x, y), surface.residual(x, y), tolerance, "at " + x + ", " + y);
            }
        }
    }

    @Test
    void theFrameIsAsWideOnEverySide() {
        FrameSurface surface = FrameSurface.of(Planes.of(WIDTH, HEIGHT, (x, y) -> 1));
        int count = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertEquals(inFrame(x, y), surface.contains(x, y), "at " + x + ", " + y);
                count += inFrame(x, y) ? 1 : 0;
            }
        }
        assertEquals(WIDTH * HEIGHT - 63 * 38, count);
        assertEquals(count / (double) (WIDTH * HEIGHT), surface.share());
    }

    @Test
    void unevenLightOfSecondOrderIsFollowedIntoThePictureWhateverIsWrittenThere() {
        assertFound((x, y) -> inFrame(x, y) || x < 30 || x > 50 ? 0 : y < 20 ? 0.3 : -0.4, 2e-4);
    }

    /** Ink that runs out of the picture, and a table beyond the page, darker or brighter than it. */
    @ParameterizedTest
    @CsvSource({"-0.45, 0.3", "0.35, 0.3", "-0.6, -0.5"})
    void whatCrossesTheFrameIsNoPaper(double ink, double table) {
        assertFound((x, y) -> x + y < 14 ? table : Math.abs(x - y - 20) < 3 ? ink : 0, 5e-4);
    }

    @Test
    void oneBrightnessOfMoreThanHalfOfTheFrameIsThePaperExactly() {
        Plane plane = Planes.of(WIDTH, HEIGHT, (x, y) -> x < 10 && y < 25 ? 0.9 : x == 40 ? 0.1 : 0.5);
        FrameSurface surface = FrameSurface.of(plane);
        assertEquals(0, surface.medianDistance());
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertEquals(plane.at(x, y) - 0.5f, surface.residual(x, y));
            }
        }
    }

    /** Grain that is the same on both sides of the paper's brightness takes no part in it, and is measured. */
    @Test
    void theGrainOfThePaperIsItsMedianDistance() {
        Planes.Field grain = (x, y) -> (x / 2 + y / 2) % 2 == 0 ? 0.02 : -0.02;
        FrameSurface surface = FrameSurface.of(
                Planes.of(WIDTH, HEIGHT, (x, y) -> paper(x, y) + (inFrame(x, y) ? grain.at(x, y) : 0.3)));
        assertEquals(0.02, surface.medianDistance(), 0.001);
        assertEquals(0.3, surface.residual(WIDTH / 2, HEIGHT / 2), 0.005);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "60, 1", "1, 60", "2, 2", "2, 40"})
    void picturesThatAreAllFrameHaveASurfaceToo(int width, int height) {
        Plane plane = Planes.of(width, height, (x, y) -> 0.2 + 0.01 * x + 0.004 * y);
        FrameSurface surface = FrameSurface.of(plane);
        assertEquals(1, surface.share());
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                assertEquals(0, surface.residual(x, y), 1e-3, "at " + x + ", " + y);
            }
        }
        assertTrue(surface.medianDistance() < 1e-3);
    }
}
