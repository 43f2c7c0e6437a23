package nn.image.decode;

import static nn.image.decode.PictureSamples.levels;
import static nn.image.decode.PictureSamples.read;
import static nn.image.decode.PngFile.GRAY;
import static nn.image.decode.PngFile.GRAY_ALPHA;
import static nn.image.decode.PngFile.PALETTE;
import static nn.image.decode.PngFile.RGB;
import static nn.image.decode.PngFile.RGB_ALPHA;
import static nn.image.decode.PngFile.chunk;
import static nn.image.decode.PngFile.data;
import static nn.image.decode.PngFile.header;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import nn.image.Picture;
import nn.image.Plane;
import nn.image.prepare.DigitPreparation;
import nn.image.prepare.Polarity;
import nn.image.prepare.Transparency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PNG files with transparent parts: what is opaque in them, and what they look like on paper, computed by hand. */
class PngTransparencyTest {

    /** One row of pixels, each a gray level and an opacity, both of 0 to 255. */
    private static Picture grayAlpha(int... pairs) {
        int[] row = new int[1 + pairs.length];
        System.arraycopy(pairs, 0, row, 1, pairs.length);
        return read(PngFile.of(header(pairs.length / 2, 1, 8, GRAY_ALPHA, 0), data(row)));
    }

    private static void assertPixels(Picture picture, float[] levels, float... opacities) {
        assertArrayEquals(levels, levels(picture), 1e-3f);
        assertArrayEquals(opacities, picture.opacity().values(), 1e-6f);
    }

    private static void assertOnPaper(Picture picture, double... light) {
        Plane flat = Transparency.flatten(picture);
        assertEquals(light.length, flat.values().length);
        for (int i = 0; i < light.length; i++) {
            assertEquals(light[i], flat.values()[i], 1e-5, "pixel " + i);
        }
    }

    /** The color below a half transparent pixel is the file's, and below a transparent one it means nothing. */
    @Test
    void colorIsKeptBesideItsOpacity() {
        assertPixels(
                grayAlpha(200, 255, 200, 128, 100, 51, 200, 0), new float[] {200, 200, 100, 0}, 1, 128 / 255f, 0.2f, 0);
        Picture deep = read(PngFile.of(header(2, 1, 16, GRAY_ALPHA, 0), data(0, 0x80, 0x80, 0x40, 0x40, 0, 0, 0, 1)));
        assertPixels(deep, new float[] {255 * 0x8080 / 65_535f, 0}, 0x4040 / 65_535f, 1 / 65_535f);
        Picture color = read(PngFile.of(header(2, 1, 8, RGB_ALPHA, 0), data(0, 255, 0, 0, 128, 0, 255, 0, 255)));
        assertPixels(color, new float[] {76.245f, 149.685f}, 128 / 255f, 1);
        Picture deepColor = read(PngFile.of(header(1, 1, 16, RGB_ALPHA, 0), data(0, 255, 255, 0, 0, 0, 0, 0x33, 0x33)));
        assertPixels(deepColor, new float[] {76.245f}, 0.2f);
    }

    @Test
    void aPaletteNamesTheOpacityOfItsFirstColors() {
        byte[] palette = chunk("PLTE", 255, 0, 0, 0, 255, 0, 0, 0, 255, 40, 40, 40);
        byte[] row = data(0, 0, 1, 2, 3);
        assertPixels(
                read(PngFile.of(header(4, 1, 8, PALETTE, 0), palette, chunk("tRNS", 128, 0), row)),
                new float[] {76.245f, 0, 29.07f, 40},
                128 / 255f,
                0,
                1,
                1);
        byte[] packed = data(0, 0b00_01_10_11);
        assertPixels(
                read(PngFile.of(header(4, 1, 2, PALETTE, 0), palette, chunk("tRNS", 0, 51, 255, 128), packed)),
                new float[] {0, 149.685f, 29.07f, 40},
                0,
                0.2f,
                1,
                128 / 255f);
        assertPixels(
                read(PngFile.of(header(4, 1, 8, PALETTE, 0), palette, row)),
                new float[] {76.245f, 149.685f, 29.07f, 40},
                1,
                1,
                1,
                1);
    }

    /** Equal in all bits, the lower byte of 16 included. */
    @Test
    void oneColorOfAPictureMayBeTransparent() {
        assertPixels(
                read(PngFile.of(header(3, 1, 8, GRAY, 0), chunk("tRNS", 0, 100), data(0, 99, 100, 101))),
                new float[] {99, 0, 101},
                1,
                0,
                1);
        assertPixels(
                read(PngFile.of(header(4, 1, 2, GRAY, 0), chunk("tRNS", 0, 2), data(0, 0b00_01_10_11))),
                new float[] {0, 85, 0, 255},
                1,
                1,
                0,
                1);
        assertPixels(
                read(PngFile.of(header(3, 1, 16, GRAY, 0), chunk("tRNS", 1, 2), data(0, 1, 2, 1, 3, 2, 2))),
                new float[] {0, 259 / 257f, 514 / 257f},
                0,
                1,
                1);
        assertPixels(
                read(PngFile.of(
                        header(4, 1, 8, RGB, 0),
                        chunk("tRNS", 0, 10, 0, 20, 0, 30),
                        data(0, 10, 20, 30, 11, 20, 30, 10, 21, 30, 10, 20, 31))),
                new float[] {0, 3.289f + 11.74f + 3.42f, 2.99f + 12.327f + 3.42f, 2.99f + 11.74f + 3.534f},
                0,
                1,
                1,
                1);
        assertPixels(
                read(PngFile.of(
                        header(2, 1, 16, RGB, 0),
                        chunk("tRNS", 0, 10, 0, 20, 0x80, 30),
                        data(0, 0, 10, 0, 20, 0x80, 30, 0, 10, 0, 20, 0x80, 31))),
                new float[] {0, (0.299f * 10 + 0.587f * 20 + 0.114f * 0x801f) / 257},
                0,
                1);
    }

