package nn.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nn.UntrustedText;

/**
 * The header of a NumPy array: eight bytes with the version, the length of a text, and the text, a Python dictionary (NumPy Enhancement
 * Proposal 1, and numpy.lib.format for versions 2 and 3).
 *
 * @param bigEndian whether the most significant byte comes first
 * @param kind {@code f} for floating point, {@code i} and {@code u} for whole numbers, {@code b} for truth values, {@code U} for text
 * @param size the bytes of an element
 * @param columnsFirst whether the first index runs fastest (Fortran's order)
 * @param shape the dimensions, none for a single element
 */
record NpyHeader(boolean bigEndian, char kind, int size, boolean columnsFirst, int[] shape) {

    /** Of the eight bytes; and the most characters of the text. */
    static final int PREFIX = 8;

    static final int MOST = 1 << 16;

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int ALIGNMENT = 64;
    private static final int MAX_DIMENSIONS = 8;
    private static final int LONGEST_TEXT = 1000;

    private static final Pattern TYPE = Pattern.compile("'descr': *'([<>|=])([a-zA-Z])([0-9]{0,4})'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order': *(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape': *\\(([0-9, L]*)\\)");

    /** The first bytes of an array's file, up to the data. */
    static byte[] write(String type, int... shape) {
        String dimensions = Arrays.stream(shape).mapToObj(String::valueOf).collect(Collectors.joining(", "))
                + (shape.length == 1 ? "," : "");
        String text = "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(type, dimensions);
        int unpadded = PREFIX + 2 + text.length() + 1;
        int length = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        byte[] header = new byte[length];
        Arrays.fill(header, (byte) ' ');
        System.arraycopy(MAGIC, 0, header, 0, MAGIC.length);
        header[MAGIC.length] = 1;
        header[MAGIC.length + 1] = 0;
        int textLength = length - PREFIX - 2;
        header[PREFIX] = (byte) textLength;
        header[PREFIX + 1] = (byte) (textLength >> 8);
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, header, PREFIX + 2, text.length());
        header[length - 1] = '\n';
        return header;
    }

    /** How many bytes after the prefix tell the length of the text. */
    static int lengthBytes(byte[] prefix) throws ForeignModelException {
        if (prefix.length < PREFIX || !Arrays.equals(MAGIC, Arrays.copyOf(prefix, MAGIC.length))) {
            throw ForeignModelException.damaged("it holds something that is no NumPy array");
        }
        int version = prefix[MAGIC.length];
        if (version < 1 || version > 3) {
            throw new ForeignModelException(
                    "holds an array of the NumPy format " + version + ", but nn reads 1 to 3", "save it again");
        }
        return version == 1 ? 2 : 4;
    }

    /** Reads the text. */
    static NpyHeader parse(String text) throws ForeignModelException {
        Matcher type = TYPE.matcher(text);
        Matcher order = ORDER.matcher(text);
        Matcher shape = SHAPE.matcher(text);
        if (!type.find() || !order.find() || !shape.find()) {
            throw new ForeignModelException(
                    "holds an array with the header " + UntrustedText.quoted(text.strip()) + ", not of plain numbers",
                    "save the weights as arrays of floats");
        }
        char kind = type.group(2).charAt(0);
        if (kind == 'O') {
            throw new ForeignModelException(
                    "holds Python objects, which are a pickle, and nn never reads those",
                    "save the weights as arrays of floats");
        }
        int size = type.group(3).isEmpty() ? 0 : Integer.parseInt(type.group(3));
        boolean known = switch (kind) {
            case 'f' -> size == 2 || size == 4 || size == 8;
            case 'i', 'u' -> size == 1 || size == 2 || size == 4 || size == 8;
            case 'b' -> size == 1;
            case 'U' -> size <= LONGEST_TEXT;
            default -> false;
        };
        if (!known) {
            throw new ForeignModelException(
                    "holds an array of the type " + UntrustedText.escaped(type.group(2) + type.group(3))
                            + ", but nn reads numbers of at most 8 bytes",
                    "save the weights as float32");
        }
        return new NpyHeader(
                type.group(1).equals(">"),
                kind,
                kind == 'U' ? size * Integer.BYTES : size,
                order.group(1).equals("True"),
                dimensions(shape.group(1)));
    }

    private static int[] dimensions(String text) throws ForeignModelException {
        String[] words = Arrays.stream(text.split(","))
                .map(word -> word.replace("L", "").strip())
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
        if (words.length > MAX_DIMENSIONS) {
            throw ForeignModelException.damaged("an array of " + words.length + " dimensions");
        }
        int[] shape = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            try {
                shape[i] = Integer.parseInt(words[i]);
            } catch (NumberFormatException e) {
                throw ForeignModelException.damaged("an array of the shape (" + UntrustedText.escaped(text) + ")");
            }
        }
        return shape;
    }

    /** The bytes of the data; no overflow can hide that they are too many. */
    long bytes() throws ForeignModelException {
        try {
            long bytes = size;
            for (int dimension : shape) {
                bytes = Math.multiplyExact(bytes, dimension);
            }
            return bytes;
        } catch (ArithmeticException e) {
            throw ForeignModelException.damaged("an array of the shape " + Arrays.toString(shape));
        }
    }
}
