package nn.image.decode;

import static nn.image.decode.PictureSamples.read;
import static nn.image.decode.PngFile.GRAY;
import static nn.image.decode.PngFile.GRAY_ALPHA;
import static nn.image.decode.PngFile.chunk;
import static nn.image.decode.PngFile.data;
import static nn.image.decode.PngFile.deflated;
import static nn.image.decode.PngFile.header;
import static nn.image.decode.PngFile.join;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import nn.NnException;
import nn.image.Plane;
import nn.image.prepare.DigitPreparation;
import nn.image.prepare.DrawnDigit;
import nn.image.prepare.Polarity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are made to hurt, chunk by chunk, and odd ones that are right. */
@Timeout(30)
class HostilePictureTest {

    private static final int SIDE = 40;

    @TempDir
    private Path directory;

    /** The seven in 8-bit gray, each row behind its filter byte. */
    private static byte[] rows() {
        Plane ink = DrawnDigit.seven(SIDE);
        byte[] rows = new byte[SIDE * (SIDE + 1)];
        for (int i = 0; i < SIDE * SIDE; i++) {
            rows[i / SIDE * (SIDE + 1) + 1 + i % SIDE] = (byte) Math.round(255 * (1 - ink.values()[i]));
        }
        return rows;
    }

    private static byte[] png(byte[]... between) {
        return PngFile.of(header(SIDE, SIDE, 8, GRAY, 0), join(between), data(rows()));
    }

