package nn.image.decode;

import static nn.image.decode.PictureSamples.levels;
import static nn.image.decode.PictureSamples.read;
import static nn.image.decode.PngFile.GRAY;
import static nn.image.decode.PngFile.PALETTE;
import static nn.image.decode.PngFile.chunk;
import static nn.image.decode.PngFile.data;
import static nn.image.decode.PngFile.deflated;
import static nn.image.decode.PngFile.header;
import static nn.image.decode.PngFile.join;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import nn.NnException;
import nn.image.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a PNG is divided into chunks, and what is said when they do not make a picture. */
class PngChunksTest {

    private static final byte[] HEADER = header(2, 2, 8, GRAY, 0);
    private static final byte[] ROWS = {0, 10, 20, 0, 30, 40};
    private static final float[] LEVELS = {10, 20, 30, 40};
    private static final byte[] PALETTE_OF_TWO = chunk("PLTE", 0, 0, 0, 255, 255, 255);
    private static final String CHECKSUM = "a checksum inside the PNG is wrong";

    private static String failure(byte[] file) {
        return assertThrows(NnException.class, () -> read(file)).getMessage();
    }

    private static void assertDamaged(String what, byte[] file) {
        assertEquals("picture: is a damaged PNG (" + what + "); save it anew, as PNG or JPEG", failure(file));
    }

    private static void assertCutShort(byte[] file) {
        assertEquals("picture: is cut short; get the whole file, or save it anew", failure(file));
    }

    /** Pieces of the compressed rows, of a few bytes or none each. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5})
    void pictureDataMayComeInManyChunks(int bytesOfEach) {
        byte[] compressed = deflated(ROWS);
        byte[] chunks = chunk("IDAT", Arrays.copyOf(compressed, bytesOfEach));
        int at = bytesOfEach;
        while (at < compressed.length) {
            int end = Math.min(compressed.length, at + Math.max(1, bytesOfEach));
            chunks = join(chunks, chunk("IDAT", Arrays.copyOfRange(compressed, at, end)), chunk("IDAT"));
            at = end;
        }
        Picture picture = read(PngFile.of(HEADER, chunks));
        assertArrayEquals(LEVELS, levels(picture), 1e-3f);
        assertEquals(List.of(), picture.warnings());
    }

    @Test
    void anotherChunkInTheMiddleOfPictureDataEndsIt() {
        byte[] compressed = deflated(ROWS);
        byte[] half = chunk("IDAT", Arrays.copyOf(compressed, 5));
        byte[] rest = chunk("IDAT", Arrays.copyOfRange(compressed, 5, compressed.length));
        assertArrayEquals(LEVELS, levels(read(PngFile.of(HEADER, half, rest))), 1e-3f);
        assertCutShort(PngFile.of(HEADER, half, chunk("tEXt"), rest));
        assertCutShort(PngFile.of(HEADER, half));
        byte[] file = PngFile.of(HEADER, half, rest);
        int behindHalf = PngFile.SIGNATURE.length + HEADER.length + half.length;
        for (int length = behindHalf - 4; length <= behindHalf + 8; length++) {
            assertCutShort(Arrays.copyOf(file, length));
        }
    }

    /** Up to the last byte of its picture; the checksum behind it and the last chunk are not missed. */
    @Test
    void everyCutIsCalledOne() {
        byte[] file = PngFile.of(header(2, 1, 8, PALETTE, 0), PALETTE_OF_TWO, chunk("tRNS", 255), data(0, 1, 0));
        int whole = file.length - PngFile.END.length - 4;
        for (int length = PngFile.SIGNATURE.length; length < whole; length++) {
            assertCutShort(Arrays.copyOf(file, length));
        }
        for (int length = whole; length <= file.length; length++) {
            assertArrayEquals(new float[] {255, 0}, levels(read(Arrays.copyOf(file, length))), 1e-3f);
        }
    }

    @Test
    void nothingButTheHeaderNeedsToBeUnderstood() {
        byte[] file = PngFile.of(
                HEADER,
                chunk("abCd", 1, 2, 3),
                chunk("tEXt", 'a', 0, 'b'),
                chunk("PLTE", 1, 2, 3),
                chunk("tRNS", 1),
                data(ROWS));
        assertArrayEquals(LEVELS, levels(read(file)), 1e-3f);
    }

