package nn.image.decode;

import static nn.image.decode.PictureSamples.levels;
import static nn.image.decode.PictureSamples.read;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nn.NnException;
import nn.image.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PBM, PGM, PPM and PAM; what is expected follows the pages of netpbm's manual. */
class NetpbmTest {

    private static final String CUT_SHORT = "picture: is cut short; get the whole file, or save it anew";

    /** Each character is a byte. */
    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void assertPixels(int width, int height, float[] levels, String content) {
        Picture picture = read(bytes(content));
        assertEquals(List.of(width, height), List.of(picture.width(), picture.height()));
        assertArrayEquals(levels, levels(picture), 2e-3f);
        assertEquals(1, picture.opacity().quantile(0));
        assertEquals(List.of(), picture.warnings());
    }

    private static String failure(String content) {
        return assertThrows(NnException.class, () -> read(bytes(content))).getMessage();
    }

    @Test
    void oneIsBlackInABitmap() {
        float[] levels = {0, 255, 255, 255, 0, 0};
        assertPixels(3, 2, levels, "P1\n3 2\n1 0 0\n0 1 1\n");
        assertPixels(3, 2, levels, "P1 3 2 100011");
        assertPixels(3, 2, levels, "P4\n3 2\n\u0080\u0060");
    }

    /** What fills the last byte of a row says nothing. */
    @Test
    void rowsOfABitmapBeginWithAByte() {
        float[] levels = new float[18];
        levels[8] = 255;
        levels[9] = 255;
        assertPixels(9, 2, levels, "P4 9 2\n\u00ff\u007f\u007f\u00ff");
    }

    @Test
    void graysAreSharesOfTheirLargestNumber() {
        float[] levels = {0, 51, 255, 102};
        assertPixels(2, 2, levels, "P2\n2 2\n5\n0 1\n5 2\n");
        assertPixels(2, 2, levels, "P5 2 2 255\n\u0000\u0033\u00ff\u0066");
        assertPixels(2, 2, levels, "P5\n2 2\n65535\n\0\u0000\u0033\u0033\u00ff\u00ff\u0066\u0066");
        assertPixels(2, 2, levels, "P2 2 2 65535 0 13107 65535 26214");
    }

    @Test
    void colorsAreReadByTheirLuminance() {
        float[] levels = {76.245f, 149.685f, 29.07f};
        assertPixels(3, 1, levels, "P3\n3 1\n255\n255 0 0  0 255 0\n0 0 255");
        assertPixels(3, 1, levels, "P6\n3 1\n1\n\u0001\0\0\0\u0001\0\0\0\u0001");
    }

    @Test
    void commentsAreSkipped() {
        float[] levels = {0, 255};
        assertPixels(2, 1, levels, "P2 # a comment of 9 9 9\n# another\r2 1\n#\n255 0 255");
        assertPixels(2, 1, levels, "P5\n#\n2 1 255\n\u0000\u00ff");
        assertPixels(2, 1, levels, "P1#\n2 1\n#1 1\n1 0");
    }

    /** The pixels of bytes begin behind one blank, though they may look like more of them. */
    @Test
    void aPixelMayLookLikeABlank() {
        assertPixels(2, 1, new float[] {32, 35}, "P5 2 1 255 \u0020#");
    }

    @Test
    void aPamSaysHowManySamplesAPixelHas() {
        String header = "P7\nWIDTH 2\n# a comment\nHEIGHT 1\nMAXVAL 255\nDEPTH ";
        assertPixels(
                2,
                1,
                new float[] {0, 255},
                "P7\nWIDTH 2\nHEIGHT 1\nDEPTH 1\nMAXVAL 1\nTUPLTYPE BLACKANDWHITE\nENDHDR\n\0\u0001");
        assertPixels(2, 1, new float[] {7, 8}, header + "1\nENDHDR\n\u0007\u0008");
        assertPixels(2, 1, new float[] {76.245f, 29.07f}, header + "3\nTUPLTYPE RGB\nENDHDR\n\u00ff\0\0\0\0\u00ff");
        Picture gray = read(bytes(header + "2\nTUPLTYPE GRAYSCALE_ALPHA\nENDHDR\n\u0009\u00ff\u0009\u0033"));
        assertArrayEquals(new float[] {9, 9}, levels(gray), 1e-3f);
        assertArrayEquals(new float[] {1, 0.2f}, gray.opacity().values(), 1e-6f);
        Picture color = read(bytes(header + "4\nTUPLTYPE RGB_ALPHA\nENDHDR\n\u00ff\0\u0000\u0033\0\u00ff\0\u00ff"));
        assertArrayEquals(new float[] {76.245f, 149.685f}, levels(color), 1e-3f);
        assertArrayEquals(new float[] {0.2f, 1}, color.opacity().values(), 1e-6f);
    }

    @Test
    void aLevelAboveTheLargestIsWhite() {
        assertPixels(2, 1, new float[] {255, 127.5f}, "P2 2 1 10 11 5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P1 3 2 10001",
                "P2 2 2 255 0 1 2",
                "P2 2 2 255 0 1 2 ",
                "P3 1 1 255 0 1",
                "P4 9 2\n\0\0\0",
                "P5 2 2 255\n\0\0\0",
                "P5 2 2 256\n\0\0\0\0\0\0\0",
                "P6 1 1 255\n\0\0",
                "P5 2",
                "P5 2 2 ",
                "P7\nWIDTH 2\n"
            })
    void whatIsMissingIsSaidToBe(String content) {
        assertEquals(CUT_SHORT, failure(content));
    }

    /** Sizes are looked at before memory is taken for them. */
    @Test
    void impossibleHeadersAreRefused() {
        assertTrue(failure("P5 100000 1 255\n").startsWith("picture: is too large (100000x1 pixels"));
        assertTrue(failure("P5 20000 20000 255\n").startsWith("picture: is too large (20000x20000 pixels"));
        assertTrue(failure("P5 99999999999999 1 255\n").startsWith("picture: is "));
        assertTrue(failure("P5 0 1 255\n").startsWith("picture: is damaged (its header says 0x1 pixels)"));
        assertEquals(CUT_SHORT, failure("P5 10000 10000 255\n\0"));
        assertEquals(CUT_SHORT, failure("P2 10000 10000 255\n0"));
        for (String content : new String[] {
            "P5 1 1 0\n\0",
            "P5 1 1 65536\n\0\0\0",
            "P2 1 1 255 x",
            "P2 1 x 255 1",
            "P1 1 1 2",
            "P7\nWIDTH 1\nHEIGHT 1\nDEPTH 5\nMAXVAL 1\nENDHDR\n\0\0\0\0\0",
            "P7\nWIDTH 1\nHEIGHT 1\nDEPTH 0\nMAXVAL 1\nENDHDR\n",
            "P7\nWIDTH 1\nHEIGHT 1\nMAXVAL 1\nENDHDR\n\0",
            "P7\nBREADTH 1\nENDHDR\n\0"
        }) {
            String message = failure(content);
            assertTrue(message.startsWith("picture: is a damaged netpbm picture ("), content + " " + message);
        }
    }
}
