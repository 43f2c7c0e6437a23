package nn.image.prepare;

import static nn.image.prepare.Planes.assertPlane;
import static org.junit.jupiter.api.Assertions.assertSame;

import nn.image.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurroundingsTest {

    private static final int WIDTH = 120;
    private static final int HEIGHT = 100;
    private static final double PAPER = 0.02;
    private static final double PEN = 0.8;

    /** A stem of 30 pixels in the middle. */
    private static boolean stem(int x, int y) {
        return x >= 60 && x < 66 && y >= 35 && y < 65;
    }

    private static Plane page(Planes.Field onThePage) {
        return Planes.of(WIDTH, HEIGHT, (x, y) -> stem(x, y) ? PEN : Math.max(PAPER, onThePage.at(x, y)));
    }

    private static void assertRemoved(Planes.Field foreign) {
        assertPlane(page((x, y) -> 0), Surroundings.removedFrom(page(foreign)), 0);
    }

    private static void assertKept(Plane ink) {
        assertSame(ink, Surroundings.removedFrom(ink));
    }

    private static Planes.Field rectangle(int left, int top, int right, int bottom, double ink) {
        return (x, y) -> x >= left && x < right && y >= top && y < bottom ? ink : 0;
    }

    /** Along a quarter of a side: 30 pixels across, 25 down. */
    @ParameterizedTest
    @CsvSource({"10, 0, 40, 8", "80, 92, 110, 100", "0, 60, 9, 85", "111, 5, 120, 30"})
    void whatRunsAlongAQuarterOfASideIsNoInk(int left, int top, int right, int bottom) {
        assertRemoved(rectangle(left, top, right, bottom, PEN));
    }

    @ParameterizedTest
    @CsvSource({"10, 0, 39, 8", "80, 92, 109, 100", "0, 60, 9, 84", "111, 5, 120, 29"})
    void whatTouchesLessOfASideMayBeADigitThatIsCutOff(int left, int top, int right, int bottom) {
        assertKept(page(rectangle(left, top, right, bottom, PEN)));
    }

    /** A wide part that reaches each side by a single pixel's height, four wide. */
    @ParameterizedTest
    @CsvSource({
        "10, 1, 50, 8, 20, 0, 24, 1",
        "60, 92, 100, 99, 70, 99, 74, 100",
        "1, 50, 9, 90, 0, 60, 1, 64",
        "111, 50, 119, 90, 119, 60, 120, 64"
    })
    void onlyWhatLiesAtTheSideItselfRunsAlongIt(
            int left, int top, int right, int bottom, int footLeft, int footTop, int footRight, int footBottom) {
        Planes.Field part = rectangle(left, top, right, bottom, PEN);
        Planes.Field foot = rectangle(footLeft, footTop, footRight, footBottom, PEN);
        assertKept(page((x, y) -> part.at(x, y) + foot.at(x, y)));
    }

    @Test
    void aLineAcrossThePageIsNoInk() {
        assertRemoved(rectangle(0, 80, WIDTH, 83, PEN));
        assertRemoved(rectangle(20, 0, 24, HEIGHT, PEN));
    }

    @Test
    void aFrameAroundTheDigitIsNoInk() {
        assertRemoved((x, y) ->
                x >= 20 && x < 100 && y >= 15 && y < 85 && (x < 23 || x >= 97 || y < 18 || y >= 82) ? PEN : 0);
    }

    /** The dot is as high as a fifth of the zero; a frame's inside is at least a quarter of it. */
    @Test
    void aZeroWithADotInItIsNoFrame() {
        assertKept(Planes.of(WIDTH, HEIGHT, (x, y) -> {
            double ring = Math.hypot(x - 60, y - 50);
            return ring < 30 && ring > 24 || ring < 6 ? PEN : PAPER;
        }));
    }

    /**
     * A square of 40 pixels with a hole fills 0.44 of its box where the hole is 30 wide, and 0.36 where it is 32; a frame fills
     * up to 0.4 of it, and what is inside takes a quarter, 10 pixels.
     */
    @ParameterizedTest
    @CsvSource({"30, 10, false", "32, 10, true", "32, 9, false"})
    void aRingOfAThickPenIsNoFrame(int cut, int mark, boolean frame) {
        Planes.Field inside = (x, y) -> x >= 55 && x < 55 + mark && y >= 45 && y < 45 + mark ? PEN : PAPER;
        Plane ink = Planes.of(WIDTH, HEIGHT, (x, y) -> {
            int across = Math.max(Math.abs(2 * x - 119), Math.abs(2 * y - 99));
            return across > cut && across < 40 ? PEN : inside.at(x, y);
        });
        if (frame) {
            assertPlane(Planes.of(WIDTH, HEIGHT, inside), Surroundings.removedFrom(ink), 0);
        } else {
            assertKept(ink);
        }
    }

    /** The rim is a hundredth of the longer side, here 1.2 pixels. */
    @Test
    void theBlurredEdgeOfATableGoesWithIt() {
        assertRemoved((x, y) -> y < 10 ? 0.8 : y == 10 ? 0.15 : 0);
        assertPlane(
                page((x, y) -> y == 11 ? 0.15 : 0),
                Surroundings.removedFrom(page((x, y) -> y < 10 ? 0.8 : y == 10 || y == 11 ? 0.15 : 0)),
                0);
    }

    /** In a picture of 300 pixels the rim is three of them, and the stem ends two above the table. */
    @Test
    void theRimOfATableSparesADigitThatNearlyTouchesIt() {
        Planes.Field stem = (x, y) -> x >= 140 && x < 150 && y >= 20 && y < 60 ? PEN : PAPER;
        Planes.Field blurred = (x, y) -> y >= 61 ? PEN : Math.max(stem.at(x, y), y >= 57 ? 0.15 : 0);
        assertPlane(
                Planes.of(300, 100, (x, y) -> y == 57 ? Math.max(0.15, stem.at(x, y)) : stem.at(x, y)),
                Surroundings.removedFrom(Planes.of(300, 100, blurred)),
                0);
    }

    /**
     * Beside the table, 1, and the pen, 0.7, the level is six tenths of the table's; the border, 0.5, is fainter. With the table
     * gone it is six tenths of the pen's, and the border is foreign as well.
     */
    @Test
    void whatComesUpOnceTheDarkestIsGoneGoesToo() {
        Planes.Field faintStem = (x, y) -> stem(x, y) ? 0.7 : PAPER;
        Plane ink = Planes.of(WIDTH, HEIGHT, (x, y) -> y < 15 ? 1 : x < 8 && y > 40 ? 0.5 : faintStem.at(x, y));
        assertPlane(Planes.of(WIDTH, HEIGHT, faintStem), Surroundings.removedFrom(ink), 0);
    }

    /** A mark of 0.08 of the longer side, here 8 pixels, is the smallest digit. */
    @ParameterizedTest
    @CsvSource({"8, true", "7, false"})
    void nothingIsRemovedUnlessSomethingIsLeftToRead(int size, boolean removed) {
        Planes.Field mark = (x, y) -> x >= 60 && x < 64 && y >= 50 && y < 50 + size ? PEN : PAPER;
        Plane ink = Planes.of(100, 90, (x, y) -> y < 10 ? PEN : mark.at(x, y));
        if (removed) {
            assertPlane(Planes.of(100, 90, mark), Surroundings.removedFrom(ink), 0);
        } else {
            assertKept(ink);
        }
    }

    @Test
    void whatIsCutOffAtTheEdgeIsNotEnoughToBeLeft() {
        assertKept(Planes.of(WIDTH, HEIGHT, (x, y) -> y < 10 || x > 80 && x < 90 && y >= 75 ? PEN : PAPER));
    }

    @Test
    void aPageWithoutSurroundingsStaysTheSame() {
        assertKept(page((x, y) -> 0));
        assertKept(Planes.of(WIDTH, HEIGHT, (x, y) -> 0));
    }
}
