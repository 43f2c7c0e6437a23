package nn.image.decode;

import static nn.image.decode.PictureSamples.read;
import static nn.image.decode.PictureSamples.seven;
import static nn.image.decode.PictureSamples.written;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nn.NnException;
import nn.image.GrayPng;
import nn.image.Picture;
import nn.image.prepare.DigitPreparation;
import nn.image.prepare.DrawnDigit;
import nn.image.prepare.Polarity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ImageFileTest {

    private static final int SIDE = 120;
    private static final DigitPreparation AUTO = new DigitPreparation(Polarity.AUTO, false);

    @TempDir
    Path directory;

    private static void assertSeven(byte[] file, String name) {
        byte[] expected =
                AUTO.prepare(DrawnDigit.onPaper(DrawnDigit.seven(SIDE))).pixels();
        byte[] actual = AUTO.prepare(read(file)).pixels();
        int sum = 0;
        for (int i = 0; i < expected.length; i++) {
            sum += Math.abs((expected[i] & 0xff) - (actual[i] & 0xff));
        }
        assertTrue(sum < 784 * 3, name + " differs by " + sum / 784.0 + " levels per pixel");
    }

    private static String failure(byte[] file) {
        NnException e = assertThrows(NnException.class, () -> read(file));
        assertEquals(NnException.Kind.BAD_INPUT, e.kind());
        assertEquals(1, e.getMessage().lines().count());
        return e.getMessage();
    }

    private String failure(Path file) {
        return assertThrows(NnException.class, () -> ImageFile.read(file)).getMessage();
    }

    @Test
    void oneDrawingIsTheSameDigitInEveryContainer() {
        for (boolean progressive : new boolean[] {false, true}) {
            for (int type : new int[] {
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_BYTE_INDEXED
            }) {
                assertSeven(written(seven(SIDE, type), "png", progressive), "png of type " + type);
            }
            assertSeven(written(seven(SIDE, BufferedImage.TYPE_BYTE_GRAY), "jpeg", progressive), "gray jpeg");
            assertSeven(written(seven(SIDE, BufferedImage.TYPE_3BYTE_BGR), "jpeg", progressive), "color jpeg");
        }
        for (int type :
                new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_BINARY
                }) {
            assertSeven(written(seven(SIDE, type), "bmp", false), "bmp of type " + type);
            assertSeven(written(seven(SIDE, type), "gif", false), "gif of type " + type);
            assertSeven(written(seven(SIDE, type), "tiff", false), "tiff of type " + type);
            byte[] png = written(seven(SIDE, type), "png", false);
            assertSeven(Base64.getEncoder().encode(png), "base64 of type " + type);
        }
        for (String header :
                new String[] {"P2 %d %1$d 255 ", "P3 %d %1$d 255 ", "P5 %d %1$d 255\n", "P6 %d %1$d 65535\n"}) {
            assertSeven(PictureSamples.netpbm(header.formatted(SIDE), SIDE), header);
        }
        assertSeven(written(seven(SIDE, BufferedImage.TYPE_USHORT_GRAY), "tiff", false), "tiff of 16 bits");
    }

    @Test
    void grayIsTakenAsStoredWithoutGamma() {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(0, 0, 0, 16);
        for (String format : new String[] {"png", "bmp", "tiff", "jpeg"}) {
            assertEquals(
                    16 / 255f, read(written(image, format, false)).luminance().at(0, 0), 1.5f / 255, format);
        }
    }

    @Test
    void webpIsRead() {
        Picture picture = read(PictureSamples.webp());
        assertEquals(40, picture.width());
        assertEquals(230 / 255f, picture.luminance().at(1, 1), 1e-3);
        assertEquals(20 / 255f, picture.luminance().at(20, 8), 1e-3);
    }

    @Test
    void cutWebpIsRefused() {
        byte[] webp = PictureSamples.webp();
        for (int length : new int[] {webp.length / 2, webp.length - 1}) {
            assertTrue(failure(Arrays.copyOf(webp, length)).contains("cut short"));
        }
        assertEquals(40, read(Arrays.copyOf(webp, webp.length + 9)).width(), "more bytes than the picture's");
    }

    /** Found by fuzzing: its decoder went on with zeros behind the end, for half a minute. */
    @Test
    void webpThatAsksForMuchMoreThanItHasIsRefusedSoon() {
        String file = "UklGRmAAAABXRUJQVlA4THQAAAAvJ8QJAA9wCulTSJ9Cev4Djmo8IWRvY3R5cGUgaHQDjmo8"
                + "IWRvY3R5cGUgaHRtbEjiIMOend4UMvSfbNLGQPe+4S/FQfMQq6oUMvSfbNLGQPe+/SU=";
        assertTrue(failure(Base64.getDecoder().decode(file)).contains("cut short"));
    }

    @Test
    void cutJpegIsWarnedAbout() {
        byte[] jpeg = written(seven(SIDE, BufferedImage.TYPE_BYTE_GRAY), "jpeg", false);
        assertEquals(0, read(jpeg).warnings().size());
        Picture cut = read(Arrays.copyOf(jpeg, jpeg.length * 6 / 10));
        assertTrue(cut.warnings().get(0).contains("cut short"), cut.warnings().toString());
    }

    /** A code that no string of colors belongs to, as one flipped byte somewhere in the pixels makes. */
    @Test
    void aGifOfImpossibleColorsIsWarnedAbout() {
        byte[] gif = written(seven(20, BufferedImage.TYPE_BYTE_GRAY), "gif", false);
        assertEquals(List.of(), read(gif).warnings());
        Set<List<String>> warnings = new HashSet<>();
        for (int i = gif.length - 60; i < gif.length - 5; i++) {
            byte[] flipped = gif.clone();
            flipped[i] ^= (byte) 0xff;
            try {
                warnings.add(read(flipped).warnings());
            } catch (NnException e) {
                assertTrue(e.getMessage().startsWith("picture: is "), e.getMessage());
            }
        }
        assertTrue(
                warnings.contains(List.of("the file is damaged or cut short; a part of the picture may be missing")),
                warnings.toString());
    }

    /** Their decoders would not all miss the rest. */
    @ParameterizedTest
    @ValueSource(strings = {"gif", "bmp", "tiff"})
    void aCutPictureIsRefused(String format) {
        byte[] file = written(seven(20, BufferedImage.TYPE_BYTE_GRAY), format, false);
        for (int length = 30; length < file.length - 1; length += 7) {
            failure(Arrays.copyOf(file, length));
        }
    }

    /** It is set aside while the JDK's readers are looked up. */
    @Test
    void theThreadKeepsItsClassLoader() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader own = new ClassLoader() {};
        thread.setContextClassLoader(own);
        try {
            assertEquals(
                    20,
                    read(written(seven(20, BufferedImage.TYPE_BYTE_GRAY), "bmp", false))
                            .width());
            assertSame(own, thread.getContextClassLoader());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void everyCutOfAPngAndOfAJpegHeaderEndsInOneLine() {
        byte[] png = written(seven(SIDE, BufferedImage.TYPE_BYTE_GRAY), "png", false);
        for (int length = 1; length < png.length - 20; length += 7) {
            assertFalse(failure(Arrays.copyOf(png, length)).contains("null"));
        }
        byte[] jpeg = written(seven(SIDE, BufferedImage.TYPE_BYTE_GRAY), "jpeg", false);
        for (int length = 1; length < 150; length++) {
            failure(Arrays.copyOf(jpeg, length));
        }
    }

    @Test
    void everyFlippedByteOfASmallPictureEndsInAPictureOrOneLine() {
        for (String format : new String[] {"png", "gif", "bmp", "tiff", "jpeg"}) {
            byte[] file = written(new BufferedImage(9, 7, BufferedImage.TYPE_BYTE_GRAY), format, false);
            for (int i = 0; i < Math.min(300, file.length); i++) {
                byte[] flipped = file.clone();
                flipped[i] ^= (byte) 0xff;
                try {
                    AUTO.prepare(read(flipped));
                } catch (NnException e) {
                    assertEquals(1, e.getMessage().lines().count(), e.getMessage());
                }
            }
        }
    }

    @Test
    void whatIsNoRegularFileIsRefused() throws IOException {
        assertTrue(failure(directory).contains("is a directory"));
        assertTrue(failure(directory.resolve("missing.png")).contains("does not exist"));
        Path loop = Files.createSymbolicLink(directory.resolve("loop"), directory.resolve("loop"));
        failure(loop);
        Path dangling = Files.createSymbolicLink(directory.resolve("dangling"), directory.resolve("nothing"));
        assertTrue(failure(dangling).contains("link to nothing"));
        assertTrue(failure(Path.of("/dev/null")).contains("pipe or a device"));
    }

    @Test
    void grayPngIsReadBackExactly() {
        byte[] samples = new byte[28 * 20];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i * 37);
        }
        Picture picture = read(GrayPng.encode(samples, 20, 28));
        assertEquals(28, picture.width());
        for (int i = 0; i < samples.length; i++) {
            assertEquals(samples[i] & 0xff, Math.round(255 * picture.luminance().values()[i]));
        }
    }
}
