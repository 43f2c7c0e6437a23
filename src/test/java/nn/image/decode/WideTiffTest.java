package nn.image.decode;

import static nn.image.decode.PictureSamples.levels;
import static nn.image.decode.PictureSamples.read;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import nn.NnException;
import nn.image.Picture;
import org.junit.jupiter.api.Test;

/** TIFFs of numbers that have no range of their own, and those that the JDK's reader gets wrong. */
class WideTiffTest {

    private static final int WHITE_IS_ZERO = 0;
    private static final int BLACK_IS_ZERO = 1;
    private static final int RGB = 2;
    private static final int INKS = 5;

    private static final int UNSIGNED = 1;
    private static final int SIGNED = 2;
    private static final int REAL = 3;

    private static byte[] tiff(int photometric, int format, int bands, int bits, byte[] samples) {
        int[] bitsPerSample = new int[bands];
        int[] formats = new int[bands];
        Arrays.fill(bitsPerSample, bits);
        Arrays.fill(formats, format);
        return new TiffFile(ByteOrder.BIG_ENDIAN, samples.length * 8 / bits / bands, 1, bitsPerSample, samples)
                .with(TiffFile.PHOTOMETRIC, photometric)
                .with(TiffFile.SAMPLE_FORMAT, formats)
                .bytes();
    }

    private static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    private static byte[] words(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        for (long value : values) {
            bytes.putInt((int) value);
        }
        return bytes.array();
    }

    private static void assertLevels(byte[] tiff, double... levels) {
        float[] actual = levels(read(tiff));
        for (int i = 0; i < levels.length; i++) {
            assertEquals(levels[i], actual[i], 2e-3, "pixel " + i);
        }
    }

    @Test
    void realNumbersFromZeroToOneAreTakenAsTheyAre() {
        assertLevels(tiff(BLACK_IS_ZERO, REAL, 1, 32, floats(0.25f, 0.5f, 0.75f)), 63.75, 127.5, 191.25);
        assertLevels(tiff(WHITE_IS_ZERO, REAL, 1, 32, floats(0.25f, 0.5f, 1)), 191.25, 127.5, 0);
        byte[] doubles = ByteBuffer.allocate(16).putDouble(0.25).putDouble(0.5).array();
        assertLevels(tiff(BLACK_IS_ZERO, REAL, 1, 64, doubles), 63.75, 127.5);
    }

    @Test
    void otherRealNumbersAreSpreadFromTheSmallestToTheLargest() {
        assertLevels(tiff(BLACK_IS_ZERO, REAL, 1, 32, floats(0, 51, 255)), 0, 51, 255);
        assertLevels(tiff(BLACK_IS_ZERO, REAL, 1, 32, floats(-1e6f, 0, 1e6f)), 0, 127.5, 255);
        assertLevels(tiff(BLACK_IS_ZERO, REAL, 1, 32, floats(100, 102, 110)), 0, 51, 255);
        assertLevels(tiff(WHITE_IS_ZERO, REAL, 1, 32, floats(100, 102, 110)), 255, 204, 0);
        assertLevels(tiff(BLACK_IS_ZERO, REAL, 1, 32, floats(7, 7)), 0, 0);
    }

    @Test
    void whatIsNoNumberIsTransparentAndInfinityIsTheEnd() {
        Picture picture = read(tiff(
                BLACK_IS_ZERO,
                REAL,
                1,
                32,
                floats(0, Float.NaN, 10, 2, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY)));
        assertArrayEquals(new float[] {0, 0, 255, 51, 255, 0}, levels(picture), 2e-3f);
        assertArrayEquals(new float[] {1, 0, 1, 1, 1, 1}, picture.opacity().values());
    }

    @Test
    void integersOf32BitsAreSpreadWithTheirSign() {
        byte[] samples = words(0x8000_0000L, 0xffff_ffffL, 0, 0x3fff_ffff);
        assertLevels(tiff(BLACK_IS_ZERO, SIGNED, 1, 32, samples), 0, 170, 170, 255);
        assertLevels(tiff(BLACK_IS_ZERO, UNSIGNED, 1, 32, samples), 127.5, 255, 0, 63.75);
        assertLevels(tiff(WHITE_IS_ZERO, SIGNED, 1, 32, samples), 255, 85, 85, 0);
        assertLevels(tiff(WHITE_IS_ZERO, UNSIGNED, 1, 32, samples), 127.5, 0, 255, 191.25);
    }

