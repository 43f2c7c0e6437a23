package nn.image.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nn.image.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pictures are 50 x 50, as small as they are looked at; so the frame is 6 pixels wide and holds 0.4224 of them. */
class PolarityTest {

    private static final int SIDE = 50;
    private static final double PAPER = 0.7;

    /** Requires the picture's ink to be dark, and that of its negative light. */
    private static void assertDarkInk(Plane light) {
        assertEquals(Polarity.DARK_INK, Polarity.of(light), "dark on light");
        assertEquals(Polarity.LIGHT_INK, Polarity.of(light.inverted()), "light on dark");
    }

    private static boolean within(int x, int y, int left, int top, int right, int bottom) {
        return x >= left && x < right && y >= top && y < bottom;
    }

    /** The only thin thing is the bright slit, as in a bold zero; so only the paper around tells that it is no ink. */
    @Test
    void aBoldZeroIsToldFromTheSlitInIt() {
        assertDarkInk(Planes.of(
                SIDE, SIDE, (x, y) -> within(x, y, 15, 10, 35, 40) && !within(x, y, 24, 15, 26, 35) ? 0.1 : PAPER));
    }

    /** The same zero is brighter than the paper's dark corner, and the paper's bright corner is far from any mean. */
    @Test
    void aBoldZeroInUnevenLightIsToldFromThePaper() {
        assertDarkInk(Planes.of(SIDE, SIDE, (x, y) -> {
            double paper = 0.2 + 0.006 * x + 0.009 * y;
            return within(x, y, 25, 18, 41, 42) && !within(x, y, 32, 22, 34, 38) ? paper - 0.12 : paper;
        }));
    }

    /** A bar with a slit, from the top down: of 18 x 20 - 20 pixels 108 are in the frame, 0.318, less than 0.8 * 0.4224. */
    @Test
    void inkMayRunOffThePageAsLongAsItIsDenserWithin() {
        assertDarkInk(Planes.of(
                SIDE, SIDE, (x, y) -> within(x, y, 16, 0, 34, 20) && !within(x, y, 24, 7, 26, 17) ? 0.1 : PAPER));
    }

    /**
     * A window beside the page is brighter than it by as much as the pen is darker, and larger. But of its 50 x 9 pixels
     * 364 are in the frame, so the thin strokes decide.
     */
    @Test
    void whatIsAsDenseInTheFrameIsNotTheInk() {
        assertDarkInk(Planes.of(
                SIDE,
                SIDE,
                (x, y) -> x >= SIDE - 9
                        ? 1
                        : within(x, y, 15, 15, 17, 35) || within(x, y, 15, 15, 30, 17) ? 0.4 : PAPER));
    }

    /** The closing's square has 5 pixels: it fills strokes of 4, not gaps of 6. */
    @Test
    void whereTheFrameDoesNotTellStrokesAreThinnerThanTheirGaps() {
        assertDarkInk(Planes.of(SIDE, SIDE, (x, y) -> x % 10 < 4 ? 0.2 : PAPER));
        assertDarkInk(Planes.of(SIDE, SIDE, (x, y) -> y % 10 < 4 ? 0.2 : PAPER));
    }

    /** Of a shorter side of 96 pixels the square has 7; strokes of 6 are thin then. */
    @Test
    void thinIsAShareOfTheShorterSide() {
        assertDarkInk(Planes.of(96, 96, (x, y) -> x % 16 < 6 ? 0.2 : PAPER));
    }

    /** There are twice as many bright scratches, but they differ a third as much from the paper. */
    @Test
    void amongThinThingsTheStrongerOnesAreInk() {
        assertDarkInk(Planes.of(SIDE, SIDE, (x, y) -> x % 30 < 4 ? 0.1 : x % 30 > 9 && x % 10 < 4 ? 0.9 : PAPER));
    }

    /** Bright grain within three deviations of the paper's own, over half of the picture, against a small faint digit. */
    @Test
    void grainOfThePaperIsNoInk() {
        assertDarkInk(Planes.of(SIDE, SIDE, (x, y) -> {
            boolean frame = !within(x, y, 6, 6, 44, 44);
            double grain = (x / 2 + y / 2) % 2 == 0 ? 0.04 : -0.04;
            return within(x, y, 22, 20, 28, 30) ? PAPER - 0.4 : frame ? PAPER + grain : PAPER + 0.15;
        }));
    }

    /** The stronger one is the ink, though the faint one has more pixels and more of brightness in all. */
    @Test
    void aStrongDigitIsToldFromAWideFaintStain() {
        assertDarkInk(Planes.of(
                SIDE,
                SIDE,
                (x, y) -> within(x, y, 10, 10, 14, 30)
                        ? PAPER - 0.6
                        : within(x, y, 18, 8, 40, 40) ? PAPER + 0.2 : PAPER));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void aBlankPictureIsPaper(double light) {
        assertEquals(Polarity.DARK_INK, Polarity.of(Planes.of(SIDE, SIDE, (x, y) -> light)));
        assertEquals(Polarity.DARK_INK, Polarity.of(Planes.of(1, 1, (x, y) -> light)));
    }

    /** A bold zero again, of 320 x 240 pixels. */
    @Test
    void largePicturesAreToldAsTheSmallOnes() {
        assertDarkInk(Planes.of(
                320, 240, (x, y) -> within(x, y, 110, 50, 210, 190) && !within(x, y, 155, 70, 165, 170) ? 0.1 : PAPER));
    }
}
