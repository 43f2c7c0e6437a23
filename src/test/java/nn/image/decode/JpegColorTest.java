package nn.image.decode;

import static nn.image.decode.PictureSamples.read;
import static nn.image.decode.PictureSamples.stored;
import static nn.image.decode.PictureSamples.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import nn.NnException;
import nn.image.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which luminance the components of a JPEG have: gray, YCbCr, RGB, CMYK and YCCK. Each color is a block of 8x8 pixels. */
class JpegColorTest {

    private static final int ADOBE = 0xee;
    private static final int FRAME = 0xc0;

    /** Of make_samples.py's LIGHTS, 0.299 R + 0.587 G + 0.114 B. */
    private static final float[] LUMINANCE = {255, 0, 76.245f, 149.685f, 29.07f, 178.755f, 128, 124.2f};
    /** Of its INKS, the same of what each ink leaves, times what black leaves of 255. */
    private static final float[] LUMINANCE_OF_INK = {255, 0, 178.755f, 105.315f, 225.93f, 127, 162.435f, 108.29f};
    /** The first component of LIGHTS. */
    private static final float[] RED = {255, 0, 255, 0, 0, 0, 128, 200};

    private static final int BLOCKS = RED.length;

    private static void assertBlocks(float[] expected, Picture picture) {
        assertEquals(8 * BLOCKS, picture.width());
        assertEquals(8, picture.height());
        for (int i = 0; i < 64 * BLOCKS; i++) {
            float level = 255 * picture.luminance().values()[i];
            assertEquals(
                    expected[i % (8 * BLOCKS) / 8],
                    level,
                    1.01,
                    "column " + i % (8 * BLOCKS) + " of " + i / 8 / BLOCKS);
        }
        assertEquals(1, picture.opacity().quantile(0));
        assertEquals(List.of(), picture.warnings());
    }

    /** Where the marker's segment begins, found from segment to segment. */
    private static int segment(byte[] jpeg, int marker) {
        int at = 2;
        while ((jpeg[at + 1] & 0xff) != marker) {
            at += 2 + length(jpeg, at);
        }
        return at;
    }

