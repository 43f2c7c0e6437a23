package nn.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DigitPreparationTest {

    private static final DigitPreparation AUTO = new DigitPreparation(Polarity.AUTO, false);
    private static final int SIDE = 200;

    private static final PreparedDigit PLAIN = AUTO.prepare(DrawnDigit.onPaper(DrawnDigit.seven(SIDE)));

    /** How a picture may be changed: luminance from luminance and position, both coordinates in [0, 1]. */
    private interface Change {
        double light(double light, double x, double y);
    }

    private static Picture changed(Plane ink, Change change) {
        Plane light = DrawnDigit.onPaper(ink).luminance();
        Plane result = Plane.of(ink.width(), ink.height());
        for (int i = 0; i < light.values().length; i++) {
            double x = (i % ink.width() + 0.5) / ink.width();
            double y = (i / ink.width() + 0.5) / ink.height();
            result.values()[i] = (float) Math.max(0, Math.min(1, change.light(light.values()[i], x, y)));
        }
        return DrawnDigit.opaque(result);
    }

    /** Mean difference per pixel, in levels of 255, over the pixels that have ink in either. */
    private static double difference(PreparedDigit a, PreparedDigit b) {
        int sum = 0;
        int count = 0;
        for (int i = 0; i < a.pixels().length; i++) {
            int p = a.pixels()[i] & 0xff;
            int q = b.pixels()[i] & 0xff;
            sum += Math.abs(p - q);
            count += p > 0 || q > 0 ? 1 : 0;
        }
        return (double) sum / count;
    }

    private static void assertSameDigit(PreparedDigit actual) {
        assertNearlySameDigit(actual, 0.1);
    }

    private static void assertNearlySameDigit(PreparedDigit actual, double levels) {
        assertTrue(actual.hasInk());
        assertEquals(0, difference(PLAIN, actual), levels, "levels per pixel of ink");
    }

    /** Ink of some rows, counted from the digit's first one, in full pixels. */
    private static double ink(PreparedDigit digit, int rows) {
        int first = 0;
        while (digit.pixels()[first] == 0) {
            first++;
        }
        int sum = 0;
        for (int i = first / 28 * 28; i < (first / 28 + rows) * 28; i++) {
            sum += digit.pixels()[i] & 0xff;
        }
        return sum / 255.0;
    }

    @Test
    void digitFitsTwentyPixelsAndHasItsMassWhereMnistHasIt() {
        double mass = 0;
        double massX = 0;
        double massY = 0;
        int top = 28;
        int bottom = 0;
        for (int y = 0; y < 28; y++) {
            for (int x = 0; x < 28; x++) {
                int value = PLAIN.pixels()[y * 28 + x] & 0xff;
                mass += value;
                massX += value * x;
                massY += value * y;
                if (value > 0) {
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        assertEquals(20, bottom - top + 1);
        assertEquals(14, massX / mass, 0.51);
        assertEquals(14, massY / mass, 0.51);
    }

    @Test
    void strokesReachFullInkAndPaperIsBlank() {
        int strongest = 0;
        int blank = 0;
        for (byte pixel : PLAIN.pixels()) {
            strongest = Math.max(strongest, pixel & 0xff);
            blank += pixel == 0 ? 1 : 0;
        }
        assertTrue(strongest > 250);
        assertTrue(blank > 500, blank + " blank pixels");
        assertEquals(List.of(), PLAIN.warnings());
    }

    @Test
    void lightInkOnDarkPaperIsTheSameDigit() {
        assertSameDigit(AUTO.prepare(changed(DrawnDigit.seven(SIDE), (light, x, y) -> 1 - light)));
    }

    @Test
    void polarityCanBeDemanded() {
        Picture inverted = changed(DrawnDigit.seven(SIDE), (light, x, y) -> 1 - light);
        assertSameDigit(new DigitPreparation(Polarity.LIGHT_INK, false).prepare(inverted));
        assertTrue(difference(PLAIN, new DigitPreparation(Polarity.DARK_INK, false).prepare(inverted)) > 40);
    }

    @Test
    void placeAndSizeDoNotMatter() {
        for (double size : new double[] {24, 60, 150, 260}) {
            for (double left : new double[] {15, 80}) {
                Plane ink = DrawnDigit.ink(400, 350, DrawnDigit.SEVEN, left, 40, size, size * 0.117);
                assertNearlySameDigit(AUTO.prepare(DrawnDigit.onPaper(ink)), 6);
            }
        }
    }

    @Test
    void faintInkIsAsStrongAsDarkInk() {
        assertSameDigit(AUTO.prepare(changed(DrawnDigit.seven(SIDE), (light, x, y) -> 0.75 + 0.2 * light)));
    }

    @Test
    void unevenLightIsTakenOut() {
        assertSameDigit(AUTO.prepare(changed(DrawnDigit.seven(SIDE), (light, x, y) -> light * (0.4 + 0.6 * x * (1 - 0.3 * y)))));
    }

    @Test
    void softShadowIsNoInk() {
        assertSameDigit(AUTO.prepare(changed(DrawnDigit.seven(SIDE),
                (light, x, y) -> light * (1 - 0.4 / (1 + Math.exp(-(x + 0.4 * y - 0.6) / 0.05))))));
    }

    @Test
    void noiseAndSpecksAreNoInk() {
        SplittableRandom random = new SplittableRandom(7);
        assertNearlySameDigit(AUTO.prepare(changed(DrawnDigit.seven(SIDE),
                (light, x, y) -> light + 0.12 * (random.nextDouble() - 0.5))), 1);
        assertSameDigit(AUTO.prepare(changed(DrawnDigit.seven(SIDE),
                (light, x, y) -> Math.hypot(x - 0.85, y - 0.85) < 0.01 || Math.hypot(x - 0.1, y - 0.3) < 0.012 ? 0.1 : light)));
    }

    @Test
    void ruledPaperIsNoInk() {
        assertNearlySameDigit(AUTO.prepare(changed(DrawnDigit.seven(SIDE),
                (light, x, y) -> light - (y * 8 % 1 < 0.05 || x * 8 % 1 < 0.05 ? 0.15 : 0))), 1);
    }

    @Test
    void tableBeyondThePageIsNoInk() {
        assertSameDigit(AUTO.prepare(changed(DrawnDigit.seven(SIDE), (light, x, y) -> x + 0.05 * y > 0.94 ? 0.1 : light)));
    }

    /** Around a corner or all around the page it has more ink than the digit, and its middle is the picture's. */
    @Test
    void tableAroundThePageIsNoInk() {
        assertSameDigit(AUTO.prepare(changed(DrawnDigit.seven(SIDE), (light, x, y) -> x + 0.05 * y > 0.9 || y > 0.9 ? 0.1 : light)));
        assertSameDigit(new DigitPreparation(Polarity.DARK_INK, false).prepare(changed(DrawnDigit.seven(SIDE),
                (light, x, y) -> Math.max(Math.abs(x - 0.5), Math.abs(y - 0.5)) > 0.4 ? 0.1 : light)));
    }

    @Test
    void frameAroundTheDigitIsNoInk() {
        assertSameDigit(AUTO.prepare(changed(DrawnDigit.seven(SIDE), (light, x, y) -> {
            double fromMiddle = Math.max(Math.abs(x - 0.5), Math.abs(y - 0.5));
            return fromMiddle > 0.42 && fromMiddle < 0.435 ? 0.1 : light;
        })));
    }

    @Test
    void hairlineAndMarkerComeNearToMnistsPen() {
        for (double pen : new double[] {1.5, 3, 24}) {
            Plane ink = DrawnDigit.ink(SIDE, SIDE, DrawnDigit.SEVEN, 40, 40, 120, pen);
            int sum = 0;
            for (byte pixel : AUTO.prepare(DrawnDigit.onPaper(ink)).pixels()) {
                sum += pixel & 0xff;
            }
            // MNIST's sevens have 40 to 160 full pixels of ink.
            double fullPixels = sum / 255.0;
            assertTrue(fullPixels > 40 && fullPixels < 160, pen + " pixels of pen give " + fullPixels);
        }
    }

    /**
     * The five is 110 + 12 pixels high, which become 20. The bar of 0.42 * 110 x 12 with its round ends becomes 17.9 pixels of ink,
     * of which the blurred rim loses 15 / 27 / 8 along its 9.5 above and below. Without it the stem's two columns are on top.
     */
    @Test
    void brokenStrokeIsOneDigit() {
        Plane ink = DrawnDigit.ink(SIDE, SIDE, DrawnDigit.BROKEN_FIVE, 50, 40, 110, 12);
        PreparedDigit five = AUTO.prepare(DrawnDigit.onPaper(ink));
        assertEquals(List.of(), five.warnings());
        assertEquals(16.6, ink(five, 2), 0.5);
    }

    @Test
    void severalDigitsAreWarnedAboutAndOneIsTaken() {
        Plane one = DrawnDigit.ink(300, 200, DrawnDigit.SEVEN, 30, 50, 90, 10);
        Plane two = DrawnDigit.ink(300, 200, DrawnDigit.SEVEN, 170, 40, 100, 11);
        for (int i = 0; i < one.values().length; i++) {
            one.values()[i] = Math.max(one.values()[i], two.values()[i]);
        }
        PreparedDigit digit = AUTO.prepare(DrawnDigit.onPaper(one));
        assertNearlySameDigit(digit, 10);
        assertEquals(List.of(PreparedDigit.SEVERAL_DIGITS), digit.warnings());
    }

    @Test
    void cutDigitIsWarnedAbout() {
        Plane ink = DrawnDigit.ink(SIDE, SIDE, DrawnDigit.SEVEN, 40, 110, 120, 14);
        assertEquals(List.of(PreparedDigit.TOUCHES_EDGE), AUTO.prepare(DrawnDigit.onPaper(ink)).warnings());
    }

    @Test
    void blankPicturesHaveNoInk() {
        for (double light : new double[] {0, 0.5, 1}) {
            for (int[] size : new int[][] {{1, 1}, {28, 28}, {200, 100}, {1, 1000}, {1000, 1}}) {
                Plane blank = Plane.of(size[0], size[1]);
                Arrays.fill(blank.values(), (float) light);
                PreparedDigit digit = AUTO.prepare(DrawnDigit.opaque(blank));
                assertFalse(digit.hasInk(), light + " at " + size[0] + "x" + size[1]);
                assertArrayEquals(new byte[784], digit.pixels());
            }
        }
    }

    @Test
    void preparedDigitComesThroughUnharmedInEitherPolarity() {
        Plane light = Plane.of(28, 28);
        for (int i = 0; i < 784; i++) {
            light.values()[i] = (PLAIN.pixels()[i] & 0xff) / 255f;
        }
        assertArrayEquals(PLAIN.pixels(), AUTO.prepare(DrawnDigit.opaque(light)).pixels());
        assertArrayEquals(PLAIN.pixels(), AUTO.prepare(DrawnDigit.opaque(light.inverted())).pixels());
    }

    @Test
    void inkOnTransparentPaperIsTheSameDigitWhateverItsColor() {
        Plane ink = DrawnDigit.seven(SIDE);
        for (float color : new float[] {0, 0.3f, 0.6f, 1}) {
            Plane light = Plane.of(SIDE, SIDE);
            Arrays.fill(light.values(), color);
            assertSameDigit(AUTO.prepare(new Picture(light, ink, List.of())));
        }
    }

    @Test
    void transparentMarginAroundPaperIsPaper() {
        Picture page = DrawnDigit.onPaper(DrawnDigit.seven(SIDE));
        Plane opacity = Plane.of(SIDE, SIDE);
        for (int i = 0; i < opacity.values().length; i++) {
            opacity.values()[i] = i % SIDE < 10 || i / SIDE > SIDE - 10 ? 0 : 1;
        }
        assertSameDigit(AUTO.prepare(new Picture(page.luminance(), opacity, List.of())));
    }

    @Test
    void rawIsThePictureResized() {
        byte[] pixels = new DigitPreparation(Polarity.AUTO, true).prepare(DrawnDigit.onPaper(DrawnDigit.seven(280))).pixels();
        assertEquals(Math.round(255 * 0.1), pixels[0] & 0xff);
        assertEquals(Math.round(255 * 0.85), pixels[5 * 28 + 14] & 0xff, 20);
    }
}
