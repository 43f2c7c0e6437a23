package nn.image.decode;

import static nn.image.decode.PictureSamples.levels;
import static nn.image.decode.PictureSamples.read;
import static nn.image.decode.PictureSamples.stored;
import static nn.image.decode.PictureSamples.written;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import nn.image.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Luminance and opacity of TIFF, GIF, BMP and WebP, which library decoders unpack; what is expected is computed by hand. */
class RasterPixelsTest {

    private static final int WHITE_IS_ZERO = 0;
    private static final int BLACK_IS_ZERO = 1;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int INKS = 5;
    private static final int YCBCR = 6;

    private static final int UNSPECIFIED = 0;
    private static final int PREMULTIPLIED = 1;
    private static final int PLAIN_ALPHA = 2;

    /**
     * One row of a TIFF, read in both byte orders.
     *
     * @param bands samples of a pixel
     * @param tags  pairs of tag and value, besides those that every file has
     */
    private record Tiff(int photometric, int bits, int bands, int... tags) {

        void assertReadAs(int[] samples, float[] levels, float... opacities) {
            for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
                ByteBuffer bytes =
                        ByteBuffer.allocate(samples.length * bits / 8).order(order);
                for (int sample : samples) {
                    switch (bits) {
                        case 8 -> bytes.put((byte) sample);
                        case 16 -> bytes.putShort((short) sample);
                        default -> bytes.putInt(sample);
                    }
                }
                int[] bitsPerSample = new int[bands];
                Arrays.fill(bitsPerSample, bits);
                TiffFile file = new TiffFile(order, samples.length / bands, 1, bitsPerSample, bytes.array())
                        .with(TiffFile.PHOTOMETRIC, photometric);
                for (int i = 0; i < tags.length; i += 2) {
                    file.with(tags[i], tags[i + 1]);
                }
                assertPixels(read(file.bytes()), levels, opacities);
            }
        }
    }

    /**
     * @param opacities of each pixel; none where all are opaque
     */
    private static void assertPixels(Picture picture, float[] levels, float... opacities) {
        assertArrayEquals(levels, levels(picture), 2e-3f);
        float[] opaque = new float[levels.length];
        Arrays.fill(opaque, 1);
        assertArrayEquals(
                opacities.length == 0 ? opaque : opacities, picture.opacity().values(), 1e-6f);
        assertEquals(List.of(), picture.warnings());
    }

    @Test
    void grayIsReadEitherWayRound() {
        int[] bytes = {0, 64, 255};
        new Tiff(BLACK_IS_ZERO, 8, 1).assertReadAs(bytes, new float[] {0, 64, 255});
        new Tiff(WHITE_IS_ZERO, 8, 1).assertReadAs(bytes, new float[] {255, 191, 0});
        int[] shorts = {0, 257 * 64 + 128, 65_535};
        new Tiff(BLACK_IS_ZERO, 16, 1).assertReadAs(shorts, new float[] {0, 64 + 128 / 257f, 255});
        new Tiff(WHITE_IS_ZERO, 16, 1).assertReadAs(shorts, new float[] {255, 191 - 128 / 257f, 0});
    }

    @Test
    void colorIsReadByItsLuminance() {
        float[] levels = {76.245f, 149.685f, 29.07f};
        new Tiff(RGB, 8, 3).assertReadAs(new int[] {255, 0, 0, 0, 255, 0, 0, 0, 255}, levels);
        new Tiff(RGB, 16, 3).assertReadAs(new int[] {65_535, 0, 0, 0, 65_535, 0, 0, 0, 65_535}, levels);
    }

    /** Each ink alone, half of black, and a mixture below a third of black. */
    @Test
    void inksOfPrintAreReadByTheLightThatTheyLeave() {
        int[] bytes = {
            0, 0, 0, 0, 255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 255, 0, 0, 0, 128, 51, 102, 153, 85
        };
        float[] levels = {255, 178.755f, 105.315f, 225.93f, 0, 127, 108.29f};
        new Tiff(INKS, 8, 4).assertReadAs(bytes, levels);
        int[] shorts = Arrays.stream(bytes).map(value -> 257 * value).toArray();
        new Tiff(INKS, 16, 4).assertReadAs(shorts, levels);
    }

    /** A mask, a spot color or an opacity is no part of the color. */
    @ParameterizedTest
    @ValueSource(ints = {UNSPECIFIED, PLAIN_ALPHA})
    void whatFollowsTheInksIsIgnored(int kind) {
        int[] samples = {255, 0, 0, 0, 255, 0, 255, 0, 0, 0, 0, 0, 0, 128, 128};
        new Tiff(INKS, 8, 5, TiffFile.EXTRA_SAMPLES, kind).assertReadAs(samples, new float[] {178.755f, 105.315f, 127});
    }

    @Test
    void threeInksAreThoseWithoutBlack() {
        new Tiff(INKS, 8, 3)
                .assertReadAs(new int[] {0, 0, 0, 255, 0, 0, 255, 255, 255}, new float[] {255, 178.755f, 0});
    }

    @Test
    void colorIsKeptBesideItsOpacity() {
        float[] opacities = {1, 0.6f, 0};
        new Tiff(BLACK_IS_ZERO, 8, 2, TiffFile.EXTRA_SAMPLES, PLAIN_ALPHA)
                .assertReadAs(new int[] {200, 255, 200, 153, 200, 0}, new float[] {200, 200, 0}, opacities);
        new Tiff(RGB, 8, 4, TiffFile.EXTRA_SAMPLES, PLAIN_ALPHA)
                .assertReadAs(
                        new int[] {255, 0, 0, 255, 255, 0, 0, 153, 255, 0, 0, 0},
                        new float[] {76.245f, 76.245f, 0},
                        opacities);
    }

    /** Else soft rims of light strokes would come out dark. What is brighter than its opacity allows is white. */
    @Test
    void colorThatIsMultipliedByItsOpacityIsDividedByIt() {
        float[] opacities = {1, 0.6f, 0, 0.2f};
        new Tiff(BLACK_IS_ZERO, 8, 2, TiffFile.EXTRA_SAMPLES, PREMULTIPLIED)
                .assertReadAs(new int[] {200, 255, 120, 153, 0, 0, 52, 51}, new float[] {200, 200, 0, 255}, opacities);
        new Tiff(RGB, 8, 4, TiffFile.EXTRA_SAMPLES, PREMULTIPLIED)
                .assertReadAs(
                        new int[] {255, 0, 0, 255, 153, 0, 0, 153, 0, 0, 0, 0, 52, 52, 52, 51},
                        new float[] {76.245f, 76.245f, 0, 255},
                        opacities);
    }

    /** Two pixels become one; there is nothing to divide by nothing. */
    @Test
    void aTransparentPixelOfALargePictureDoesNotTouchItsNeighbor() {
        int[] samples = new int[2 * 1026];
        float[] levels = new float[513];
        float[] opacities = new float[513];
        for (int i = 0; i < 513; i++) {
            samples[4 * i] = 200;
            samples[4 * i + 1] = 255;
            levels[i] = 200;
            opacities[i] = 0.5f;
        }
        new Tiff(BLACK_IS_ZERO, 8, 2, TiffFile.EXTRA_SAMPLES, PREMULTIPLIED).assertReadAs(samples, levels, opacities);
    }

    /** It does not say what is black and white, which is no damage. The decoder makes whole levels of RGB of it. */
    @Test
    void aTiffOfYcbcrIsReadByItsY() {
        byte[] samples = PngFile.bytes(100, 128, 128, 76, 85, 255, 235, 128, 128);
        byte[] file = new TiffFile(ByteOrder.BIG_ENDIAN, 3, 1, new int[] {8, 8, 8}, samples)
                .with(TiffFile.PHOTOMETRIC, YCBCR)
                .with(530, 1, 1)
                .bytes();
        Picture picture = read(file);
        assertArrayEquals(new float[] {100, 76, 235}, levels(picture), 0.5f);
        assertEquals(List.of(), picture.warnings());
    }

    /** Its red, green and blue stand one behind the other, in 16 bits. */
    @Test
    void aPaletteOfATiffIsReadByItsColors() {
        int[] colors = new int[3 * 256];
        colors[7] = 65_535;
        colors[256 + 8] = 65_535;
        colors[512 + 9] = 65_535;
        byte[] file = new TiffFile(ByteOrder.BIG_ENDIAN, 4, 1, new int[] {8}, PngFile.bytes(7, 8, 9, 0))
                .with(TiffFile.PHOTOMETRIC, PALETTE)
                .with(TiffFile.COLOR_MAP, colors)
                .bytes();
        assertPixels(read(file), new float[] {76.245f, 149.685f, 29.07f, 0});
    }

    @Test
    void aGifMayHaveATransparentColor() {
        byte[] red = {(byte) 255, 0, 0, 40};
        byte[] green = {0, (byte) 255, 0, 40};
        byte[] blue = {0, 0, (byte) 255, 40};
        IndexColorModel colors = new IndexColorModel(2, 4, red, green, blue, 1);
        BufferedImage image = new BufferedImage(4, 1, BufferedImage.TYPE_BYTE_INDEXED, colors);
        image.getRaster().setPixels(0, 0, 4, 1, new int[] {0, 1, 2, 3});
        assertPixels(read(written(image, "gif", false)), new float[] {76.245f, 0, 29.07f, 40}, 1, 0, 1, 1);
    }

    /** With 5 or 6 bits of a color, the most that they can say is white. */
    @ParameterizedTest
    @CsvSource({
        BufferedImage.TYPE_3BYTE_BGR + ", 255, 255, 255",
        BufferedImage.TYPE_INT_RGB + ", 255, 255, 255",
        BufferedImage.TYPE_USHORT_565_RGB + ", 31, 63, 31",
        BufferedImage.TYPE_USHORT_555_RGB + ", 31, 31, 31"
    })
    void aBmpOfEveryDepthIsReadByItsLuminance(int type, int mostRed, int mostGreen, int mostBlue) {
        BufferedImage image = new BufferedImage(4, 1, type);
        int[] samples = {mostRed, 0, 0, 0, mostGreen, 0, 0, 0, mostBlue, 3, 4, 5};
        image.getRaster().setPixels(0, 0, 4, 1, samples);
        float mixed = 255 * (0.299f * 3 / mostRed + 0.587f * 4 / mostGreen + 0.114f * 5 / mostBlue);
        assertPixels(read(written(image, "bmp", false)), new float[] {76.245f, 149.685f, 29.07f, mixed});
    }

    @Test
    void aWebpMayBeTransparent() {
        assertPixels(
                read(stored("clear.webp")),
                new float[] {76.245f, 149.685f, 200, 0, 0, 0},
                1,
                1,
                128 / 255f,
                0.2f,
                0,
                0);
    }

    /** Stripes of 16 pixels each; the rims of what a lossy picture keeps of colors are left out. */
    @Test
    void aLossyWebpIsReadByItsLuminance() {
        Picture picture = read(stored("colors-lossy.webp"));
        assertEquals(List.of(64, 32), List.of(picture.width(), picture.height()));
        float[] luminance = {76.245f, 149.685f, 29.07f, 128};
        float[] levels = levels(picture);
        for (int i = 0; i < 64 * 32; i++) {
            int x = i % 64;
            if (x % 16 >= 4 && x % 16 < 12) {
                assertEquals(luminance[x / 16], levels[i], 2, "column " + x);
            }
        }
        assertEquals(1, picture.opacity().quantile(0));
    }
}
