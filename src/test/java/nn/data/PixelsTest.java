package nn.data;

import static nn.data.IdxSamples.TRAIN_IMAGES;
import static nn.data.IdxSamples.gzip;
import static nn.data.IdxSamples.images;
import static nn.data.IdxSamples.join;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import nn.NnException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pixels in memory and in a mapped file, from which threads read parts of images. */
class PixelsTest {

    /** No pixel of the sample is this. */
    private static final byte UNTOUCHED = (byte) 252;

    @TempDir
    private Path directory;

    private IdxSamples samples;

    @BeforeEach
    void writeRightFiles() {
        samples = new IdxSamples(directory);
    }

    /** A part is a mapping of its own; files below 1 GB have only one. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 199, 200, 1000})
    void anyPartOfAnyImageOfAMappedFileIsRead(int imagesPerPart) throws IOException {
        assertReadsTheSample(Pixels.InFile.map(directory.resolve(TRAIN_IMAGES), 16, 200, 784, imagesPerPart));
    }

    @Test
    void anyPartOfAnyImageInMemoryIsRead() {
        IdxFile file = IdxFile.open(directory.resolve(TRAIN_IMAGES), IdxHeader.Content.IMAGES);
        assertReadsTheSample(Pixels.InArray.load(file, content -> assertEquals(0, content.extraBytes())));
    }

    @Test
    void anyPartOfAnyConvertedImageIsRead() throws IOException {
        Pixels pixels = Pixels.InFile.map(directory.resolve(TRAIN_IMAGES), 16, 200, 784, 100);
        ImageForm form = new ImageForm(true, true, 255);
        // Twice is not at all, also for images that are not square.
        assertReadsTheSample(new Pixels.Converted(new Pixels.Converted(pixels, form, 28, 28), form, 28, 28));
        assertReadsTheSample(new Pixels.Converted(new Pixels.Converted(pixels, form, 14, 56), form, 56, 14));
        byte[] pixel = new byte[1];
        new Pixels.Converted(pixels, form, 14, 56).read(150, 3 * 14 + 5, 1, pixel, 0);
        assertEquals(255 - IdxSamples.pixel(150, 5 * 56 + 3), pixel[0] & 0xff);
    }

    /** An array of Java holds at most 2 GB, and they need not fit into memory. */
    @Test
    void imagesOfMoreThanTwoGigabytesAreConverted() throws IOException {
        int count = Integer.MAX_VALUE / 784 + 1;
        samples.write(IdxSamples.TRAIN_LABELS, IdxSamples.labels(count, 10));
        try (RandomAccessFile file =
                new RandomAccessFile(directory.resolve(TRAIN_IMAGES).toFile(), "rw")) {
            file.seek(Integer.BYTES);
            file.writeInt(count);
            file.setLength(16 + 784L * count);
        }
        DataSet converted = DataDirectory.of(directory, samples.warnings::add)
                .readTrain()
                .converted(new ImageForm(true, false, 255));
        byte[] pixels = new byte[784];
        converted.readPixels(count - 1, pixels);
        assertEquals(255, pixels[783] & 0xff);
    }

    private static void assertReadsTheSample(Pixels pixels) {
        int[][] parts = {
            {0, 784, 0}, {0, 784, 9}, {100, 300, 0}, {100, 300, 400}, {400, 384, 7}, {783, 1, 799}, {784, 0, 3}
        };
        for (int[] part : parts) {
            int first = part[0];
            int count = part[1];
            int at = part[2];
            for (int image = 0; image < 200; image++) {
                byte[] expected = new byte[800];
                Arrays.fill(expected, UNTOUCHED);
                byte[] into = expected.clone();
                for (int i = 0; i < count; i++) {
                    expected[at + i] = (byte) IdxSamples.pixel(image, first + i);
                }
                pixels.read(image, first, count, into, at);
                assertArrayEquals(expected, into, "image " + image + " from pixel " + first);
            }
        }
    }

    private DataDirectory mappingAbove(long bytes) {
        return new DataDirectory(directory, samples.warnings::add, bytes);
    }

    @Test
    void largeRawFilesAreMapped() {
        samples.write(TRAIN_IMAGES, join(images(200, 28, 28), new byte[1]));
        DataSet mapped = mappingAbove(156_799).readTrain();
        assertEquals(List.of(directory.resolve(TRAIN_IMAGES) + ": ignored 1 byte after the data"), samples.warnings);
        byte[] rest = new byte[284];
        mapped.range(150, 200).readPixels(49, 500, 284, rest, 0);
        assertEquals(IdxSamples.pixel(199, 500), rest[0] & 0xff);
        assertEquals(IdxSamples.pixel(199, 783), rest[283] & 0xff);
    }

    /** A mapped file is not read to its end, so only its size is checked. */
    @Test
    void aLargeRawFileWithOneImageMoreThanItSaysIsRefused() {
        samples.write(TRAIN_IMAGES, join(images(200, 28, 28), new byte[784]));
        NnException e = assertThrows(NnException.class, mappingAbove(156_799)::readTrain);
        assertTrue(
                e.getMessage()
                        .contains(
                                ": is too long: 200 images of 28 x 28 pixels must have 156,816 bytes, it has 157,600 bytes;"),
                e.getMessage());
    }

    @Test
    void largeGzipIsRefusedWithTheWayOut() {
        samples.write(TRAIN_IMAGES, gzip(images(200, 28, 28)));
        NnException e = assertThrows(NnException.class, mappingAbove(156_799)::readTrain);
        assertEquals(
                directory.resolve(TRAIN_IMAGES) + ": unpacks to 0 MB, too much to hold in memory; "
                        + "gunzip it, raw files are mapped as they are needed",
                e.getMessage());
        assertEquals(200, mappingAbove(156_800).readTrain().size());
    }
}
