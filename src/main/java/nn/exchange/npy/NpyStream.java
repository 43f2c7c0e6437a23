package nn.exchange.npy;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.ZipException;
import nn.NnException;
import nn.NnException.Kind;

/** An array whose numbers are read one after another, so that it may be larger than the memory. */
public final class NpyStream implements Closeable {

    private static final int BUFFER = 64 << 10;

    private final Path file;
    private final String name;
    private final InputStream in;
    private final NpyHeader header;
    private final ByteBuffer chunk;
    private long left;

    /**
     * Reads the header.
     *
     * @param name the array's name in the file
     * @param in   closed with this object, and also if this fails
     * @throws NnException BAD_INPUT if it is no array of plain numbers
     */
    NpyStream(Path file, String name, InputStream in) {
        this.file = file;
        this.name = name;
        this.in = new BufferedInputStream(in, BUFFER);
        try {
            header = NpyHeader.read(this.in);
        } catch (IOException | NpyException e) {
            NnException refusal =
                    e instanceof NpyException refused ? bad(refused.getMessage()) : failure((IOException) e);
            try {
                in.close();
            } catch (IOException closing) {
                refusal.addSuppressed(closing);
            }
            throw refusal;
        }
        chunk = ByteBuffer.allocate(BUFFER).order(header.order()).limit(0);
        left = header.count();
    }

    public NpyHeader header() {
        return header;
    }

    /**
     * The next number, in the order of the file.
     *
     * @throws NnException BAD_INPUT if the file is cut off or damaged
     * @throws IllegalStateException after the last number
     */
    public double next() {
        if (!chunk.hasRemaining()) {
            fill();
        }
        return header.type().read(chunk);
    }

    private void fill() {
        if (left == 0) {
            throw new IllegalStateException(name + " has no more numbers");
        }
        int numbers = (int) Math.min(left, BUFFER / header.type().bytes());
        int bytes = numbers * header.type().bytes();
        try {
            if (in.readNBytes(chunk.array(), 0, bytes) < bytes) {
                throw new EOFException();
            }
        } catch (IOException e) {
            throw failure(e);
        }
        chunk.position(0).limit(bytes);
        left -= numbers;
    }

    /** A refusal of this array. */
    public NnException bad(String whatIsWrong) {
        return NnException.of(
                Kind.BAD_INPUT, file, "its array " + name + " " + whatIsWrong, "save plain numbers again");
    }

    private NnException failure(IOException e) {
        String reason = e instanceof EOFException
                ? "is cut off"
                : e instanceof ZipException
                        ? "is damaged (" + e.getMessage() + ")"
                        : "cannot be read (" + e.getMessage() + ")";
        return new NnException(Kind.BAD_INPUT, file + ": its array " + name + " " + reason + "; get the file again", e);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
