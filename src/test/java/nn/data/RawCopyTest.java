package nn.data;

import static nn.data.IdxSamples.TRAIN_IMAGES;
import static nn.data.IdxSamples.gzip;
import static nn.data.IdxSamples.images;
import static nn.data.IdxSamples.patched;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nn.NnException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawCopyTest {

    private static final byte[] IMAGES = images(200, 28, 28);

    @TempDir
    private Path scratch;
    private Path copies;
    private IdxSamples samples;
    private Path packed;

    @BeforeEach
    void pack() throws IOException {
        copies = scratch.resolve("made").resolve("copies");
        samples = new IdxSamples(Files.createDirectory(scratch.resolve("data")));
        packed = samples.write(TRAIN_IMAGES, gzip(IMAGES));
    }

    @Test
    void aGzipFileIsUnpackedOnce() throws IOException {
        assertPixels(IMAGES);
        assertArrayEquals(IMAGES, Files.readAllBytes(copy()));
        byte[] other = patched(IMAGES, 16, 200, 201);
        replaceUnnoticed(other);
        assertPixels(IMAGES);
    }

    @Test
    void aDamagedCopyIsMadeAnew() throws IOException {
        assertPixels(IMAGES);
        for (byte[] damaged : List.of(patched(IMAGES, 1000, 255), new byte[0], IdxSamples.join(IMAGES, new byte[1]))) {
            Files.write(copy(), damaged);
            assertPixels(IMAGES);
            assertArrayEquals(IMAGES, Files.readAllBytes(copy()));
        }
    }

    @Test
    void aChangedFileIsUnpackedAgainAndLeavesOneCopy() throws IOException {
        assertPixels(IMAGES);
        byte[] other = patched(IMAGES, 16, 200, 201);
        samples.write(TRAIN_IMAGES, gzip(other));
        assertPixels(other);
        assertArrayEquals(other, Files.readAllBytes(copy()));
    }

    @Test
    void aFileThatGotDamagedIsReported() throws IOException {
        assertPixels(IMAGES);
        FileTime before = Files.getLastModifiedTime(packed);
        byte[] bytes = Files.readAllBytes(packed);
        Files.write(packed, patched(bytes, bytes.length / 2, ~bytes[bytes.length / 2]));
        Files.setLastModifiedTime(packed, FileTime.fromMillis(before.toMillis() + 10));
        NnException e = assertThrows(NnException.class, this::read);
        assertTrue(e.getMessage().startsWith(packed + ": is "), e.getMessage());
    }

    @Test
    void whereNoCopyCanBeMadeItIsUnpackedEachTime() throws IOException {
        Files.createDirectories(copies.getParent());
        Files.writeString(copies, "a file");
        assertPixels(IMAGES);
        assertPixels(IMAGES);
        assertEquals("a file", Files.readString(copies));
    }

    @Test
    void rawFilesAndDamagedOnesHaveNone() {
        samples.write(TRAIN_IMAGES, IMAGES);
        assertPixels(IMAGES);
        samples.write(TRAIN_IMAGES, patched(gzip(IMAGES), 40, 1, 2, 3, 4));
        assertThrows(NnException.class, this::read);
        assertTrue(Files.notExists(copies));
    }

    @Test
    void odditiesAreReportedEachTime() {
        samples.write(TRAIN_IMAGES, gzip(images(60_000, 1, 1)));
        samples.write(IdxSamples.TRAIN_LABELS, IdxSamples.labels(60_000, 10));
        read();
        List<String> first = List.copyOf(samples.warnings);
        assertTrue(first.stream().anyMatch(warning -> warning.startsWith(packed + ": has the name and the size of MNIST's file")),
                first.toString());
        samples.warnings.clear();
        read();
        assertEquals(first, samples.warnings);
    }

    /** Of the same size as before, and with the time and the end of what was there: nothing else tells files apart. */
    private void replaceUnnoticed(byte[] images) throws IOException {
        FileTime before = Files.getLastModifiedTime(packed);
        byte[] old = Files.readAllBytes(packed);
        byte[] bytes = new byte[old.length];
        byte[] begin = gzip(images);
        System.arraycopy(begin, 0, bytes, 0, Math.min(begin.length, bytes.length));
        System.arraycopy(old, old.length - 8, bytes, bytes.length - 8, 8);
        Files.write(packed, bytes);
        Files.setLastModifiedTime(packed, before);
    }

    private DataSet read() {
        return DataDirectory.of(samples.directory, samples.warnings::add, Optional.of(copies)).readTrain();
    }

    private void assertPixels(byte[] file) {
        DataSet data = read();
        byte[] image = new byte[784];
        for (int i = 0; i < 200; i++) {
            data.readPixels(i, image);
            assertEquals(file[16 + i * 784], image[0]);
            assertEquals(file[16 + i * 784 + 783], image[783]);
        }
    }

    private Path copy() throws IOException {
        try (Stream<Path> all = Files.list(copies)) {
            List<Path> found = all.toList();
            assertEquals(1, found.size(), found.toString());
            return found.get(0);
        }
    }
}
