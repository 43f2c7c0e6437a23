package nn.exchange.npy;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes an {@code .npz} file, compressed. Equal arrays give equal bytes. */
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
        zip.putNextEntry(entry);
        header.write(zip);
        numbers.writeTo(zip);
        zip.closeEntry();
    }

    /** Adds an array of floats, in C order. */
    public void add(String name, float[] values, Integer... shape) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(Float.BYTES, values.length))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        add(name, NpyHeader.of(NpyType.FLOAT32, shape), out -> out.write(bytes.array()));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
