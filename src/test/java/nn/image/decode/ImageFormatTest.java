package nn.image.decode;

import static nn.image.decode.PictureSamples.read;
import static nn.image.decode.PictureSamples.seven;
import static nn.image.decode.PictureSamples.written;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nn.NnException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a file is said to be that is none of the pictures that are read. */
class ImageFormatTest {

    private static final String LFS = "a git-LFS pointer, not the picture itself (git lfs pull fetches it)";
    private static final String HTML = "an HTML page, perhaps of a failed download";
    private static final String DAMAGED_PNG = "a PNG whose first bytes are damaged, perhaps by a transfer as text";
    private static final String HEIC = "a HEIC picture or a video, which are not read";
    private static final String TEXT = "a text file";
    private static final String NONE = "no picture";

    static List<Arguments> others() {
        return List.of(
                Arguments.of("version https://git-lfs.github.com/spec/v1\noid sha256:1\n", LFS),
                Arguments.of("<!DOCTYPE html><title>404</title>", HTML),
                Arguments.of(" \n<HTML><body>", HTML),
                Arguments.of("<?xml version='1.0'?><html>", HTML),
                Arguments.of("<svg xmlns='http://www.w3.org/2000/svg'/>", "an SVG drawing"),
                Arguments.of("<?xml version='1.0'?><svg/>", "an SVG drawing"),
                Arguments.of("<?xml version='1.0'?><note/>", "an XML file"),
                Arguments.of("%PDF-1.7\n\u0080", "a PDF document"),
                Arguments.of("\0\0\0\u0018ftypheic", HEIC),
                Arguments.of("\0\0\0\u0018ftyp", HEIC),
                Arguments.of("\0\0\0\u0018ftypavif", "an AVIF picture, which is not read"),
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
                Arguments.of("MM\0+", NONE),
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
        assertEquals("picture: is " + name + "; give a PNG, JPEG, GIF, BMP, TIFF or WebP picture", e.getMessage());
    }

    @Test
    void anEmptyFileSaysSo() {
        NnException e = assertThrows(NnException.class, () -> read(new byte[0]));
        assertEquals("picture: is empty; give a PNG, JPEG, GIF, BMP, TIFF or WebP picture", e.getMessage());
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
