package nn.image.decode;

import static nn.image.decode.PictureSamples.levels;
import static nn.image.decode.PictureSamples.read;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import nn.NnException;
import nn.image.GrayPng;
import org.junit.jupiter.api.Test;

/** Pictures that come as text. */
class Base64TextTest {

    private static final byte[] PNG = noise();

    private static byte[] noise() {
        byte[] pixels = new byte[30 * 30];
        new Random(7).nextBytes(pixels);
        return GrayPng.encode(pixels, 30, 30);
    }

    private static final String TEXT = Base64.getEncoder().encodeToString(PNG);

    private static void assertRead(String text) {
        assertArrayEquals(levels(read(PNG)), levels(read(text.getBytes(StandardCharsets.UTF_8))), text);
    }

    private static String failure(String text) {
        return assertThrows(NnException.class, () -> read(text.getBytes(StandardCharsets.UTF_8)))
                .getMessage();
    }

    @Test
    void base64OfAPictureIsThePicture() {
        assertRead(TEXT);
        assertRead(" \n" + TEXT + "\r\n");
        assertRead(Base64.getMimeEncoder().encodeToString(PNG));
        assertRead('"' + TEXT + '"');
        assertRead("\ufeff" + TEXT);
        assertRead(TEXT.replace("=", ""));
    }

    @Test
    void theLettersOfWebAddressesAreUnderstood() {
        String text = Base64.getUrlEncoder().encodeToString(PNG);
        assertEquals(true, text.contains("-") && text.contains("_"));
        assertRead(text);
        assertRead(text.replace("=", "%3D"));
    }

    @Test
    void aDataUrlIsThePictureInIt() {
        assertRead("data:image/png;base64," + TEXT);
        assertRead("data:;base64," + TEXT + "\n");
        assertRead("'data:image/png;name=a.png;base64," + TEXT + "'\n");
    }

    @Test
    void otherThingsInADataUrlAreNamed() {
        String svg = Base64.getEncoder().encodeToString("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes());
        assertEquals(
                "picture: is an SVG drawing; convert it: rsvg-convert -o FILE.png FILE",
                failure("data:image/svg+xml;base64," + svg));
        String reads = "; give a PNG, JPEG, GIF, BMP, TIFF, WebP or netpbm picture";
        assertEquals(
                "picture: is a data URL that is not base64" + reads,
                failure("data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22/%3E"));
        assertEquals("picture: is a data URL that is not base64" + reads, failure("data:image/png;base64,"));
        assertEquals("picture: is a text file" + reads, failure("Thisisonlyalongwordofletters"));
        assertEquals("picture: is a text file" + reads, failure(TEXT.substring(0, 400) + "!" + TEXT.substring(401)));
    }

    /** At every length, also between the groups of four letters. */
    @Test
    void cutTextIsACutPicture() {
        for (int length = 60; length < 80; length++) {
            assertEquals(
                    "picture: is cut short; get the whole file, or save it anew", failure(TEXT.substring(0, length)));
        }
    }
}
