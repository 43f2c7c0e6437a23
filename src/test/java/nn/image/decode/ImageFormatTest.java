package nn.image.decode;

import static nn.image.decode.PictureSamples.read;
import static nn.image.decode.PictureSamples.seven;
import static nn.image.decode.PictureSamples.written;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nn.NnException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file is said to be that is none of the pictures that are read. */
class ImageFormatTest {

    private static final String LFS = "a git-LFS pointer, not the picture itself (git lfs pull fetches it)";
    private static final String HTML = "an HTML page, perhaps of a failed download";
    private static final String DAMAGED_PNG = "a PNG whose first bytes are damaged, perhaps by a transfer as text";
    private static final String VIDEO = "a video";
    private static final String TEXT = "a text file";
    private static final String NONE = "no picture";

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void theHeaderTellsThePixelsAndTheFormatItsEnding(String format) {
        byte[] file = written(seven(40, BufferedImage.TYPE_INT_RGB), format, false);
        assertEquals(OptionalLong.of(1600), ImageFile.pixels(file));
        assertEquals(Optional.of(format), ImageFile.ending(file));
        assertEquals(OptionalLong.empty(), ImageFile.pixels(Arrays.copyOf(file, 9)), "cut short");
    }

    @Test
    void elsewhereThePixelsAreNotTold() {
        assertEquals(OptionalLong.empty(), ImageFile.pixels(PictureSamples.webp()));
        assertEquals(Optional.of("webp"), ImageFile.ending(PictureSamples.webp()));
        assertEquals(Optional.empty(), ImageFile.ending("hello".getBytes(StandardCharsets.US_ASCII)));
    }

    static List<Arguments> others() {
        return List.of(
                Arguments.of("version https://git-lfs.github.com/spec/v1\noid sha256:1\n", LFS),
                Arguments.of("<!DOCTYPE html><title>404</title>", HTML),
                Arguments.of(" \n<HTML><body>", HTML),
                Arguments.of("<?xml version='1.0'?><html>", HTML),
                Arguments.of("<?xml version='1.0'?><note/>", "an XML file"),
                Arguments.of("\0\0\0\u0018ftypisom", VIDEO),
                Arguments.of("\0\0\0\u0018ftyp", VIDEO),
                Arguments.of("\0\0\u0008\u0001", "an IDX data file"),
                Arguments.of("\0\0\u0008\u0004\0", "an IDX data file"),
                Arguments.of("\0\0\u0008\u0005", NONE),
                Arguments.of("\0\0\u0008\0", NONE),
                Arguments.of("\0\0\u0008", NONE),
                Arguments.of("\u001f\u008b\u0008", "a gzip file"),
                Arguments.of("PK\u0003\u0004", "a zip file"),
                Arguments.of("\u0009PNG\r\n\u001a\n", DAMAGED_PNG),
                Arguments.of("\u0089NG\r\n", DAMAGED_PNG),
                Arguments.of("PNG\n\u001a\n", DAMAGED_PNG),
                Arguments.of("\u0089PNG\n\u001a\n\n", DAMAGED_PNG),
                Arguments.of("MZ\u0090\0", "a program"),
                Arguments.of("\u007fELF\u0002", "a program"),
                Arguments.of("just words ~\n\r\tand more", TEXT),
                Arguments.of("bell \u0007", NONE),
                Arguments.of("delete \u007f", NONE),
                Arguments.of("unit separator \u001f", NONE),
                Arguments.of("caf\u00e9", NONE),
                Arguments.of("x".repeat(1024) + "\0", TEXT),
                Arguments.of("x".repeat(1023) + "\0", NONE),
                Arguments.of("BMX, a text of 25 letters", TEXT),
                Arguments.of("II* another text", TEXT),
                Arguments.of("MM\0,", NONE),
                Arguments.of("P8\n1 1\n", TEXT),
                Arguments.of("P1 is the first of our tasks", TEXT),
                Arguments.of("P21 1 1 1", TEXT),
                Arguments.of("data:text/html,hello", "a data URL that is not base64"),
                Arguments.of("GIF88a, a text", TEXT),
                Arguments.of("\u00ff\u00d8", NONE),
                Arguments.of("RIFF\0\0\0\0WAVE", NONE),
                Arguments.of("RIFX\0\0\0\0WEBP", NONE));
    }

