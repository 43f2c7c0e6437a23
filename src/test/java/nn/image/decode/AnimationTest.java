package nn.image.decode;

import static nn.image.decode.PictureSamples.levels;
import static nn.image.decode.PictureSamples.plain;
import static nn.image.decode.PictureSamples.read;
import static nn.image.decode.PictureSamples.sequence;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import nn.NnException;
import nn.image.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where the frames of an animation lie. */
@Timeout(30)
class AnimationTest {

    private static final int PAPER = 230;
    private static final int INK = 20;

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

    @Test
    void aCanvasWithoutASizeHasThatOfTheFirstFrame() {
        byte[] gif = gif(1, 1);
        Arrays.fill(gif, 6, 10, (byte) 0);
        assertPlaced(gif);
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

    /** The blank canvas, then a frame. */
    static byte[] webp() {
        return WebpFile.animation(8, 6, WebpFile.solid(8, 6, 255), 0, 0, WebpFile.steps(), 2, 2);
    }

    @Test
    void aFrameOfAWebpLiesOnItsCanvas() {
        Picture picture = read(webp());
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
        for (byte[] file : List.of(gif(1, 1), png(1, 1), sequence("tiff", plain(4, 6, 255), pair()), webp())) {
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
