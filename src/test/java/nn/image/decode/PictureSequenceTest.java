package nn.image.decode;

import static nn.image.decode.PictureSamples.levels;
import static nn.image.decode.PictureSamples.plain;
import static nn.image.decode.PictureSamples.read;
import static nn.image.decode.PictureSamples.sequence;
import static nn.image.decode.PictureSamples.seven;
import static nn.image.decode.PictureSamples.written;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import nn.image.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of a file's pages or frames is read, and what is said of the others. */
@Timeout(30)
class PictureSequenceTest {

    private static final int SIDE = 40;
    private static final BufferedImage SEVEN = seven(SIDE, BufferedImage.TYPE_BYTE_GRAY);
    private static final BufferedImage BLANK = plain(SIDE, SIDE, 255);
    private static final int PAPER = 230;

    private static void assertSeven(Picture picture) {
        assertArrayEquals(levels(read(written(SEVEN, "png", false))), levels(picture), 1e-3f);
    }

    @ParameterizedTest
    @CsvSource({"tiff, page", "gif, frame"})
    void theFirstIsReadIfItShowsSomething(String format, String name) {
        assertEquals(List.of(), read(sequence(format, SEVEN)).warnings());
        Picture picture = read(sequence(format, SEVEN, BLANK, SEVEN));
        assertEquals(List.of("has 3 " + name + "s; only the first is read"), picture.warnings());
        assertSeven(picture);
    }

    @ParameterizedTest
    @CsvSource({"tiff, page", "gif, frame"})
    void blankOnesArePassedOver(String format, String name) {
        Picture picture = read(sequence(format, BLANK, plain(SIDE, SIDE, 0), SEVEN, BLANK));
        assertEquals(
                List.of("has 4 " + name + "s; only " + name + " 3 is read, the first that is not blank"),
                picture.warnings());
        assertSeven(picture);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiff", "gif"})
    void thereMayBeNothingButBlankOnes(String format) {
        BufferedImage[] blank = new BufferedImage[40];
        Arrays.fill(blank, BLANK);
        Picture picture = read(sequence(format, blank));
        assertTrue(picture.warnings().get(0).endsWith("; those that were looked at are blank"), picture::toString);
        assertEquals(1, picture.luminance().quantile(0));
    }

    /** Noise of a scanner is no drawing; a faint digit of a small part of the page is one. */
    @Test
    void aPageIsBlankIfNothingDiffersFromItsPaper() {
        BufferedImage noise = plain(SIDE, SIDE, PAPER);
        BufferedImage faint = plain(200, 200, PAPER);
        for (int i = 0; i < SIDE; i++) {
            noise.getRaster().setSample(i, i, 0, PAPER - 20);
            faint.getRaster().setSample(10, 10 + i / 4, 0, PAPER - 40);
        }
        assertSeven(read(sequence("tiff", noise, SEVEN)));
        assertEquals(200, read(sequence("tiff", faint, SEVEN)).width());
    }

    /** White ink on nothing is seen before black. */
    @Test
    void inkOnATransparentPageIsNotBlank() {
        for (int level : new int[] {0xffffff, 0}) {
            BufferedImage drawn = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
            drawn.setRGB(20, 20, 0xff000000 | level);
            Picture picture = read(sequence("tiff", drawn, SEVEN));
            assertEquals(List.of("has 2 pages; only the first is read"), picture.warnings());
        }
        Picture second = read(sequence("tiff", new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB), SEVEN));
        assertSeven(second);
    }

    /** A small copy for a list of files, or a mask. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aThumbnailIsNoPage(int kind) {
        byte[] two = sequence("tiff", BLANK, SEVEN);
        byte[] thumbnail = withPageKind(two, 0, kind);
        assertSeven(read(thumbnail));
        assertEquals(List.of(), read(thumbnail).warnings());
        byte[] last = withPageKind(sequence("tiff", SEVEN, BLANK), 1, kind);
        assertEquals(List.of(), read(last).warnings());
    }

    /** Makes the page's last tag one that says what it is: tags are found in any order. */
    private static byte[] withPageKind(byte[] tiff, int page, int kind) {
        ByteBuffer file = ByteBuffer.wrap(tiff);
        assertEquals('M', tiff[0]);
        int directory = file.getInt(4);
        for (int p = 0; p < page; p++) {
            directory = file.getInt(directory + 2 + 12 * file.getShort(directory));
        }
        int entry = directory + 2 + 12 * (file.getShort(directory) - 1);
        file.putShort(entry, (short) 254)
                .putShort(entry + 2, (short) 4)
                .putInt(entry + 4, 1)
                .putInt(entry + 8, kind);
        return tiff;
    }

    @Test
    void pagesInACircleAreReadOnce() {
        byte[] tiff = sequence("tiff", BLANK, BLANK);
        ByteBuffer file = ByteBuffer.wrap(tiff);
        int second = file.getInt(file.getInt(4) + 2 + 12 * file.getShort(file.getInt(4)));
        file.putInt(second + 2 + 12 * file.getShort(second), file.getInt(4));
        assertEquals(
                List.of("has 2 pages; those that were looked at are blank"),
                read(tiff).warnings());
    }

    @Test
    void aPageMayHaveAnotherSize() {
        Picture picture = read(sequence("tiff", plain(3, 5, 255), SEVEN));
        assertEquals(SIDE, picture.width());
    }
}
