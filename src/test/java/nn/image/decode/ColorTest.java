package nn.image.decode;

import static nn.image.decode.PictureSamples.read;
import static nn.image.decode.PictureSamples.stored;
import static nn.image.decode.PictureSamples.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.nio.ByteOrder;
import java.util.Optional;
import nn.image.Chroma;
import nn.image.Picture;
import nn.image.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The color of pictures, whatever their file: red, green and blue in blocks of 8 x 8 pixels. */
class ColorTest {

    private static final int BLOCK = 8;
    private static final int[] LIGHTS = {0xff0000, 0x00ff00, 0x0000ff};

    /** 0.564 (B - Y) and 0.713 (R - Y), where Y is 0.299, 0.587 and 0.114. */
    private static final double[] BLUENESS = {-0.1686, -0.3311, 0.4997};

    private static final double[] REDNESS = {0.4998, -0.4185, -0.0813};

    private static BufferedImage blocks(BufferedImage image) {
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                image.setRGB(x, y, 0xff000000 | LIGHTS[x / BLOCK]);
            }
        }
        return image;
    }

    private static BufferedImage blocks(int type) {
        return blocks(new BufferedImage(LIGHTS.length * BLOCK, BLOCK, type));
    }

    private static void assertBlocks(Picture picture, int firstBlock) {
        Chroma chroma = picture.chroma().orElseThrow();
        for (int block = 0; block < LIGHTS.length; block++) {
            int x = (firstBlock + block) * BLOCK + BLOCK / 2;
            assertEquals(BLUENESS[block], chroma.blue().at(x, BLOCK / 2), 0.01, "blue of block " + block);
            assertEquals(REDNESS[block], chroma.red().at(x, BLOCK / 2), 0.01, "red of block " + block);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp"})
    void isThatOfEachPixel(String format) {
        assertBlocks(read(written(blocks(BufferedImage.TYPE_INT_RGB), format, false)), 0);
    }

    @Test
    void isReadThroughAPalette() {
        byte[] ramp = {(byte) 255, 0, 0};
        IndexColorModel palette =
                new IndexColorModel(2, 3, ramp, new byte[] {0, (byte) 255, 0}, new byte[] {0, 0, (byte) 255});
        BufferedImage image =
                blocks(new BufferedImage(LIGHTS.length * BLOCK, BLOCK, BufferedImage.TYPE_BYTE_INDEXED, palette));
        assertBlocks(read(written(image, "gif", false)), 0);
        assertBlocks(read(written(image, "png", false)), 0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isReadFromAJpegOfLuminanceAndDifferences(boolean progressive) {
        assertBlocks(read(written(blocks(BufferedImage.TYPE_INT_RGB), "jpeg", progressive, 1)), 0);
    }

    /** Blocks 2 to 4 of make_samples.py's LIGHTS. */
    @Test
    void isReadFromAJpegOfRedGreenAndBlue() {
        assertBlocks(read(stored("colors-rgb.jpg")), 2);
    }

    /** The inks of make_samples.py, in its order: block 2 is printed in cyan only. */
    @ParameterizedTest
    @ValueSource(strings = {"colors-cmyk.jpg", "colors-cmyk-adobe.jpg", "colors-ycck.jpg"})
    void ofInksIsTheColorThatTheyLeave(String name) {
        Chroma chroma = read(stored(name)).chroma().orElseThrow();
        assertEquals(0.1686, chroma.blue().at(2 * BLOCK + 4, 4), 0.01);
        assertEquals(-0.4998, chroma.red().at(2 * BLOCK + 4, 4), 0.01);
    }

    @Test
    void isReadFromATiff() {
        byte[] samples = new byte[LIGHTS.length * BLOCK * BLOCK * 3];
        for (int i = 0; i < samples.length; i++) {
            int light = LIGHTS[i / 3 % (LIGHTS.length * BLOCK) / BLOCK];
            samples[i] = (byte) (light >> 16 - 8 * (i % 3));
        }
        byte[] file = new TiffFile(ByteOrder.LITTLE_ENDIAN, LIGHTS.length * BLOCK, BLOCK, new int[] {8, 8, 8}, samples)
                .with(TiffFile.PHOTOMETRIC, 2)
                .bytes();
        assertBlocks(read(file), 0);
    }

    @Test
    void ofGrayIsNone() {
        assertEquals(
                Optional.empty(),
                read(written(PictureSamples.seven(40, BufferedImage.TYPE_INT_RGB), "png", false))
                        .chroma());
        assertEquals(
                Optional.empty(),
                read(written(PictureSamples.seven(40, BufferedImage.TYPE_BYTE_GRAY), "jpeg", false))
                        .chroma());
    }

    /** What a transparent pixel hides has no color. */
    @Test
    void ofTransparentPixelsDoesNotCount() {
        BufferedImage image = blocks(BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < image.getWidth(); x++) {
            image.setRGB(x, 0, 0x00ffff00);
        }
        assertEquals(
                0,
                read(written(image, "png", false)).chroma().orElseThrow().blue().at(2, 0));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8"})
    void turnsWithThePicture(int orientation) {
        Picture stored = read(written(blocks(BufferedImage.TYPE_INT_RGB), "png", false));
        Picture upright = Orientation.upright(stored, orientation);
        Plane blue = upright.chroma().orElseThrow().blue();
        assertTrue(blue.width() == upright.width() && blue.height() == upright.height());
        // Each color goes where its luminance went.
        for (int i = 0; i < blue.values().length; i++) {
            float luminance = upright.luminance().values()[i];
            double expected = luminance > 0.5 ? BLUENESS[1] : luminance > 0.2 ? BLUENESS[0] : BLUENESS[2];
            assertEquals(expected, blue.values()[i], 0.01);
        }
    }
}
