package nn.exchange.npy;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes an {@code .npz} file, compressed except for floats. Equal arrays give equal bytes. */
public final class NpzWriter implements Closeable {

    /** The first time that a zip archive can tell. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Writes the numbers of an array. It need not close the stream. */
    @FunctionalInterface
    public interface Numbers {
        void writeTo(OutputStream out) throws IOException;
    }

    private final ZipOutputStream zip;

    public NpzWriter(OutputStream out) {
        zip = new ZipOutputStream(out);
    }

    /**
     * Adds an array.
     *
     * @param numbers as many and of the type that the header says, each little-endian
     */
    public void add(String name, NpyHeader header, Numbers numbers) throws IOException {
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(NO_TIME);
        // Weights hardly shrink. A reader may bound what a file unpacks to, and must take them even if most are 0.
        zip.setLevel(header.type() == NpyType.FLOAT32 ? Deflater.NO_COMPRESSION : Deflater.DEFAULT_COMPRESSION);
        zip.putNextEntry(entry);
        header.write(zip);
        numbers.writeTo(zip);
        zip.closeEntry();
    }

    /** Adds an array of floats, in C order. */
    public void add(String name, float[] values, Integer... shape) throws IOException {
        ByteBuffer bytes = littleEndian(Math.multiplyExact(Float.BYTES, values.length));
        bytes.asFloatBuffer().put(values);
        add(name, NpyHeader.of(NpyType.FLOAT32, shape), out -> out.write(bytes.array()));
    }

    /** Adds a list of texts. */
    public void add(String name, List<String> texts) throws IOException {
        int longest = Math.max(
                1,
                texts.stream()
                        .mapToInt(text -> text.codePointCount(0, text.length()))
                        .max()
                        .orElse(1));
        ByteBuffer bytes = littleEndian(texts.size() * longest * NpyType.CHARACTER.bytes());
        for (int i = 0; i < texts.size(); i++) {
            bytes.position(i * longest * NpyType.CHARACTER.bytes());
            texts.get(i).codePoints().forEach(bytes::putInt);
        }
        add(name, NpyHeader.of(NpyType.CHARACTER, texts.size(), longest), out -> out.write(bytes.array()));
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
