package nn.image.prepare;

import static nn.image.prepare.Planes.assertPlane;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import nn.image.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CutOutTest {

    private static final int SIDE = 50;
    private static final double PAPER = 0.8;
    private static final InkLevel NO_OFFSET = new InkLevel(0, 0.3f);

    private static boolean within(int x, int y, int left, int top, int right, int bottom) {
        return x >= left && x < right && y >= top && y < bottom;
    }

    /** A stem of 10 x 20 pixels. */
    private static double stem(int x, int y) {
        return within(x, y, 20, 15, 30, 35) ? 1 : 0;
    }

    /** Cuts out the stem, of a picture of so much ink per pixel that may be larger than where the digit was found. */
    private static CutOut cutOut(int larger, Planes.Field ink, InkLevel level) {
        Plane light = Planes.of(SIDE * larger, SIDE * larger, (x, y) -> PAPER * (1 - ink.at(x / larger, y / larger)));
        Plane coarse = Resampling.shrink(light, SIDE);
        Plane paper = Planes.of(SIDE, SIDE, (x, y) -> PAPER);
        return CutOut.of(
                light,
                coarse,
                paper,
                Optional.empty(),
                level,
                MainDigit.of(Planes.of(SIDE, SIDE, CutOutTest::stem), 0.5f),
                0.15,
                0.5f);
    }

    /** Ink from the first to the last column at a row of the cut-out, and where it is interrupted -1. */
    private static int width(CutOut cutOut, int row) {
        int first = -1;
        int last = -1;
        int count = 0;
        for (int x = 0; x < cutOut.width(); x++) {
            if (cutOut.mask()[row * cutOut.width() + x]) {
                first = first < 0 ? x : first;
                last = x;
                count++;
            }
        }
        return count == 0 ? 0 : count == last - first + 1 ? count : -1;
    }

    /**
     * The stem's 20 pixels become 160 of the cut-out, each 8; around it are 0.15 * 20 + 1 = 4, so it lies from 32 to 112 across
     * and from 32 to 192 down. Only its corners are rounded.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theDigitIsCutOutAtAFixedSizeWithPaperAroundIt(int larger) {
        CutOut cutOut = cutOut(larger, CutOutTest::stem, NO_OFFSET);
        assertEquals(18 * 8, cutOut.width());
        assertEquals(28 * 8, cutOut.height());
        assertFalse(cutOut.isBlank());
        int corner = 4;
        for (int y = 0; y < cutOut.height(); y++) {
            for (int x = 0; x < cutOut.width(); x++) {
                int fromSide = Math.min(Math.abs(2 * x - 63), Math.abs(2 * x - 223)) / 2;
                int fromTop = Math.min(Math.abs(2 * y - 63), Math.abs(2 * y - 383)) / 2;
                if (fromSide >= corner || fromTop >= corner) {
                    assertEquals(
                            within(x, y, 32, 32, 112, 192),
                            cutOut.mask()[y * cutOut.width() + x],
                            "at " + x + ", " + y);
                }
            }
        }
    }

    /** A neighbor that is not connected with the digit is no part of it, even where it is as dark and within the cut-out. */
    @Test
    void whatDoesNotBelongToTheDigitIsLeftOut() {
        CutOut alone = cutOut(1, CutOutTest::stem, NO_OFFSET);
        CutOut withNeighbor = cutOut(1, (x, y) -> within(x, y, 32, 15, 34, 35) ? 1 : stem(x, y), NO_OFFSET);
        assertEquals(width(alone, 100), width(withNeighbor, 100));
        assertEquals(80, width(withNeighbor, 100));
    }

    /** What the closing left on blank paper must not make the strokes thicker. */
    @Test
    void theInkOfThePaperIsTakenOff() {
        CutOut cutOut = cutOut(1, (x, y) -> stem(x, y) == 1 ? 0.5 : 0.2, new InkLevel(0.2f, 0.1f));
        assertEquals(80, width(cutOut, 100));
    }

    /** The lower half is fainter: 0.6 of the ink, so from 0.3 on it is ink there. */
    @Test
    void aFaintPartOfTheStrokeIsAsWideAsTheOthers() {
        CutOut cutOut = cutOut(1, (x, y) -> stem(x, y) * (y < 25 ? 1 : 0.6), NO_OFFSET);
        assertEquals(80, width(cutOut, 60));
        assertEquals(80, width(cutOut, 160));
    }

    /** Half of the ink is the least that a local strength can be, so a fifth of it is paper's dirt. */
    @Test
    void whatIsFarFainterThanTheStrokeIsNoInk() {
        CutOut cutOut = cutOut(1, (x, y) -> stem(x, y) * (y < 30 ? 1 : 0.2), NO_OFFSET);
        assertEquals(80, width(cutOut, 60));
        assertEquals(0, width(cutOut, 180));
    }

    /** A spot of darker ink, here a fifth of the stem's, does not make the rest of it faint. */
    @Test
    void aDarkSpotIsNotTheStrengthOfTheStroke() {
        CutOut cutOut = cutOut(1, (x, y) -> stem(x, y) * (y >= 32 ? 1 : 0.4), NO_OFFSET);
        assertEquals(80, width(cutOut, 60));
        assertEquals(80, width(cutOut, 150));
    }

    /** At half the resolution, every second line of the picture lies between two of the cut-out's. */
    @ParameterizedTest
    @CsvSource({"214", "215", "300", "301", "313", "318"})
    void aHairlineDoesNotFallBetweenThePixelsOfASmallerCutOut(int length) {
        Plane ink = Planes.of(320, 200, (x, y) -> y == 90 && x >= 1 && x < 1 + length ? 1 : 0);
        CutOut cutOut = CutOut.of(
                ink.inverted(),
                ink.inverted(),
                Planes.of(320, 200, (x, y) -> 1),
                Optional.empty(),
                NO_OFFSET,
                MainDigit.of(ink, 0.5f),
                0.15,
                0.5f);
        Box all = bounds(cutOut);
        assertEquals(160, all.width(), 2);
        assertTrue(all.height() <= 4, all.toString());
    }

    private static Box bounds(CutOut cutOut) {
        Box all = null;
        for (int i = 0; i < cutOut.mask().length; i++) {
            if (cutOut.mask()[i]) {
                int x = i % cutOut.width();
                int y = i / cutOut.width();
                Box pixel = new Box(x, y, x + 1, y + 1);
                all = all == null ? pixel : all.union(pixel);
            }
        }
        return all;
    }

    @Test
    void aCutOutWithoutInkIsBlank() {
        assertTrue(new CutOut(new boolean[6], 3, 2).isBlank());
        assertFalse(new CutOut(new boolean[] {false, false, false, false, false, true}, 3, 2).isBlank());
    }

    private static Plane fitted(int width, int height, Planes.Field ink) {
        int columns = width + 40;
        int rows = height + 60;
        return new CutOut(
                        Planes.mask(Planes.of(
                                columns,
                                rows,
                                (x, y) -> within(x, y, 20, 30, 20 + width, 30 + height) ? ink.at(x - 20, y - 30) : 0)),
                        columns,
                        rows)
                .fitted();
    }

    /**
     * A bar 24 wide of 160 has a width that MNIST knows: 3 of 20 pixels. The rim is blurred by three boxes of three pixels; they
     * take (1 + 4 + 10) / 27 from the outermost of eight pixels.
     */
    @Test
    void aBarOfMnistsWidthIsFittedAsItIs() {
        double rim = 1 - 15 / 27.0 / 8;
        Planes.Field upright = (x, y) -> (x == 1 ? 1 : rim) * (y > 0 && y < 19 ? 1 : rim);
        assertPlane(Planes.of(3, 20, upright), fitted(24, 160, (x, y) -> 1), 0.004);
        assertPlane(Planes.of(20, 3, (x, y) -> upright.at(y, x)), fitted(160, 24, (x, y) -> 1), 0.004);
    }

    /** The ink of the middle row is how many pixels of MNIST the pen is wide. */
    private static double pen(Plane fitted) {
        double sum = 0;
        for (int x = 0; x < fitted.width(); x++) {
            sum += fitted.at(x, fitted.height() / 2);
        }
        return sum;
    }

    /** Up to 1.9 of 20 pixels, less what the blurred rim loses: 15 / 27 / 8 a side, or 11 / 27 / 8 where 0.4 of 8 are free. */
    @ParameterizedTest
    @CsvSource({"4, 1.798", "8, 1.798", "16, 1.861", "24, 2.861"})
    void thinPensAreThickened(int pen, double expected) {
        Plane fitted = fitted(pen, 160, (x, y) -> 1);
        assertEquals(20, fitted.height());
        assertEquals(expected, pen(fitted), 0.02);
    }

    /** A square ring whose pen of 40 is a quarter of its 160 comes to 3.6 of 20, on both sides of its hole. */
    @Test
    void thickPensAreThinnedSoThatLoopsStayOpen() {
        Plane fitted = fitted(160, 160, (x, y) -> within(x, y, 40, 40, 120, 120) ? 0 : 1);
        assertEquals(20, fitted.width());
        assertEquals(20, fitted.height());
        assertEquals(2 * 3.6, pen(fitted), 0.4);
    }

    @Test
    void theAspectIsKeptAndNoSideVanishes() {
        assertEquals(
                10,
                fitted(80, 160, (x, y) -> within(x, y, 24, 24, 56, 136) ? 0 : 1).width());
        assertEquals(2, fitted(1, 160, (x, y) -> 1).width());
    }

    /** There is no paper whose distance would tell the pen. */
    @Test
    void aCutOutThatIsAllInkHasAPenOfItsWholeSide() {
        boolean[] all = new boolean[20 * 30];
        Arrays.fill(all, true);
        assertEquals(1, new CutOut(all, 20, 30).pen());
    }
}
