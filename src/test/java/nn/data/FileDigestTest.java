package nn.data;

import static nn.data.IdxSamples.TEST_IMAGES;
import static nn.data.IdxSamples.TRAIN_IMAGES;
import static nn.data.IdxSamples.TRAIN_LABELS;
import static nn.data.IdxSamples.gzip;
import static nn.data.IdxSamples.images;
import static nn.data.IdxSamples.labels;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import nn.NnException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDigestTest {

    @TempDir
    private Path directory;

    private IdxSamples samples;

    @BeforeEach
    void writeRightFiles() {
        samples = new IdxSamples(directory);
    }

    /** One image of one pixel; the digest was computed with sha256sum. */
    @Test
    void theDigestIsOfTheUnpackedFile() {
        String expected = "f5663bea8fbcb5b5ea1b6164bf4402940c4a019ab11f6c6aefe6c9d3776e10da";
        for (byte[] file : List.of(images(1, 1, 1), gzip(images(1, 1, 1)))) {
            assertEquals(
                    new FileDigest(directory.resolve(TRAIN_IMAGES), 1, expected, false, false),
                    FileDigest.read(samples.write(TRAIN_IMAGES, file)));
        }
    }

    /** A gzip file may be complete, with correct checksums, and still hold fewer entries than its header says. */
    @Test
    void aWholeGzipFileWithTooFewEntriesIsRefusedAsTheTrainingRefusesIt() {
        assertRefused(
                TRAIN_IMAGES,
                gzip(Arrays.copyOf(images(200, 28, 28), 156_000)),
                "200 images must have 156,816 bytes, it has 156,000 bytes after unpacking");
        samples.write(TRAIN_IMAGES, images(200, 28, 28));
        assertRefused(
                TRAIN_LABELS,
                gzip(Arrays.copyOf(labels(200, 10), 207)),
                "200 labels must have 208 bytes, it has 207 bytes after unpacking");
    }

    private void assertRefused(String name, byte[] bytes, String part) {
        Path file = samples.write(name, bytes);
        String verified =
                assertThrows(NnException.class, () -> FileDigest.read(file)).getMessage();
        assertTrue(verified.startsWith(file + ": ") && verified.contains(part), verified);
        assertEquals(
                verified,
                assertThrows(NnException.class, samples.data()::readTrain).getMessage());
    }

    @Test
    void anotherFileOfMnistsNameAndSizeIsOnlyLikeMnists() {
        FileDigest like = FileDigest.read(samples.write(TEST_IMAGES, images(10_000, 1, 1)));
        assertFalse(like.mnist());
        assertTrue(like.likeMnist());
        assertFalse(
                FileDigest.read(samples.write(TEST_IMAGES, images(9_999, 1, 1))).likeMnist());
    }
}
