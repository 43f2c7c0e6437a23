package nn.image.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import nn.image.Picture;
import nn.image.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitPreparationTest {

    private static final DigitPreparation AUTO = new DigitPreparation(Polarity.AUTO, false);
    private static final int SIDE = Seven.SIDE;

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
                int value = Seven.PREPARED.pixels()[y * 28 + x] & 0xff;
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
        for (byte pixel : Seven.PREPARED.pixels()) {
            strongest = Math.max(strongest, pixel & 0xff);
            blank += pixel == 0 ? 1 : 0;
        }
        assertTrue(strongest > 250);
        assertTrue(blank > 500, blank + " blank pixels");
        assertEquals(List.of(), Seven.PREPARED.warnings());
    }

    @Test
    void lightInkOnDarkPaperIsTheSameDigit() {
        Seven.assertSame(AUTO.prepare(Seven.changed((light, x, y) -> 1 - light)));
    }

    @Test
    void polarityCanBeDemanded() {
        Picture inverted = Seven.changed((light, x, y) -> 1 - light);
        Seven.assertSame(new DigitPreparation(Polarity.LIGHT_INK, false).prepare(inverted));
        assertTrue(Seven.difference(new DigitPreparation(Polarity.DARK_INK, false).prepare(inverted)) > 40);
    }

    @Test
    void placeAndSizeDoNotMatter() {
        for (double size : new double[] {24, 60, 150, 260}) {
            for (double left : new double[] {15, 80}) {
                Plane ink = DrawnDigit.ink(400, 350, DrawnDigit.SEVEN, left, 40, size, size * 0.117);
                Seven.assertNearlySame(AUTO.prepare(DrawnDigit.onPaper(ink)), 6);
            }
        }
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
     * The five is 110 + 12 pixels high, which become 20. The bar of 0.42 * 110 x 12 with its round ends becomes 17.9 pixels of
     * ink, of which the blurred rim loses 15 / 27 / 8 along its 9.5 above and below. Without it the stem is on top.
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
        PreparedDigit digit = AUTO.prepare(DrawnDigit.onPaper(Sheet.together(one, two)));
        Seven.assertNearlySame(digit, 10);
        assertEquals(List.of(PreparedDigit.SEVERAL_DIGITS), digit.warnings());
    }

    @Test
    void cutDigitIsWarnedAbout() {
        Plane ink = DrawnDigit.ink(SIDE, SIDE, DrawnDigit.SEVEN, 40, 110, 120, 14);
        assertEquals(
                List.of(PreparedDigit.TOUCHES_EDGE),
                AUTO.prepare(DrawnDigit.onPaper(ink)).warnings());
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
            light.values()[i] = (Seven.PREPARED.pixels()[i] & 0xff) / 255f;
        }
        assertArrayEquals(
                Seven.PREPARED.pixels(), AUTO.prepare(DrawnDigit.opaque(light)).pixels());
        assertArrayEquals(
                Seven.PREPARED.pixels(),
                AUTO.prepare(DrawnDigit.opaque(light.inverted())).pixels());
    }

    /** What is longer than half of the picture is cut out at a lower resolution, and a hairline must not get lost there. */
    @ParameterizedTest
    @ValueSource(ints = {150, 214, 301, 318})
    void aHairlineAcrossThePictureIsReadAsALine(int length) {
        Plane light = Planes.of(320, 200, (x, y) -> y == 90 && x >= 1 && x < 1 + length ? 0.1 : 0.9);
        PreparedDigit line = AUTO.prepare(DrawnDigit.opaque(light));
        assertTrue(line.hasInk());
        // MNIST's thinnest pen, 1.9 pixels, over the whole width, less the blurred rim.
        assertEquals(1.9 * 20, ink(line, 3), 4);
    }

    @Test
    void rawIsThePictureResized() {
        Plane light = DrawnDigit.onPaper(DrawnDigit.seven(280)).luminance();
        for (Polarity polarity : Polarity.values()) {
            boolean inverted = polarity == Polarity.LIGHT_INK;
            byte[] pixels = new DigitPreparation(polarity, true)
                    .prepare(DrawnDigit.opaque(inverted ? light.inverted() : light))
                    .pixels();
            assertEquals(784, pixels.length);
            for (int i = 0; i < 784; i++) {
                double sum = 0;
                for (int k = 0; k < 100; k++) {
                    sum += light.at(i % 28 * 10 + k % 10, i / 28 * 10 + k / 10);
                }
                assertEquals(255 * (1 - sum / 100), pixels[i] & 0xff, 0.51, polarity + " at " + i);
            }
        }
    }
}
