package nn.exchange.npy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nn.UntrustedText;

/**
 * What stands before the numbers of a {@code .npy} file. Texts are arrays of characters here: those of NumPy's type {@code U5} and shape
 * {@code (3,)} have the shape {@code [3, 5]}.
 *
 * @param type    of the elements
 * @param order   of the bytes of a number
 * @param fortran whether the first index, not the last, changes fastest
 * @param shape   the size of each dimension; none for a single number
 */
public record NpyHeader(NpyType type, ByteOrder order, boolean fortran, List<Integer> shape) {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int MOST_BYTES = 64 << 10;
    private static final int MOST_DIMENSIONS = 32;
    /** NumPy lets the numbers start at a multiple of this. */
    private static final int ALIGNMENT = 64;

    private static final Pattern TEXT = Pattern.compile("U[0-9]+");
    private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*('[^']*'|\\[)");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9L,\\s]*)\\)");

    /** @throws IllegalArgumentException if a size is negative, or the numbers are more than a {@code long} counts */
    public NpyHeader {
        shape = List.copyOf(shape);
        if (shape.size() > MOST_DIMENSIONS) {
            throw new IllegalArgumentException("it has " + shape.size() + " dimensions");
        }
        try {
            long numbers = type.bytes();
            for (int size : shape) {
                if (size < 0) {
                    throw new IllegalArgumentException("a size of the shape is " + size);
                }
                numbers = Math.multiplyExact(numbers, size);
            }
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("its shape " + shape + " is too large", e);
        }
    }

    /** The header of an array as this program writes it: little-endian, in C order. */
    public static NpyHeader of(NpyType type, Integer... shape) {
        return new NpyHeader(type, ByteOrder.LITTLE_ENDIAN, false, List.of(shape));
    }

    /** Whether the elements are characters of texts, not numbers. */
    boolean isText() {
        return type == NpyType.CHARACTER;
    }

    /** How many elements follow: numbers, or characters of texts. */
    public long count() {
        long count = 1;
        for (int size : shape) {
            count *= size;
        }
        return count;
    }

    /**
     * Reads a header of version 1, 2 or 3.
     *
     * @throws NpyException if it is none, or tells of anything but plain numbers or texts
     */
    static NpyHeader read(InputStream in) throws IOException {
        byte[] start = in.readNBytes(MAGIC.length + 2);
        if (start.length < MAGIC.length + 2 || Arrays.mismatch(start, MAGIC) != MAGIC.length) {
            throw new NpyException("is no array of NumPy");
        }
        int version = start[MAGIC.length];
        if (version < 1 || version > 3) {
            throw new NpyException("has a header of version " + version + ", which nn does not know");
        }
        byte[] sizeBytes = readFully(in, version == 1 ? 2 : 4);
        ByteBuffer size = ByteBuffer.wrap(sizeBytes).order(ByteOrder.LITTLE_ENDIAN);
        long bytes = version == 1 ? size.getShort() & 0xffff : size.getInt() & 0xffff_ffffL;
        if (bytes > MOST_BYTES) {
            throw new NpyException("has a header of " + bytes + " bytes");
        }
        return parse(new String(readFully(in, (int) bytes), StandardCharsets.UTF_8));
    }

    private static byte[] readFully(InputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        return bytes;
    }

    private static NpyHeader parse(String text) {
        String descr = find(DESCR, text);
        if (descr.equals("[")) {
            throw new NpyException("has several fields for each element, not plain numbers");
        }
        char order = descr.length() > 1 ? descr.charAt(1) : ' ';
        String code = descr.length() > 2 ? descr.substring(2, descr.length() - 1) : "";
        if (code.startsWith("O")) {
            throw new NpyException("holds Python objects (a pickle), which could run any program");
        }
        boolean isText = TEXT.matcher(code).matches();
        NpyType type = NpyType.of(isText ? NpyType.CHARACTER.code() : code)
                .filter(known -> isText || known != NpyType.CHARACTER)
                .filter(known -> "<>|=".indexOf(order) >= 0)
                .orElseThrow(() ->
                        new NpyException("has elements of the type " + UntrustedText.escaped(descr) + ", not numbers"));
        String shape = find(SHAPE, text).replaceAll("[L\\s]", "");
        try {
            List<Integer> sizes = new ArrayList<>();
            for (String size : shape.isEmpty() ? new String[0] : shape.split(",")) {
                sizes.add(Integer.valueOf(size));
            }
            if (isText) {
                sizes.add(Integer.valueOf(code.substring(1)));
            }
            return new NpyHeader(
                    type,
                    order == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                    find(FORTRAN, text).equals("True"),
                    sizes);
        } catch (IllegalArgumentException e) {
            throw new NpyException("has the shape (" + UntrustedText.escaped(shape) + "), which cannot be");
        }
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new NpyException("has a header that cannot be read: " + UntrustedText.escaped(text.strip()));
        }
        return matcher.group(1);
    }

    /** Writes a header of version 1. */
    void write(OutputStream out) throws IOException {
        int dimensions = shape.size() - (isText() ? 1 : 0);
        String sizes = shape.stream().limit(dimensions).map(String::valueOf).collect(Collectors.joining(", "));
        String text = "{'descr': '%s%s%s', 'fortran_order': %s, 'shape': (%s%s), }"
                .formatted(
                        type.bytes() == 1 ? "|" : order == ByteOrder.BIG_ENDIAN ? ">" : "<",
                        type.code(),
                        isText() ? shape.get(dimensions) : "",
                        fortran ? "True" : "False",
                        sizes,
                        dimensions == 1 ? "," : "");
        int before = MAGIC.length + 4;
        int whole = (before + text.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        byte[] header =
                (text + " ".repeat(whole - before - text.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII);
        out.write(MAGIC);
        out.write(new byte[] {1, 0, (byte) header.length, (byte) (header.length >> Byte.SIZE)});
        out.write(header);
    }
}