    @ParameterizedTest
    @MethodSource("others")
    void whatIsNoPictureIsNamed(String content, String name) {
        NnException e = assertThrows(NnException.class, () -> read(content.getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals(NnException.Kind.BAD_INPUT, e.kind());
        assertEquals(
                "picture: is " + name + "; give a PNG, JPEG, GIF, BMP, TIFF, WebP or netpbm picture", e.getMessage());
    }

    static List<Arguments> convertible() {
        String heic = "heif-convert FILE FILE.png";
        String magick = "magick 'FILE[0]' FILE.png";
        return List.of(
                Arguments.of("\0\0\0\u0018ftypheic\0\0\0\0", "a HEIC picture", heic),
                Arguments.of("\0\0\0\u0018ftypmif1\0\0\0\0mif1heic", "a HEIC picture", heic),
                Arguments.of("\0\0\0\u0018ftypavif", "an AVIF picture", "avifdec FILE FILE.png"),
                Arguments.of("\0\0\0\u001cftypmif1\0\0\0\0mif1avif", "an AVIF picture", "avifdec FILE FILE.png"),
                Arguments.of(
                        "\0\0\0\u000cjP  \r\n\u0087\n", "a JPEG 2000 picture", "opj_decompress -i FILE -o FILE.png"),
                Arguments.of("\u00ff\u004f\u00ff\u0051\0", "a JPEG 2000 picture", "opj_decompress -i FILE -o FILE.png"),
                Arguments.of("\0\0\0\u000cJXL \r\n\u0087\n", "a JPEG XL picture", "djxl FILE FILE.png"),
                Arguments.of("\u00ff\n\u0001", "a JPEG XL picture", "djxl FILE FILE.png"),
                Arguments.of("8BPS\0\u0001", "a Photoshop document (PSD)", magick),
                Arguments.of("\0\0\u0001\0\u0001\0", "an icon (ICO)", magick),
                Arguments.of("\0\0\u0002\0\u0001\0", "a mouse pointer (CUR)", magick),
                Arguments.of("II+\0\u0008\0\0\0", "a BigTIFF", magick),
                Arguments.of("MM\0+\0\u0008\0\0", "a BigTIFF", magick),
                Arguments.of(
                        "\u0089PNG\r\n\u001a\n\0\0\0\u0004CgBI",
                        "a PNG of Apple's own kind (CgBI)",
                        "ffmpeg -i FILE FILE.png"),
                Arguments.of(targa(2, 24), "a Targa picture (TGA)", "magick tga:FILE FILE.png"),
                Arguments.of(targa(11, 8), "a Targa picture (TGA)", "magick tga:FILE FILE.png"),
                Arguments.of("\u0080TRUEVISION-XFILE.\0", "a Targa picture (TGA)", "magick tga:FILE FILE.png"),
                Arguments.of(
                        "<svg xmlns='http://www.w3.org/2000/svg'/>", "an SVG drawing", "rsvg-convert -o FILE.png FILE"),
                Arguments.of("<?xml version='1.0'?><svg/>", "an SVG drawing", "rsvg-convert -o FILE.png FILE"),
                Arguments.of("%PDF-1.7\n\u0080", "a PDF document", "magick -density 200 'FILE[0]' FILE.png"));
    }

    /** A header without a color table, and a pixel. */
    private static String targa(int type, int bits) {
        return "\0\0" + (char) type + "\0\0\0\0\0\0\0\0\0\u0001\0\u0001\0" + (char) bits + "\0\u0080\u0081\u0082";
    }

    @ParameterizedTest
    @MethodSource("convertible")
    void whatCanBeConvertedIsSaidToBeWithTheCommand(String content, String name, String command) {
        NnException e = assertThrows(NnException.class, () -> read(content.getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals("picture: is " + name + "; convert it: " + command, e.getMessage());
    }

    /** Brackets mean something to a shell, and no picture is written over itself. */
    @Test
    void theCommandNamesTheFile() throws IOException {
        assertConverted("my icon.ico", "\0\0\u0001\0", "magick 'my icon.ico[0]' 'my icon.png'");
        assertConverted("a.b/icon", "\0\0\u0001\0", "magick 'a.b/icon[0]' a.b/icon.png");
        assertConverted("x.png", "\u00ff\n", "djxl x.png x-2.png");
        assertConverted("100%s.jxl", "\u00ff\n", "djxl 100%s.jxl 100%s.png");
    }

    private void assertConverted(String name, String content, String command) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));
        String message =
                assertThrows(NnException.class, () -> ImageFile.read(file)).getMessage();
        assertTrue(message.replace(directory + "/", "").endsWith("; convert it: " + command), message);
    }

    @TempDir
    private Path directory;

    @Test
    void anEmptyFileSaysSo() {
        NnException e = assertThrows(NnException.class, () -> read(new byte[0]));
        assertEquals("picture: is empty; give a PNG, JPEG, GIF, BMP, TIFF, WebP or netpbm picture", e.getMessage());
    }

    @Test
    void aGifMayBeOfTheOlderVersion() {
        byte[] newer = written(seven(20, BufferedImage.TYPE_BYTE_BINARY), "gif", false);
        byte[] older = newer.clone();
        older[4] = '7';
        assertArrayEquals(
                read(newer).luminance().values(), read(older).luminance().values());
    }
}
