package nn.data;

import static nn.data.IdxSamples.TRAIN_IMAGES;
import static nn.data.IdxSamples.TRAIN_LABELS;
import static nn.data.IdxSamples.gzip;
import static nn.data.IdxSamples.images;
import static nn.data.IdxSamples.labels;
import static nn.data.IdxSamples.patched;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nn.NnException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Bad files. Each gives one line with the file, what is wrong, and what to do. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class IdxFaultsTest {

    @TempDir
    Path directory;

    private IdxSamples samples;

    @BeforeEach
    void writeRightFiles() {
        samples = new IdxSamples(directory);
    }

    @Test
    void missingDirectoryIsNamed() {
        Path missing = directory.resolve("nowhere");
        IdxSamples.assertFault(missing, "does not exist", DataDirectory.of(missing));
    }

    @Test
    void fileInPlaceOfDirectoryIsNamed() {
        Path file = directory.resolve(TRAIN_IMAGES);
        IdxSamples.assertFault(file, "is not a directory", DataDirectory.of(file));
    }

    @Test
    void missingFileIsNamed() {
        samples.remove(TRAIN_LABELS);
        IdxSamples.assertFault(directory, "has no file " + TRAIN_LABELS, samples.data());
    }

    @Test
    void danglingLinkIsMissing() throws IOException {
        samples.remove(TRAIN_LABELS);
        Files.createSymbolicLink(directory.resolve(TRAIN_LABELS), directory.resolve("gone"));
        samples.assertFault(TRAIN_LABELS, "is missing");
    }

    @Test
    void directoryInPlaceOfFileIsNamed() throws IOException {
        samples.remove(TRAIN_IMAGES);
        Files.createDirectory(directory.resolve(TRAIN_IMAGES));
        samples.assertFault(TRAIN_IMAGES, "is not a regular file");
    }

    @Test
    void emptyFileIsNamed() {
        samples.assertImagesFault("is empty", new byte[0]);
    }

    @Test
    void eachCutOfTheHeaderIsAnError() {
        byte[] bytes = images(2, 2, 2);
        for (int length = 0; length < 16; length++) {
            samples.assertImagesFault(length < 4 ? "" : "ends inside its header", Arrays.copyOf(bytes, length));
        }
    }

    @Test
    void swappedImagesAndLabelsAreNamed() {
        samples.assertImagesFault("holds labels, not images", labels(200, 10));
        writeRightFiles();
        samples.assertLabelsFault("holds images, not labels", images(200, 28, 28));
    }

    @Test
    void littleEndianIsNamed() {
        samples.assertImagesFault(
                "little-endian", patched(images(200, 28, 28), 0, 3, 8, 0, 0, 200, 0, 0, 0, 28, 0, 0, 0, 28, 0, 0, 0));
        samples.assertImagesFault(
                "little-endian", patched(images(200, 28, 28), 4, 200, 0, 0, 0, 28, 0, 0, 0, 28, 0, 0, 0));
    }

    @Test
    void foreignFormatsAreNamed() {
        samples.assertImagesFault("starts with zeros", new byte[1000]);
        samples.assertImagesFault(
                "web page", text("<!DOCTYPE html>\n<html><head><title>403 Forbidden</title></head></html>"));
        samples.assertImagesFault("text (CSV?)", text("label,1x1,1x2\n5,0,0\n"));
        samples.assertImagesFault("gzip inside gzip", gzip(gzip(images(200, 28, 28))));
        samples.assertImagesFault("git-LFS pointer", gzip(text("version https://git-lfs.github.com/spec/v1\n")));
    }

    @Test
    void countsThatDifferAreBothNamed() {
        samples.assertLabelsFault("has 199 labels for 200 images", labels(199, 10));
        samples.assertLabelsFault("has 201 labels for 200 images", labels(201, 10));
    }

    @Test
    void aGzipFileOfItsMarkAloneIsCutOff() {
        samples.assertImagesFault("is cut off (gzip ends early)", new byte[] {0x1f, (byte) 0x8b});
    }

    /** Otherwise a program that retries would have too many open files. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aRefusedFileIsClosed() throws IOException {
        byte[] gzip = gzip(images(200, 28, 28));
        byte[][] bad = {patched(gzip, 2, 9), patched(gzip, 100, 1, 2, 3, 4), Arrays.copyOf(gzip, 11), new byte[1000]};
        for (byte[] bytes : bad) {
            samples.assertImagesFault("", bytes);
            try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
                assertTrue(open.noneMatch(descriptor -> isLinkTo(directory.resolve(TRAIN_IMAGES), descriptor)));
            }
        }
    }

    private static boolean isLinkTo(Path file, Path link) {
        try {
            return Files.readSymbolicLink(link).equals(file.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void gzipCutAnywhereIsAnError() {
        byte[] gzip = gzip(images(3, 5, 5));
        samples.write(TRAIN_LABELS, labels(3, 3));
        for (int length = 0; length < gzip.length; length++) {
            samples.assertImagesFault("", Arrays.copyOf(gzip, length));
        }
    }

    @Test
    void rawCutAnywhereIsAnError() {
        byte[] raw = images(3, 5, 5);
        samples.write(TRAIN_LABELS, labels(3, 3));
        for (int length = 0; length < raw.length; length++) {
            samples.assertImagesFault("", Arrays.copyOf(raw, length));
        }
    }

    @Test
    void everyFlippedByteOfGzipIsAnError() {
        byte[] gzip = gzip(images(2, 2, 3));
        samples.write(TRAIN_LABELS, labels(2, 2));
        for (int at = 0; at < gzip.length; at++) {
            if (at < 4 || at >= 10) {
                samples.assertImagesFault("", patched(gzip, at, ~gzip[at]));
            }
        }
    }

    /**
     * What gzip itself does not protect: the text flag, the time, the compression level and the system of the writer (RFC 1952,
     * section 2.3.1), and the bits that fill the last byte of the compressed data. They change nothing that is read.
     */
    @Test
    void everyFlippedBitOfGzipIsAnErrorOrChangesNothing() {
        byte[] gzip = gzip(images(2, 2, 3));
        samples.write(TRAIN_LABELS, labels(2, 2));
        for (int bit = 0; bit < 8 * gzip.length; bit++) {
            int at = bit / 8;
            byte[] flipped = patched(gzip, at, gzip[at] ^ 1 << bit % 8);
            boolean unprotected = bit == 8 * 3 || at >= 4 && at < 10 || at == gzip.length - 9 && bit % 8 > 0;
            if (unprotected && readsRight(flipped)) {
                continue;
            }
            samples.assertImagesFault("", flipped);
        }
    }

    private boolean readsRight(byte[] bytes) {
        samples.write(TRAIN_IMAGES, bytes);
        DataSet data;
        try {
            data = samples.data().readTrain();
        } catch (NnException e) {
            return false;
        }
        byte[] image = new byte[6];
        data.readPixels(1, image);
        assertEquals(IdxSamples.pixel(1, 5), image[5] & 0xff);
        return true;
    }

    @Test
    void wrongChecksumBehindCompleteDataIsAnError() {
        byte[] gzip = gzip(images(200, 28, 28));
        samples.assertImagesFault("is damaged", patched(gzip, gzip.length - 8, gzip[gzip.length - 8] ^ 1));
    }

    @Test
    void gzipWithoutTrailerIsAnError() {
        byte[] gzip = gzip(images(200, 28, 28));
        samples.assertImagesFault("is cut off", Arrays.copyOf(gzip, gzip.length - 8));
    }

    @Test
    void randomBytesAreErrors() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            if (i % 2 == 0 && bytes.length > 4) {
                bytes = patched(bytes, 0, 0, 0, 8, 3);
            }
            samples.assertImagesFault("", bytes);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