    private static int length(byte[] jpeg, int at) {
        return (jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff;
    }

    private static byte[] without(byte[] jpeg, int marker) {
        int at = segment(jpeg, marker);
        int end = at + 2 + length(jpeg, at);
        return PngFile.join(Arrays.copyOf(jpeg, at), Arrays.copyOfRange(jpeg, end, jpeg.length));
    }

    /** With these bytes in front of the segments. */
    private static byte[] with(byte[] jpeg, int... bytes) {
        return PngFile.join(Arrays.copyOf(jpeg, 2), PngFile.bytes(bytes), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** Components 1, 2, 3 instead of R, G, B, in the frame and in the scan. */
    private static byte[] numbered(byte[] jpeg) {
        byte[] numbered = jpeg.clone();
        for (int i = 0; i < 3; i++) {
            numbered[segment(jpeg, FRAME) + 10 + 3 * i] = (byte) (i + 1);
            numbered[segment(jpeg, 0xda) + 5 + 2 * i] = (byte) (i + 1);
        }
        return numbered;
    }

    private static byte[] withTransform(byte[] jpeg, int transform) {
        byte[] changed = jpeg.clone();
        changed[segment(jpeg, ADOBE) + 15] = (byte) transform;
        return changed;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void colorIsReadByItsLuminance(boolean progressive) {
        BufferedImage colors = new BufferedImage(8 * BLOCKS, 8, BufferedImage.TYPE_INT_RGB);
        int[] lights = {0xffffff, 0, 0xff0000, 0x00ff00, 0x0000ff, 0x00ffff, 0x808080, 0xc86432};
        for (int i = 0; i < 64 * BLOCKS; i++) {
            colors.setRGB(i % (8 * BLOCKS), i / (8 * BLOCKS), lights[i % (8 * BLOCKS) / 8]);
        }
        assertBlocks(LUMINANCE, read(written(colors, "jpeg", progressive, 1)));
    }

    /** Else red ink would be as bright as the paper. */
    @Test
    void redGreenAndBlueAreNotTakenForLuminance() {
        byte[] both = stored("colors-rgb.jpg");
        assertBlocks(LUMINANCE, read(both));
        assertBlocks(LUMINANCE, read(without(both, ADOBE)));
        assertBlocks(LUMINANCE, read(numbered(both)));
    }

    /** As libjpeg takes it: what neither Adobe nor names call RGB is YCbCr, and Adobe's word counts more than names. */
    @Test
    void whatNothingCallsRgbHasItsLuminanceFirst() {
        byte[] both = stored("colors-rgb.jpg");
        assertBlocks(RED, read(without(numbered(both), ADOBE)));
        assertBlocks(RED, read(withTransform(both, 1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void rgbNeedsAllThreeNames(int other) {
        byte[] jpeg = without(stored("colors-rgb.jpg"), ADOBE);
        int frameName = segment(jpeg, FRAME) + 10 + 3 * other;
        int scanName = segment(jpeg, 0xda) + 5 + 2 * other;
        jpeg[frameName] = 9;
        jpeg[scanName] = 9;
        assertBlocks(RED, read(jpeg));
    }

    @ParameterizedTest
    @ValueSource(strings = {"colors-cmyk.jpg", "colors-cmyk-adobe.jpg", "colors-ycck.jpg"})
    void inksOfPrintAreReadByTheLightThatTheyLeave(String name) {
        assertBlocks(LUMINANCE_OF_INK, read(stored(name)));
    }

    @Test
    void whatStandsInFrontOfTheFrameIsSteppedOver() {
        byte[] jpeg = stored("colors-rgb.jpg");
        int[] comment = {0xff, 0xfe, 0, 6, 0xff, 0xc0, 0, 11};
        int[] otherApp1 = {
            0xff, 0xe1, 0, 34, 'E', 'x', 'i', 't', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1,
            0, 3, 0, 0, 0, 0, 0, 0
        };
        int[] shortApp1 = {0xff, 0xe1, 0, 2};
        int[] fill = {0xff, 0xff, 0xff};
        int[] standalone = {0xff, 0x01, 0xff, 0xd0, 0xff, 0xd7};
        for (int[] bytes : List.of(comment, otherApp1, shortApp1, fill, standalone)) {
            assertBlocks(LUMINANCE, read(with(jpeg, bytes)));
        }
    }

    /** As the decoder does; it warns. */
    @Test
    void bytesBetweenSegmentsAreSteppedOver() {
        Picture picture = read(with(stored("colors-rgb.jpg"), 0xff, 0xfe, 0, 2, 0, 1, 0x3a));
        assertEquals(29.07f, 255 * picture.luminance().at(8 * 4 + 3, 3), 1.01);
        assertEquals(1, picture.warnings().size());
    }

    /** Each would call it YCbCr. */
    @Test
    void onlyAWholeSegmentOfAdobeSaysWhatTheComponentsAre() {
        byte[] named = without(stored("colors-rgb.jpg"), ADOBE);
        int[] other = {0xff, 0xee, 0, 14, 'A', 'c', 'm', 'e', 0, 0, 100, 0, 0, 0, 0, 1};
        int[] another = {0xff, 0xee, 0, 14, 'O', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 1};
        int[] tooShort = {0xff, 0xee, 0, 13, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0};
        for (int[] bytes : List.of(other, another, tooShort)) {
            assertBlocks(LUMINANCE, read(with(named, bytes)));
        }
    }

    private static String failure(byte[] jpeg) {
        return assertThrows(NnException.class, () -> read(jpeg)).getMessage();
    }

    @Test
    void aJpegWithoutAFrameSaysSo() {
        byte[] jpeg = stored("colors-rgb.jpg");
        String none = "picture: is a damaged JPEG (no picture in it); save it anew, as PNG or JPEG";
        assertEquals(none, failure(without(jpeg, FRAME)));
        assertEquals(none, failure(with(jpeg, 0xff, 0xd9, 0, 2)));
        String cut = "picture: is cut short; get the whole file, or save it anew";
        assertEquals(cut, failure(with(jpeg, 0xff, 0xfe, 0, 1)));
        assertEquals(cut, failure(with(jpeg, 0xff, 0xfe, 0xff, 0xff)));
        for (int length = 4; length < segment(jpeg, FRAME) + 2 + 17; length++) {
            assertEquals(cut, failure(Arrays.copyOf(jpeg, length)), "the first " + length + " bytes");
        }
        assertEquals(cut, failure(PngFile.bytes(0xff, 0xd8, 0xff, 0xfe, 0, 2, 0, 0)));
        assertEquals(cut, failure(PngFile.bytes(0xff, 0xd8, 0xff, 0xfe, 0, 2, 0xff, 0xff)));
    }

    @Test
    void aFrameThatDoesNotHoldItsComponentsIsRefused() {
        byte[] jpeg = stored("colors-rgb.jpg");
        int frame = segment(jpeg, FRAME);
        String tooShort = "picture: is a damaged JPEG (its header is too short); save it anew, as PNG or JPEG";
        byte[] four = jpeg.clone();
        four[frame + 9] = 4;
        assertEquals(tooShort, failure(four));
        byte[] none = jpeg.clone();
        none[frame + 3] = 7;
        assertEquals(tooShort, failure(none));
        assertEquals(tooShort, failure(Arrays.copyOf(none, frame + 2 + 7)));
    }

    /** A picture is not spoilt by what concerns only its colors. */
    @Test
    void aDamagedColorProfileIsNoReasonForAWarning() {
        int[] profile = {
            0xff, 0xe2, 0, 24, 'I', 'C', 'C', '_', 'P', 'R', 'O', 'F', 'I', 'L', 'E', 0, 1, 1, 1, 2, 3, 4, 5, 6, 7, 8
        };
        assertBlocks(LUMINANCE, read(with(stored("colors-rgb.jpg"), profile)));
    }
}
