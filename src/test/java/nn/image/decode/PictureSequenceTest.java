package nn.image.decode;

import static nn.image.decode.PictureSamples.levels;
import static nn.image.decode.PictureSamples.plain;
import static nn.image.decode.PictureSamples.read;
import static nn.image.decode.PictureSamples.seven;
import static nn.image.decode.PictureSamples.sequence;
import static nn.image.decode.PictureSamples.written;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nn.NnException;
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
    private static final int INK = 20;

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
        file.putShort(entry, (short) 254).putShort(entry + 2, (short) 4).putInt(entry + 4, 1).putInt(entry + 8, kind);
        return tiff;
    }

    @Test
    void pagesInACircleAreReadOnce() {
        byte[] tiff = sequence("tiff", BLANK, BLANK);
        ByteBuffer file = ByteBuffer.wrap(tiff);
        int second = file.getInt(file.getInt(4) + 2 + 12 * file.getShort(file.getInt(4)));
        file.putInt(second + 2 + 12 * file.getShort(second), file.getInt(4));
        assertEquals(List.of("has 2 pages; those that were looked at are blank"), read(tiff).warnings());
    }

    @Test
    void aPageMayHaveAnotherSize() {
        Picture picture = read(sequence("tiff", plain(3, 5, 255), SEVEN));
        assertEquals(SIDE, picture.width());
    }

    /** A frame of two pixels on a canvas of 4x6, white at first. */
    private static void assertPlaced(byte[] file) {
        Picture picture = read(file);
        assertEquals(List.of("has 2 frames; only frame 2 is read, the first that is not blank"), picture.warnings());
        float[] expected = white(24);
        expected[4 + 1] = INK;
        expected[4 + 2] = PAPER;
        assertArrayEquals(expected, levels(picture), 1e-3f);
        assertEquals(1, picture.opacity().quantile(0));
    }

    private static float[] white(int pixels) {
        float[] levels = new float[pixels];
        Arrays.fill(levels, 255);
        return levels;
    }

    private static BufferedImage pair() {
        BufferedImage pair = plain(2, 1, INK);
        pair.getRaster().setSample(1, 0, 0, PAPER);
        return pair;
    }

    private static byte[] gif(int left, int top) {
        byte[] gif = sequence("gif", plain(4, 6, 255), pair());
        int frame = gif.length - 1;
        while (gif[frame] != ',' || gif[frame + 5] != 2 || gif[frame + 7] != 1) {
            frame--;
        }
        ByteBuffer.wrap(gif)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(frame + 1, (short) left)
                .putShort(frame + 3, (short) top);
        return gif;
    }

    @Test
    void aFrameOfAGifLiesOnItsCanvas() {
        assertPlaced(gif(1, 1));
    }

    private static byte[] png(int left, int top) {
        byte[] control = ByteBuffer.allocate(26)
                .putInt(0)
                .putInt(2)
                .putInt(1)
                .putInt(left)
                .putInt(top)
                .array();
        byte[] data = PngFile.deflated(PngFile.bytes(0, INK, PAPER));
        int cut = data.length / 2;
        byte[] canvas = new byte[6 * 5];
        for (int i = 0; i < canvas.length; i++) {
            canvas[i] = (byte) (i % 5 == 0 ? 0 : 255);
        }
        return PngFile.of(
                PngFile.header(4, 6, 8, PngFile.GRAY, 0),
                PngFile.chunk("acTL", new byte[8]),
                PngFile.data(canvas),
                PngFile.chunk("fcTL", control),
                PngFile.chunk("fdAT", PngFile.join(new byte[4], Arrays.copyOf(data, cut))),
                PngFile.chunk("fdAT", PngFile.join(new byte[4], Arrays.copyOfRange(data, cut, data.length))));
    }

    @Test
    void aFrameOfAPngLiesOnItsCanvas() {
        assertPlaced(png(1, 1));
    }

    /** Only the first picture counts for a reader that knows no animations; there it is part of no animation. */
    @Test
    void framesOfAPngThatIsNotAnimatedAreIgnored() {
        byte[] file = png(1, 1);
        file[PngFile.SIGNATURE.length + 25 + 4] = 'x';
        assertEquals(List.of(), read(file).warnings());
    }

    @Test
    void aFrameOfAWebpLiesOnItsCanvas() {
        Picture picture = read(WebpFile.animation(8, 6, WebpFile.solid(8, 6, 255), 0, 0, WebpFile.steps(), 2, 2));
        assertEquals(List.of("has 2 frames; only frame 2 is read, the first that is not blank"), picture.warnings());
        float[] expected = white(48);
        for (int i = 0; i < 15; i++) {
            expected[(2 + i / 5) * 8 + 2 + i % 5] = 10 + 16 * i;
        }
        assertArrayEquals(expected, levels(picture), 1e-3f);
    }

    /** What the canvas has besides it is empty. */
    @Test
    void theFirstFrameOfAWebpLiesOnItsCanvasToo() {
        Picture picture = read(WebpFile.animation(8, 6, WebpFile.steps(), 2, 2));
        assertEquals(List.of(8, 6), List.of(picture.width(), picture.height()));
        assertEquals(List.of(), picture.warnings());
        assertEquals(15, sum(picture.opacity().values()));
        assertEquals(10, levels(picture)[2 * 8 + 2], 1e-3f);
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    @Test
    void whatAFrameHasOutsideOfItsCanvasIsLeftOut() {
        float[] cut = white(24);
        cut[3] = INK;
        assertArrayEquals(cut, levels(read(gif(3, 0))), 1e-3f);
        assertArrayEquals(cut, levels(read(png(3, 0))), 1e-3f);
        assertTrue(read(gif(4, 0)).warnings().get(0).endsWith("are blank"));
        String message = assertThrows(NnException.class, () -> read(png(-1, 0))).getMessage();
        assertTrue(message.startsWith("picture: is damaged (a frame begins outside"), message);
    }

    @Test
    void everyCutOfAnAnimationEndsInAPictureOrOneLine() {
        List<byte[]> files = new ArrayList<>(List.of(gif(1, 1), png(1, 1), sequence("tiff", BLANK, SEVEN)));
        files.add(WebpFile.animation(8, 6, WebpFile.solid(8, 6, 255), 0, 0, WebpFile.steps(), 2, 2));
        for (byte[] file : files) {
            for (int length = 1; length < file.length; length++) {
                try {
                    read(Arrays.copyOf(file, length));
                } catch (NnException e) {
                    assertEquals(1, e.getMessage().lines().count(), e.getMessage());
                }
            }
        }
    }
}
