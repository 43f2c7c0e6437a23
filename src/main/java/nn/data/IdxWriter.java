package nn.data;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Path;

/**
 * Writes a raw IDX file of unsigned bytes, entry after entry. The number of entries is put into the header at the end. The file reaches the
 * disk before {@link #close} returns.
 */
public final class IdxWriter implements Closeable {

    private static final int BUFFER = 64 << 10;

    private final RandomAccessFile file;
    private final OutputStream out;
    private final int entryBytes;
    private int count;

    private IdxWriter(Path path, int... entrySizes) throws IOException {
        file = new RandomAccessFile(path.toFile(), "rw");
        out = new BufferedOutputStream(Channels.newOutputStream(file.getChannel()), BUFFER);
        ByteBuffer header = ByteBuffer.allocate(8 + 4 * entrySizes.length)
                .putInt(0x800 + 1 + entrySizes.length)
                .putInt(0);
        int bytes = 1;
        for (int size : entrySizes) {
            header.putInt(size);
            bytes *= size;
        }
        entryBytes = bytes;
        out.write(header.array());
    }

    /** A new file of images. */
    public static IdxWriter images(Path directory, boolean train, int rows, int columns) throws IOException {
        return new IdxWriter(directory.resolve(split(train).imagesName()), rows, columns);
    }

    /** A new file of labels. */
    public static IdxWriter labels(Path directory, boolean train) throws IOException {
        return new IdxWriter(directory.resolve(split(train).labelsName()));
    }

    private static SplitFiles split(boolean train) {
        return train ? SplitFiles.TRAIN : SplitFiles.TEST;
    }

    /** Appends an entry: an image, row after row, or one label. */
    public void add(byte... entry) {
        if (entry.length != entryBytes) {
            throw new IllegalArgumentException("an entry has " + entryBytes + " bytes, not " + entry.length);
        }
        try {
            out.write(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        count = Math.incrementExact(count);
    }

    /** How many entries were added. */
    public int count() {
        return count;
    }

    @Override
    public void close() throws IOException {
        try (file) {
            out.flush();
            file.seek(Integer.BYTES);
            file.writeInt(count);
            file.getFD().sync();
        }
    }
}