    private static byte[] gray(int width, int height, int level) {
        byte[] rows = new byte[(width + 1) * height];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i % (width + 1) == 0 ? 0 : (byte) level;
        }
        return PngFile.of(header(width, height, 8, GRAY, 0), data(rows));
    }

    private static byte[] digit(byte[] file) {
        return new DigitPreparation(Polarity.AUTO, false).prepare(read(file)).pixels();
    }

    private static String failure(byte[] file) {
        NnException e = assertThrows(NnException.class, () -> read(file));
        assertEquals(NnException.Kind.BAD_INPUT, e.kind());
        assertTrue(e.getMessage().matches("picture: [^\n]+; [^\n]+"), e.getMessage());
        return e.getMessage();
    }

    @Test
    void whatIsBesideThePictureDoesNotTouchIt() {
        byte[] right = digit(png());
        byte[] bomb = join("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1), deflated(new byte[50 << 20]));
        assertTrue(bomb.length < 100_000);
        for (byte[] file : new byte[][] {
            png(chunk("zTXt", bomb)),
            png(chunk("iCCP", bomb)),
            join(png(), new byte[1000]),
            Arrays.copyOf(png(), png().length - PngFile.END.length)
        }) {
            assertEquals(-1, Arrays.mismatch(right, digit(file)));
        }
    }

    @Test
    void wrongChecksumsAreWarnedAbout() {
        byte[] file = png();
        file[29] ^= 1;
        assertTrue(
                read(file).warnings().get(0).contains("checksum"),
                read(file).warnings().toString());
    }

    @Test
    void lyingChunksAreRefused() {
        byte[] header = header(SIDE, SIDE, 8, GRAY, 0);
        byte[] data = data(rows());
        failure(PngFile.of(header));
        failure(PngFile.of(header, data(Arrays.copyOf(rows(), 500))));
        assertTrue(failure(PngFile.of(header, chunk("IDAT", new byte[500]))).contains("bad compressed data"));
        assertTrue(failure(PngFile.of(header, new byte[] {0x7f, -1, -1, -1, 't', 'E', 'X', 't'}, data))
                .contains("cut short"));
        assertTrue(failure(PngFile.of(header, new byte[] {-1, -1, -1, -1, 't', 'E', 'X', 't'}, data))
                .contains("cut short"));
        failure(PngFile.of(data));
    }

    @ParameterizedTest
    @CsvSource({
        "40,40,8,0,2",
        "40,40,3,0,0",
        "40,40,16,3,0",
        "40,40,8,1,0",
        "40,40,8,3,0",
        "60000,60000,1,0,0",
        "100000,1,8,0,0",
        "100000000,1,16,6,0",
        "1,100000000,8,0,0"
    })
    void impossibleHeadersAreRefused(int width, int height, int bitDepth, int colorType, int interlace) {
        failure(PngFile.of(header(width, height, bitDepth, colorType, interlace), data(rows())));
    }

    @Test
    void grayWithOpacityIsTheSameDigit() {
        byte[] rows = new byte[SIDE * (2 * SIDE + 1)];
        for (int i = 0; i < SIDE * SIDE; i++) {
            int at = i / SIDE * (2 * SIDE + 1) + 1 + i % SIDE * 2;
            rows[at] = rows()[i / SIDE * (SIDE + 1) + 1 + i % SIDE];
            rows[at + 1] = -1;
        }
        byte[] file = PngFile.of(header(SIDE, SIDE, 8, GRAY_ALPHA, 0), data(rows));
        assertEquals(-1, Arrays.mismatch(digit(png()), digit(file)));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,5000", "5000,1", "1000,28"})
    void oddShapesHaveNoInk(int width, int height) {
        for (int level : new int[] {0, 128, 255}) {
            assertEquals(-1, Arrays.mismatch(new byte[784], digit(gray(width, height, level))));
        }
    }

    @Test
    void lyingBitmapsAreRefused() {
        failure(bitmap(9000, 9000, 24));
        failure(bitmap(30_000, 30_000, 1));
        failure(bitmap(Integer.MAX_VALUE, Integer.MAX_VALUE, 24));
        failure(bitmap(-5, 5, 24));
        failure(bitmap(7000, 7000, 32));
    }

    @Test
    void aGifThatCannotHoldItsPixelsIsRefused() {
        byte[] gif = PictureSamples.written(PictureSamples.seven(20, BufferedImage.TYPE_BYTE_BINARY), "gif", false);
        for (int i = 6; i + 10 < gif.length; i++) {
            if (gif[i] == ',' && gif[i + 5] == 20 && gif[i + 7] == 20) {
                ByteBuffer.wrap(gif)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putShort(i + 5, (short) 10_000)
                        .putShort(i + 7, (short) 10_000);
            }
        }
        assertTrue(failure(gif).contains("cut short"));
    }

    private static byte[] bitmap(int width, int height, int bitsPerPixel) {
        return ByteBuffer.allocate(58)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'B', 'M'})
                .putInt(58)
                .putInt(0)
                .putInt(54)
                .putInt(40)
                .putInt(width)
                .putInt(height)
                .putShort((short) 1)
                .putShort((short) bitsPerPixel)
                .array();
    }

    @Test
    void cutJpegsAreWarnedAboutOrRefused() {
        byte[] whole = PictureSamples.written(PictureSamples.seven(120, BufferedImage.TYPE_3BYTE_BGR), "jpeg", false);
        for (int percent : new int[] {30, 60, 95}) {
            try {
                assertEquals(
                        1,
                        read(Arrays.copyOf(whole, whole.length * percent / 100))
                                .warnings()
                                .size(),
                        percent + " %");
            } catch (NnException e) {
                assertTrue(e.getMessage().matches("picture: is (cut short|damaged).*"), e.getMessage());
            }
        }
    }

    @Test
    void programsAndNoiseAreNoPictures() {
        assertTrue(failure("MZ\u0090\0".getBytes(StandardCharsets.ISO_8859_1)).contains("a program"));
        byte[] noise = new byte[5000];
        new Random(1).nextBytes(noise);
        failure(noise);
    }

    @Test
    void theContentCountsAndNotTheName() throws IOException {
        for (String name : new String[] {"really-a-png.jpg", "no-ending", "with blanks \u00e4\u4e03.png"}) {
            Path file = Files.write(directory.resolve(name), png());
            assertEquals(SIDE, ImageFile.read(file).width());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/zero", "/dev/stdin", "/dev/null"})
    void devicesAreRefusedUnopened(String device) {
        assertTrue(assertThrows(NnException.class, () -> ImageFile.read(Path.of(device)))
                .getMessage()
                .startsWith(device));
    }

    @Test
    void aPipeIsRefusedAtOnce() throws IOException, InterruptedException {
        Path pipe = directory.resolve("pipe.png");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        assertTrue(assertThrows(NnException.class, () -> ImageFile.read(pipe))
                .getMessage()
                .contains("is a pipe"));
    }

    @Test
    void linksInACircleAndEndlessPathsAreRefused() throws IOException {
        Files.createSymbolicLink(directory.resolve("a"), Path.of("b"));
        Files.createSymbolicLink(directory.resolve("b"), Path.of("a"));
        for (Path file : new Path[] {directory.resolve("a"), directory.resolve("x/".repeat(2100) + "x.png")}) {
            NnException e = assertThrows(NnException.class, () -> ImageFile.read(file));
            assertEquals(NnException.Kind.BAD_INPUT, e.kind());
        }
    }
}