    /** Of the header and of the palette, as there damage can change what the picture shows without a trace. */
    @Test
    void wrongChecksumsOfHeaderAndPaletteAreWarnedAbout() {
        byte[] file = PngFile.of(header(2, 1, 8, PALETTE, 0), PALETTE_OF_TWO, chunk("tRNS", 255), data(0, 1, 0));
        int paletteEnd = 33 + PALETTE_OF_TWO.length;
        assertEquals(List.of(), read(file).warnings());
        for (int at : new int[] {29, 30, 31, 32, paletteEnd - 4, paletteEnd - 1}) {
            byte[] damaged = file.clone();
            damaged[at] ^= 1;
            assertEquals(List.of(CHECKSUM), read(damaged).warnings(), "byte " + at);
            assertArrayEquals(new float[] {255, 0}, levels(read(damaged)), 1e-3f);
        }
        byte[] otherPalette = file.clone();
        otherPalette[paletteEnd - 5] ^= 1;
        assertEquals(List.of(CHECKSUM), read(otherPalette).warnings());
        byte[] unimportant = file.clone();
        unimportant[paletteEnd + 10] ^= 1;
        unimportant[file.length - 1] ^= 1;
        assertEquals(List.of(), read(unimportant).warnings());
    }

    /** Bit depth, color type, compression, filtering and interlacing, each as the standard does not know it. */
    @ParameterizedTest
    @CsvSource({
        "3,0,0,0,0",
        "0,0,0,0,0",
        "32,0,0,0,0",
        "8,1,0,0,0",
        "8,5,0,0,0",
        "8,7,0,0,0",
        "8,255,0,0,0",
        "16,3,0,0,0",
        "3,3,0,0,0",
        "4,2,0,0,0",
        "1,4,0,0,0",
        "4,6,0,0,0",
        "8,0,1,0,0",
        "8,0,0,1,0",
        "8,0,0,0,2",
        "8,0,0,0,255"
    })
    void aHeaderOfAnUnknownKindIsImpossible(
            int bitDepth, int colorType, int compression, int filtering, int interlacing) {
        byte[] header = chunk("IHDR", 0, 0, 0, 2, 0, 0, 0, 2, bitDepth, colorType, compression, filtering, interlacing);
        assertDamaged("impossible header", PngFile.of(header, PALETTE_OF_TWO, data(new byte[100])));
    }

    @Test
    void theHeaderComesFirstAndIs13BytesLong() {
        byte[] longer = chunk("IHDR", 0, 0, 0, 2, 0, 0, 0, 2, 8, 0, 0, 0, 0, 0);
        assertDamaged("no header", PngFile.of(longer, data(ROWS)));
        assertDamaged("no header", PngFile.of(chunk("IHdR", Arrays.copyOfRange(HEADER, 8, 21)), data(ROWS)));
    }

    @Test
    void whatIsMissingIsSaid() {
        assertDamaged("no picture data", PngFile.of(HEADER));
        assertDamaged("no palette", PngFile.of(header(2, 1, 8, PALETTE, 0), data(0, 0, 0)));
        assertDamaged("no palette", PngFile.of(header(2, 1, 8, PALETTE, 0), chunk("PLTE"), data(0, 0, 0)));
        assertCutShort(PngFile.of(HEADER, data(Arrays.copyOf(ROWS, 5))));
        assertCutShort(PngFile.join(PngFile.SIGNATURE, HEADER));
    }

    @Test
    void aColorOutsideOfThePaletteIsDamage() {
        byte[] header = header(1, 1, 2, PALETTE, 0);
        assertArrayEquals(new float[] {255}, levels(read(PngFile.of(header, PALETTE_OF_TWO, data(0, 0x40)))), 1e-3f);
        String outside = "a color outside of its palette";
        assertDamaged(outside, PngFile.of(header, PALETTE_OF_TWO, data(0, 0x80)));
        assertDamaged(outside, PngFile.of(header, chunk("PLTE", 0, 0, 0, 255, 255), data(0, 0x40)));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 255})
    void anUnknownFilterIsDamage(int filter) {
        assertDamaged("unknown row filter", PngFile.of(HEADER, data(0, 10, 20, filter, 30, 40)));
    }
}
