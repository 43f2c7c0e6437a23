package nn.exchange.npy;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import nn.NnException;
import nn.NnException.Kind;
import nn.UntrustedText;

/** An array whose elements are read one after another, so that it may be larger than the memory. */
public final class NpyStream implements Closeable {

    private static final int BUFFER = 64 << 10;

    private final Path file;
    private final Kind kind;
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
     * @param kind of a refusal
     * @throws NnException if it is no array of plain numbers or texts
     */
    NpyStream(Path file, Kind kind, String name, InputStream in) {
        this.file = file;
        this.kind = kind;
        this.name = UntrustedText.escaped(name);
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
     * @throws NnException if the file is cut off or damaged, or goes on after the last number
     * @throws IllegalStateException after the last number
     */
    public double next() {
        if (!chunk.hasRemaining()) {
            fill();
        }
        return header.type().read(chunk);
    }

    /** The texts, if they are a list or a single one. */
    List<String> texts() {
        List<Integer> shape = header.shape();
        if (shape.size() > 2) {
            throw bad("has texts of the shape " + shape.subList(0, shape.size() - 1) + ", not a list");
        }
        int length = shape.get(shape.size() - 1);
        List<String> texts = new ArrayList<>();
        for (long characters = header.count(); characters > 0; characters -= length) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < length; i++) {
                int character = (int) next();
                if (!Character.isValidCodePoint(character)) {
                    throw bad("has a text that is not Unicode");
                }
                if (character != 0) {
                    text.appendCodePoint(character);
                }
            }
            texts.add(text.toString());
        }
        return texts;
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
            if (numbers == left && in.read() >= 0) {
                throw bad("goes on after the numbers that its header announces");
            }
        } catch (IOException e) {
            throw failure(e);
        }
        chunk.position(0).limit(bytes);
        left -= numbers;
    }

    /** A refusal of this array. */
    public NnException bad(String whatIsWrong) {
        return NnException.of(kind, file, "its array " + name + " " + whatIsWrong, "save plain numbers again");
    }

    private NnException failure(IOException e) {
        String reason = e instanceof EOFException
                ? "is cut off"
                : e instanceof ZipException
                        ? "is damaged (" + UntrustedText.reason(e) + ")"
                        : "cannot be read (" + UntrustedText.reason(e) + ")";
        return new NnException(kind, file + ": its array " + name + " " + reason + "; get the file again", e);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