    /** The chunk is too short for one. */
    @ParameterizedTest
    @ValueSource(ints = {GRAY, RGB})
    void halfATransparentColorIsNone(int colorType) {
        byte[] tooShort = colorType == GRAY ? chunk("tRNS", 0) : chunk("tRNS", 0, 0, 0, 0, 0);
        Picture picture = read(PngFile.of(header(1, 1, 8, colorType, 0), tooShort, data(0, 0, 0, 0)));
        assertPixels(picture, new float[] {0}, 1);
    }

    @Test
    void anOpaquePictureStaysAsItIs() {
        Picture picture = grayAlpha(0, 255, 100, 255, 255, 255);
        assertOnPaper(picture, 0, 100 / 255.0, 1);
    }

    /** Black strokes with soft rims on nothing; the color of what is transparent may be any. */
    @ParameterizedTest
    @ValueSource(ints = {0, 255})
    void darkInkOnNothingIsPutOnWhite(int hidden) {
        assertOnPaper(grayAlpha(0, 255, 0, 128, 0, 51, hidden, 0, hidden, 0), 0, 127 / 255.0, 204 / 255.0, 1, 1);
        assertOnPaper(grayAlpha(40, 255, 60, 204, hidden, 0), 0, 51 / 255.0, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 255})
    void lightInkOnNothingIsPutOnBlack(int hidden) {
        assertOnPaper(grayAlpha(255, 255, 255, 128, 255, 51, hidden, 0, hidden, 0), 1, 128 / 255.0, 51 / 255.0, 0, 0);
    }

    /** Paper is the brightness of half of what is opaque: 220 here. Rims of strokes and of holes are mixed with it. */
    @Test
    void aHoleInPaperBecomesPaper() {
        assertOnPaper(
                grayAlpha(220, 255, 220, 255, 220, 255, 220, 255, 0, 255, 20, 204, 20, 51, 90, 0),
                220 / 255.0,
                220 / 255.0,
                220 / 255.0,
                220 / 255.0,
                0,
                (20 * 0.8 + 220 * 0.2) / 255,
                (20 * 0.2 + 220 * 0.8) / 255,
                220 / 255.0);
        Picture red = read(PngFile.of(
                header(5, 1, 8, RGB_ALPHA, 0),
                data(0, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 255, 255, 0, 0, 51)));
        assertOnPaper(red, 1, 1, 1, 0.299, 0.299 * 0.2 + 0.8);
    }

    /** Nothing is transparent, so that the levels are the drawing, however alike. */
    @Test
    void aVeilOverTheWholePictureIsNoDrawing() {
        assertOnPaper(
                grayAlpha(100, 204, 100, 204, 100, 204, 50, 204),
                100 / 255.0,
                100 / 255.0,
                100 / 255.0,
                (50 * 0.8 + 100 * 0.2) / 255);
    }

    @Test
    void aFaintDrawingIsItsOpacity() {
        assertOnPaper(grayAlpha(0, 102, 255, 51, 0, 0), 0.6, 0.8, 1);
    }

    /** Ink of a pen varies in brightness by less than paper and ink differ. */
    @Test
    void inkIsOneUpToADifferenceOfThreeTenths() {
        assertOnPaper(grayAlpha(0, 255, 0, 255, 76, 255, 0, 0), 0, 0, 0, 1);
        assertOnPaper(grayAlpha(0, 255, 0, 255, 77, 255, 0, 0), 0, 0, 77 / 255.0, 0);
    }

    /** From the file to the network, without any other step: a drawing in opacity is its own ink. */
    @Test
    void everyOpacityBecomesThatMuchInk() {
        int side = DigitPreparation.SIDE;
        int[] rows = new int[side * (1 + 2 * side)];
        byte[] expected = new byte[side * side];
        for (int i = 0; i < side * side; i++) {
            rows[i / side * (1 + 2 * side) + 2 + 2 * (i % side)] = i % 256;
            expected[i] = (byte) i;
        }
        Picture picture = read(PngFile.of(header(side, side, 8, GRAY_ALPHA, 0), data(rows)));
        assertArrayEquals(
                expected,
                new DigitPreparation(Polarity.DARK_INK, true).prepare(picture).pixels());
    }
}