    /** They differ in bits that a float does not have. */
    @Test
    void smallDifferencesOfLargeIntegersAreKept() {
        assertLevels(tiff(BLACK_IS_ZERO, UNSIGNED, 1, 32, words(0x9000_0000L, 0x9000_0001L, 0x9000_0005L)), 0, 51, 255);
    }

    @Test
    void integersOf16BitsWithASignAreSpread() {
        assertLevels(tiff(BLACK_IS_ZERO, SIGNED, 1, 16, PngFile.bytes(0xff, 0xfe, 0, 0, 0, 8)), 0, 51, 255);
    }

    @Test
    void allColorsHaveOneRange() {
        assertLevels(tiff(RGB, REAL, 3, 32, floats(200, 0, 0, 0, 100, 0)), 76.245, 74.8425);
    }

    /** The JDK turns both around. */
    @Test
    void opacityIsNotTurnedAroundWhereWhiteIsZero() {
        byte[] samples = PngFile.bytes(0, 255, 102, 153, 255, 51);
        for (int plain : new int[] {0, 2}) {
            Picture picture = read(grayAndOpacity(samples, plain));
            assertArrayEquals(new float[] {255, 153, 0}, levels(picture), 1e-3f);
            assertArrayEquals(new float[] {1, 0.6f, 0.2f}, picture.opacity().values(), 1e-6f);
        }
        int multiplied = 1;
        assertArrayEquals(new float[] {255, 85, 0}, levels(read(grayAndOpacity(samples, multiplied))), 1e-3f);
    }

    private static byte[] grayAndOpacity(byte[] samples, int kind) {
        return new TiffFile(ByteOrder.BIG_ENDIAN, samples.length / 2, 1, new int[] {8, 8}, samples)
                .with(TiffFile.PHOTOMETRIC, WHITE_IS_ZERO)
                .with(TiffFile.EXTRA_SAMPLES, kind)
                .bytes();
    }

    private static String failure(TiffFile tiff) {
        return assertThrows(NnException.class, () -> read(tiff.bytes())).getMessage();
    }

    @Test
    void whatTheReaderWouldTakeForSomethingElseIsNamed() {
        byte[] jpeg = PictureSamples.stored("colors-cmyk.jpg");
        assertEquals(
                "picture: is a TIFF of inks (CMYK) packed as JPEG, which Java unpacks wrongly; "
                        + "convert it: magick 'FILE[0]' FILE.png",
                failure(new TiffFile(ByteOrder.BIG_ENDIAN, 64, 8, new int[] {8, 8, 8, 8}, jpeg)
                        .with(TiffFile.PHOTOMETRIC, INKS)
                        .with(TiffFile.COMPRESSION, 7)));
        TiffFile half = new TiffFile(ByteOrder.BIG_ENDIAN, 1, 1, new int[] {16}, new byte[2])
                .with(TiffFile.PHOTOMETRIC, BLACK_IS_ZERO)
                .with(TiffFile.SAMPLE_FORMAT, REAL);
        assertEquals(
                "picture: is a TIFF of real numbers of 16 bits, which Java takes for whole ones; "
                        + "convert it: magick 'FILE[0]' FILE.png",
                failure(half));
    }

    @Test
    void aPackingThatIsNotReadIsNamed() {
        TiffFile tiff = new TiffFile(ByteOrder.BIG_ENDIAN, 1, 1, new int[] {8}, new byte[1])
                .with(TiffFile.PHOTOMETRIC, BLACK_IS_ZERO);
        assertEquals(
                "picture: is a TIFF packed in a way that is not read (Zstandard); convert it: magick 'FILE[0]' FILE.png",
                failure(tiff.with(TiffFile.COMPRESSION, 50_000)));
        assertEquals(
                "picture: is a TIFF packed in a way that is not read (number 9); convert it: magick 'FILE[0]' FILE.png",
                failure(tiff.with(TiffFile.COMPRESSION, 9)));
    }
}
