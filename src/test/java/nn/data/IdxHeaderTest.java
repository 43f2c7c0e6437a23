package nn.data;

import static nn.data.IdxHeader.Content.IMAGES;
import static nn.data.IdxHeader.Content.LABELS;
import static nn.data.IdxSamples.header;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import nn.NnException;
import nn.data.IdxHeader.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Accepted and refused headers, at every bound. */
class IdxHeaderTest {

    private static IdxHeader read(Content content, int... words) throws IOException {
        return IdxHeader.read(Path.of("file"), new ByteArrayInputStream(header(words)), content);
    }

    private static void assertSizes(long headerBytes, int entryBytes, long payloadBytes, IdxHeader header) {
        assertEquals(headerBytes, header.headerBytes());
        assertEquals(entryBytes, header.entryBytes());
        assertEquals(payloadBytes, header.payloadBytes());
    }

    @Test
    void imagesHaveThreeDimensions() throws IOException {
        IdxHeader header = read(IMAGES, 0x803, 60_000, 28, 20);
        assertEquals(new IdxHeader(IMAGES, 3, 60_000, 28, 20, IdxType.UNSIGNED_BYTE), header);
        assertSizes(16, 560, 33_600_000, header);
        assertSizes(16, 1 << 20, 1L << 50, read(IMAGES, 0x803, 1 << 30, 1 << 10, 1 << 10));
        assertSizes(16, 1 << 20, 1 << 20, read(IMAGES, 0x803, 1, 1, 1 << 20));
    }

    @Test
    void imagesMayHaveAFurtherDimensionOfOneOrAllPixelsInOne() throws IOException {
        assertEquals(new IdxHeader(IMAGES, 4, 10, 28, 20, IdxType.UNSIGNED_BYTE), read(IMAGES, 0x804, 10, 28, 20, 1));
        assertEquals(new IdxHeader(IMAGES, 4, 10, 28, 20, IdxType.FLOAT), read(IMAGES, 0xD04, 10, 1, 28, 20));
        assertEquals(new IdxHeader(IMAGES, 2, 10, 28, 28, IdxType.INTEGER), read(IMAGES, 0xC02, 10, 784));
        assertSizes(16, 28 * 28 * 8, 10 * 28 * 28 * 8, read(IMAGES, 0xE03, 10, 28, 28));
    }

    @Test
    void labelsAreBytesOrIntegersOrRowsOfIntegers() throws IOException {
        assertSizes(8, 1, 10, read(LABELS, 0x801, 10));
        assertSizes(8, 1, 10, read(LABELS, 0x901, 10));
        assertSizes(8, 2, 20, read(LABELS, 0xB01, 10));
        assertSizes(8, 4, 40, read(LABELS, 0xC01, 10));
        IdxHeader rows = read(LABELS, 0xC02, 10, 64);
        assertEquals(new IdxHeader(LABELS, 2, 10, 1, 64, IdxType.INTEGER), rows);
        assertSizes(12, 256, 2560, rows);
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of(IMAGES, "is not an IDX file of images (0 dimensions)", new int[] {0x800}),
                Arguments.of(LABELS, "is not an IDX file of labels (5 dimensions)", new int[] {0x805, 1, 1, 1, 1, 1}),
                Arguments.of(IMAGES, "holds images of 3 colors", new int[] {0x804, 10, 28, 28, 3}),
                Arguments.of(IMAGES, "says each image has 783 pixels in one row, which make no square", new int[] {
                    0x802, 10, 783
                }),
                Arguments.of(LABELS, "holds 2-dimensional data; labels need 1 dimension", new int[] {0xB02, 1, 1}),
                Arguments.of(LABELS, "holds images, not labels", new int[] {0x804, 1, 1, 1, 1}),
                Arguments.of(IMAGES, "holds labels, not images", new int[] {0x802, 10, 8}),
                Arguments.of(IMAGES, "ends inside its header: 12 of 16 bytes", new int[] {0x803, 1, 28}),
                Arguments.of(LABELS, "ends inside its header: 4 of 8 bytes", new int[] {0x801}),
                Arguments.of(IMAGES, "holds labels, not images", new int[] {0x801, 10}),
                Arguments.of(IMAGES, "holds labels, not images", new int[] {0xC01, 10}),
                Arguments.of(IMAGES, "holds labels, not images", new int[] {0xC02, 10, 8}),
                Arguments.of(LABELS, "holds images, not labels", new int[] {0x803, 10, 28, 28}),
                Arguments.of(LABELS, "holds floats; labels are integers", new int[] {0xD01, 10}),
                Arguments.of(IMAGES, "holds values of the unknown type 0xa8", new int[] {0xA803, 10, 28, 28}),
                Arguments.of(IMAGES, "says it has 0 entries", new int[] {0x803, 0, 28, 28}),
                Arguments.of(IMAGES, "says it has -1 rows", new int[] {0x803, 10, -1, 28}),
                Arguments.of(IMAGES, "says it has 0 columns", new int[] {0x803, 10, 28, 0}),
                Arguments.of(LABELS, "says it has 0 rows", new int[] {0xC02, 10, 0}),
                Arguments.of(LABELS, "says it has 65 numbers per label; the most is 64", new int[] {0xC02, 10, 65}),
                Arguments.of(IMAGES, "says its images have 1025 x 1024 pixels; the most is 1048576", new int[] {
                    0x803, 10, 1025, 1024
                }),
                Arguments.of(IMAGES, "says its images have 1 x 1048577 pixels; the most is 1048576", new int[] {
                    0x803, 10, 1, (1 << 20) + 1
                }),
                Arguments.of(IMAGES, "has its sizes in little-endian byte order", new int[] {
                    0x803, 0x60EA0000, 28 << 24, 28 << 24
                }),
                Arguments.of(LABELS, "has its sizes in little-endian byte order", new int[] {0x801, 200 << 24}));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatCannotBeIsNamed(Content content, String part, int[] words) {
        NnException e = assertThrows(NnException.class, () -> read(content, words));
        assertEquals(
                "file: " + part,
                e.getMessage().substring(0, Math.min(e.getMessage().length(), 6 + part.length())));
    }
}
