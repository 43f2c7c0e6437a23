package nn.image.prepare;

import static nn.image.prepare.Planes.drawn;
import static nn.image.prepare.Planes.mask;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nn.image.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainDigitTest {

    private static final int SIDE = 60;

    /** Full ink in each rectangle (left, top, right, bottom) of a picture of 60 x 60, the right and bottom edges excluded. */
    private static Plane rectangles(Box... boxes) {
        return Planes.of(SIDE, SIDE, (x, y) -> {
            for (Box box : boxes) {
                if (x >= box.left() && x < box.right() && y >= box.top() && y < box.bottom()) {
                    return 1;
                }
            }
            return 0;
        });
    }

    private static void assertDigit(Plane ink, Box... expected) {
        MainDigit digit = MainDigit.of(ink, 0.5f);
        assertTrue(digit.found());
        assertArrayEquals(Planes.mask(rectangles(expected)), digit.mask());
        Box all = expected[0];
        for (Box box : expected) {
            all = all.union(box);
        }
        assertEquals(all, digit.box());
    }

    private static Box upright(Box box) {
        return new Box(box.top(), box.left(), box.bottom(), box.right());
    }

    private static Box box(int left, int top, int width, int height) {
        return new Box(left, top, left + width, top + height);
    }

    @Test
    void theBarOfABrokenFiveBelongsToIt() {
        MainDigit five = MainDigit.of(
                drawn(
                        "............",
                        "....#####...",
                        "............",
                        "..##........",
                        "..##........",
                        "..#####.....",
                        "......##....",
                        "......##....",
                        "..#####.....",
                        "............"),
                0.5f);
        assertArrayEquals(
                mask(
                        "............",
                        "....#####...",
                        "............",
                        "..##........",
                        "..##........",
                        "..#####.....",
                        "......##....",
                        "......##....",
                        "..#####.....",
                        "............"),
                five.mask());
        assertEquals(new Box(2, 1, 9, 9), five.box());
        assertFalse(five.several());
        assertFalse(five.touchesEdge());
    }

    /** A part lower than 0.6 of the digit's 20 pixels may be 1.5 + 0.4 * 20 = 9.5 pixels away, eight blank ones between. */
    @Test
    void aSmallPartBelongsToTheDigitUpToFourTenthsOfItsSizeAway() {
        Box stem = box(20, 20, 4, 20);
        assertDigit(rectangles(stem, box(32, 25, 3, 11)), stem, box(32, 25, 3, 11));
        assertDigit(rectangles(stem, box(33, 25, 3, 11)), stem);
        // The size is the longer side, here the width.
        Box bar = box(20, 30, 20, 4);
        assertDigit(rectangles(bar, box(25, 42, 10, 2)), bar, box(25, 42, 10, 2));
        assertDigit(rectangles(bar, box(25, 43, 10, 2)), bar);
    }

    /** A part of 0.6 of the digit's height may be 1.5 + 0.12 of what both together take, here 25 pixels, away: 4.5. */
    @Test
    void aLargePartBelongsToTheDigitOnlyWhereItNearlyTouches() {
        Box stem = box(20, 20, 10, 20);
        assertDigit(rectangles(stem, box(33, 24, 12, 12)), stem, box(33, 24, 12, 12));
        assertDigit(rectangles(stem, box(34, 24, 11, 12)), stem);
        assertDigit(rectangles(stem, box(34, 24, 11, 11)), stem, box(34, 24, 11, 11));
    }

    /** Else dashes and dots at the end of a broken stroke are lost. */
    @Test
    void partsHangOnPartsThatBelongToTheDigit() {
        Box first = box(20, 10, 8, 12);
        Box[] chain = {first, box(20, 26, 4, 4), box(20, 36, 4, 4), box(20, 48, 4, 4)};
        assertDigit(rectangles(chain), chain);
    }

    /** Of a digit of 100 pixels, two are a fiftieth. */
    @Test
    void specksDoNotBelongToTheDigit() {
        Box digit = box(25, 25, 10, 10);
        assertDigit(rectangles(digit, box(37, 30, 2, 1)), digit, box(37, 30, 2, 1));
        assertDigit(rectangles(digit, box(37, 30, 1, 1)), digit);
    }

    /** A quarter of the digit's ink is a part of it, such as the bar of a five. */
    @Test
    void whatIsMuchLighterThanTheDigitIsNoSpeck() {
        Box digit = box(25, 25, 10, 10);
        assertDigit(rectangles(digit, box(25, 20, 10, 2)), digit, box(25, 20, 10, 2));
    }

    /** Specks are told by their ink, not by their pixels. */
    @Test
    void theWeightOfAPartIsItsInk() {
        Plane ink = rectangles(box(25, 25, 10, 10), box(37, 30, 3, 1));
        for (int i = 0; i < ink.values().length; i++) {
            ink.values()[i] *= i % SIDE > 35 ? 0.6f : 1;
        }
        assertDigit(ink, box(25, 25, 10, 10));
    }

    @Test
    void ofEqualPartsTheOneInTheMiddleIsTheDigit() {
        Box middle = box(28, 26, 6, 8);
        for (Box other : new Box[] {box(5, 26, 6, 8), box(50, 26, 6, 8), box(28, 4, 6, 8), box(28, 48, 6, 8)}) {
            assertDigit(rectangles(other, middle), middle);
        }
    }

    /** At (12, 30), 0.6 of the way to the side, ink counts 1 - 0.75 * 0.6 = 0.55. */
    @ParameterizedTest
    @CsvSource({"10, false", "12, true"})
    void howFarInkLiesOffTheMiddleIsWeighedAgainstItsAmount(int width, boolean outer) {
        Box middle = box(27, 25, 6, 10);
        Box left = box(12 - width / 2, 25, width, 10);
        assertDigit(rectangles(middle, left), outer ? left : middle);
        assertDigit(rectangles(upright(middle), upright(left)), upright(outer ? left : middle));
    }

    /**
     * The two lie 22 and 20 pixels of 30 off the middle and count 0.45 and 0.5, but the first touches the edge and counts half
     * of it: with less than 2.2 times the ink it is not the digit.
     */
    @ParameterizedTest
    @CsvSource({"21, false", "23, true"})
    void whatTouchesTheEdgeCountsHalf(int height, boolean atEdge) {
        Box left = new Box(0, 20, 16, 20 + height);
        Box right = box(42, 25, 16, 10);
        assertDigit(rectangles(left, right), atEdge ? left : right);
    }

    /** Another part that may be a digit: as high as 0.6 of this one, 0.2 of its ink, far enough away, not cut by the edge. */
    @ParameterizedTest
    @CsvSource({
        "45, 20, 4, 12, true",
        "45, 20, 4, 11, false",
        "45, 20, 2, 19, false",
        "45, 20, 2, 20, true",
        "57, 20, 3, 20, false",
        "56, 20, 3, 20, true"
    })
    void anotherDigitIsToldByItsHeightItsInkAndThatItIsWhole(
            int left, int top, int width, int height, boolean several) {
        Box digit = box(22, 20, 10, 20);
        MainDigit main = MainDigit.of(rectangles(digit, box(left, top, width, height)), 0.5f);
        assertEquals(digit, main.box());
        assertEquals(several, main.several());
    }

    @Test
    void aDigitAtTheEdgeIsToldOnEachSide() {
        for (Box cut : new Box[] {box(0, 20, 10, 20), box(50, 20, 10, 20), box(20, 0, 10, 20), box(20, 40, 10, 20)}) {
            assertTrue(MainDigit.of(rectangles(cut), 0.5f).touchesEdge(), cut.toString());
        }
        assertFalse(MainDigit.of(rectangles(box(1, 1, 58, 58)), 0.5f).touchesEdge());
    }

    @Test
    void nothingThatReachesTheThresholdIsNoDigit() {
        MainDigit none = MainDigit.of(drawn("444", "444"), 0.5f);
        assertFalse(none.found());
        assertArrayEquals(new boolean[6], none.mask());
        assertFalse(none.several());
        assertFalse(none.touchesEdge());
    }
}
