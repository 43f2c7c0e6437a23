package nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import nn.NnException;

/** A directory with a small correct data set, and ways to damage it. */
final class IdxSamples {

    static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
    static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
    static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
    static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

    final Path directory;
    final List<String> warnings = new ArrayList<>();

    /** 200 training images of 28 x 28 with labels 0 to 9 in turn, raw. */
    IdxSamples(Path directory) {
        this.directory = directory;
        write(TRAIN_IMAGES, images(200, 28, 28));
        write(TRAIN_LABELS, labels(200, 10));
    }

    DataDirectory data() {
        return DataDirectory.of(directory, warnings::add);
    }

    Path write(String name, byte[] bytes) {
        try {
            return Files.write(directory.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(String name) {
        try {
            Files.delete(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pixel {@code p} of image {@code i} is {@code (31 i + p) mod 251}. */
    static byte[] images(int count, int rows, int columns) {
        ByteBuffer bytes = ByteBuffer.allocate(16 + count * rows * columns)
                .putInt(0x803)
                .putInt(count)
                .putInt(rows)
                .putInt(columns);
        for (int i = 0; i < count; i++) {
            for (int p = 0; p < rows * columns; p++) {
                bytes.put((byte) pixel(i, p));
            }
        }
        return bytes.array();
    }

    static int pixel(int image, int position) {
        return (31 * image + position) % 251;
    }

    /** Label {@code i} is {@code i mod classes}. */
    static byte[] labels(int count, int classes) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
        for (int i = 0; i < count; i++) {
            bytes.put((byte) (i % classes));
        }
        return bytes.array();
    }

    static byte[] header(int... words) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * words.length);
        for (int word : words) {
            bytes.putInt(word);
        }
        return bytes.array();
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** A copy of the bytes in which {@code by} replaces those from {@code at} on. */
    static byte[] patched(byte[] bytes, int at, int... by) {
        byte[] copy = bytes.clone();
        for (int i = 0; i < by.length; i++) {
            copy[at + i] = (byte) by[i];
        }
        return copy;
    }

    /**
     * Requires that the training data are refused with these bytes as the file of images, and that the message contains the
     * part.
     */
    void assertImagesFault(String part, byte[] bytes) {
        write(TRAIN_IMAGES, bytes);
        assertFault(TRAIN_IMAGES, part);
    }

    /** The same with these bytes as the file of labels. */
    void assertLabelsFault(String part, byte[] bytes) {
        write(TRAIN_LABELS, bytes);
        assertFault(TRAIN_LABELS, part);
    }

    void assertFault(String file, String part) {
        assertFault(directory.resolve(file), part, data());
    }

    static void assertFault(Path file, String part, DataDirectory data) {
        NnException e = assertThrows(NnException.class, data::readTrain);
        assertEquals(NnException.Kind.BAD_INPUT, e.kind());
        assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
        assertTrue(e.getMessage().contains(part), "expected '" + part + "' in: " + e.getMessage());
        assertTrue(e.getMessage().matches("[^\n\r]+; [^\n\r]+"), e.getMessage());
    }

    /** Requires that the training data are read unchanged. */
    void assertRead() {
        DataSet data = data().readTrain();
        assertEquals(200, data.size());
        assertEquals(10, data.classes());
        byte[] image = new byte[784];
        for (int i = 0; i < 200; i++) {
            assertEquals(i % 10, data.label(i));
            data.readPixels(i, image);
            for (int p = 0; p < 784; p++) {
                assertEquals(pixel(i, p), image[p] & 0xff);
            }
        }
    }

    /** Requires that they are read unchanged, with exactly these warnings. */
    void assertReadWithWarnings(String... expected) {
        warnings.clear();
        assertRead();
        assertEquals(List.of(expected), warnings);
    }
}
