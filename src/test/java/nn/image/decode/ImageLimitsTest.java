package nn.image.decode;

import static nn.image.decode.PictureSamples.read;
import static nn.image.decode.PictureSamples.seven;
import static nn.image.decode.PictureSamples.written;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import nn.NnException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How large a picture may be, and that every decoder asks before it allocates. */
class ImageLimitsTest {

    private static final String SMALLER = "; save it anew, as PNG or JPEG";

    private static String failure(byte[] file) {
        return assertThrows(NnException.class, () -> read(file)).getMessage();
    }

    private static String tooLarge(int width, int height) {
        return "picture: is too large (" + width + "x" + height + " pixels; at most 100 megapixels are read)" + SMALLER;
    }

    @ParameterizedTest
    @CsvSource({"10000, 10000", "1, 1", "65535, 1", "1, 65535"})
    void upTo100MegapixelsAndTheSidesOfAJpegAreAllowed(int width, int height) {
        assertDoesNotThrow(() -> ImageLimits.check(width, height));
    }

    @ParameterizedTest
    @CsvSource({"10001, 10000", "65536, 1", "1, 65536", "65536, 65536"})
    void aLargerPngIsRefused(int width, int height) {
        assertEquals(
                tooLarge(width, height), failure(PngFile.of(PngFile.header(width, height, 1, 0, 0), PngFile.data())));
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "5, 0", "-1, 5", "5, -1"})
    void aPngWithoutPixelsIsRefused(int width, int height) {
        assertEquals(
                "picture: is damaged (its header says " + width + "x" + height + " pixels)" + SMALLER,
                failure(PngFile.of(PngFile.header(width, height, 1, 0, 0), PngFile.data())));
    }

    /** The frame says height, then width. */
    @Test
    void aLargerJpegIsRefused() {
        byte[] jpeg = written(seven(20, BufferedImage.TYPE_BYTE_GRAY), "jpeg", false);
        int frame = 0;
        while (jpeg[frame] != (byte) 0xff || jpeg[frame + 1] != (byte) 0xc0) {
            frame++;
        }
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 10_001).putShort(frame + 7, (short) 10_000);
        assertEquals(tooLarge(10_000, 10_001), failure(jpeg));
    }

    @Test
    void aLargerGifIsRefused() {
        byte[] gif = written(seven(20, BufferedImage.TYPE_BYTE_GRAY), "gif", false);
        int picture = 6;
        while (gif[picture] != ',' || gif[picture + 5] != 20 || gif[picture + 7] != 20) {
            picture++;
        }
        ByteBuffer.wrap(gif)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(picture + 5, (short) 10_000)
                .putShort(picture + 7, (short) 10_001);
        assertEquals(tooLarge(10_000, 10_001), failure(gif));
    }

    private static TiffFile tiff(int width, int height, int... bitsPerSample) {
        return new TiffFile(ByteOrder.BIG_ENDIAN, width, height, bitsPerSample, new byte[4])
                .with(TiffFile.PHOTOMETRIC, 1);
    }

    @Test
    void aLargerTiffIsRefused() {
        assertEquals(tooLarge(10_001, 10_000), failure(tiff(10_001, 10_000, 8).bytes()));
    }

    /** The decoder unpacks whole tiles, however small the picture is. */
    @Test
    void aTiffOfLargerTilesIsRefused() {
        byte[] tiled = tiff(2, 2, 8)
                .with(322, 60_000)
                .with(323, 60_000)
                .with(324, 8)
                .with(325, 4)
                .bytes();
        assertEquals(tooLarge(60_000, 60_000), failure(tiled));
    }

    @Test
    void aPictureThatUnpacksTo160MegabytesIsAllowedAndALargerOneIsNot() {
        assertDoesNotThrow(() -> ImageLimits.checkDecoded(8000, 5000, 32));
        assertEquals(
                "picture: is too large (8000x5001 pixels of 32 bits; at most 160 MB are unpacked)" + SMALLER,
                failure(tiff(8000, 5001, 8, 8, 8, 8)
                        .with(TiffFile.PHOTOMETRIC, 2)
                        .with(TiffFile.EXTRA_SAMPLES, 2)
                        .bytes()));
    }

    /** The most that LZW can pack. */
    @Test
    void aFileHoldsAtMost2731PixelsInEachByte() {
        assertDoesNotThrow(() -> ImageLimits.checkPacked(2731, 100, 100));
        assertThrows(EOFException.class, () -> ImageLimits.checkPacked(2731, 101, 100));
        assertDoesNotThrow(() -> ImageLimits.checkPacked(10_000, 10_000, 100_000_000));
    }

    /** Zeros without an end, or so many of them. */
    private static InputStream zeros(long length) {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int most) {
                int count = (int) Math.min(left, most);
                left -= count;
                return count == 0 && most > 0 ? -1 : count;
            }
        };
    }

    @Test
    void upTo100MegabytesAreRead() {
        NnException e = assertThrows(NnException.class, () -> ImageFile.read(zeros(100_000_000), "-"));
        assertEquals("-: is no picture; give a PNG, JPEG, GIF, BMP, TIFF, WebP or netpbm picture", e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(longs = {100_000_001, Long.MAX_VALUE})
    void moreThan100MegabytesAreRefused(long length) throws IOException {
        try (InputStream zeros = zeros(length)) {
            NnException e = assertThrows(NnException.class, () -> ImageFile.read(zeros, "-"));
            assertEquals("-: is larger than 100 MB; save it smaller", e.getMessage());
        }
    }
}
