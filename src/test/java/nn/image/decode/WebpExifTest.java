package nn.image.decode;

import static nn.image.decode.PictureSamples.levels;
import static nn.image.decode.PictureSamples.read;
import static nn.image.decode.PictureSamples.stored;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import nn.Exif;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the EXIF of a WebP is found; what it says is OrientationTest's subject. */
class WebpExifTest {

    private static final byte[] EXIF = Exif.of(ByteOrder.LITTLE_ENDIAN, 8);
    /** 5x3 pixels. */
    private static final byte[] AS_STORED = stored("steps.webp");

    private static final byte[] TURNED = withExif(EXIF);
    private static final int EXIF_CHUNK = TURNED.length - EXIF.length - 8;

    private static byte[] withExif(byte[] exif) {
        return Exif.inWebp(AS_STORED, 5, 3, exif);
    }

    private static void assertTurned(byte[] file) {
        assertEquals(3, read(file).width());
        assertArrayEquals(levels(read(TURNED)), levels(read(file)));
    }

    /** With a chunk in front of EXIF's, and the length in the container's header corrected. */
    private static byte[] withChunk(byte[] name, int length) {
        int padded = length + length % 2;
        byte[] content = new byte[padded];
        Arrays.fill(content, (byte) 'x');
        return ByteBuffer.allocate(TURNED.length + 8 + padded)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(TURNED, 0, EXIF_CHUNK)
                .put(name)
                .putInt(length)
                .put(content)
                .put(TURNED, EXIF_CHUNK, TURNED.length - EXIF_CHUNK)
                .putInt(4, TURNED.length + padded)
                .array();
    }

    /** Some programs write EXIF as it stands in a JPEG. */
    @Test
    void exifMayBeginWithItsName() {
        assertTurned(withExif(PngFile.join("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), EXIF)));
    }

    /** A chunk of odd length is followed by a byte of padding that does not count; a length has four bytes. */
    @ParameterizedTest
    @ValueSource(ints = {0, 3, 0x0102, 0x01010204})
    void exifIsFoundBehindOtherChunks(int length) {
        assertTurned(withChunk(new byte[] {'X', 'M', 'P', ' '}, length));
    }

    @Test
    void onlyAChunkOfThatNameIsExif() {
        byte[] other = Exif.of(ByteOrder.LITTLE_ENDIAN, 3);
        for (String name : new String[] {"XXIF", "EEIF", "EXXF", "EXII"}) {
            byte[] file = withChunk(name.getBytes(StandardCharsets.ISO_8859_1), other.length);
            System.arraycopy(other, 0, file, EXIF_CHUNK + 8, other.length);
            assertTurned(file);
        }
    }

    @Test
    void exifThatIsSaidToGoOnBehindTheEndIsIgnored() {
        byte[] lying = TURNED.clone();
        ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putInt(EXIF_CHUNK + 4, EXIF.length + 1);
        assertArrayEquals(levels(read(AS_STORED)), levels(read(lying)));
    }
}
