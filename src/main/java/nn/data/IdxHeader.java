package nn.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.stream.IntStream;
import nn.NnException;
import nn.Plural;

/**
 * The checked header of an IDX file: big-endian magic {@code 0 0 type dimensions}, then one 32-bit size per dimension.
 * Format: LeCun, Cortes and Burges, "The MNIST database", file formats.
 *
 * @param content images (unsigned bytes, three dimensions) or labels (unsigned bytes or 32-bit integers, one or two)
 * @param dimensions the number of sizes in the header
 * @param count   the number of entries, at least 1
 * @param rows    image height in pixels; 1 for labels
 * @param columns image width in pixels; for labels the number of values per entry, the first of which is the class
 * @param valueBytes bytes per value: 1, or 4 for the integer labels of QMNIST
 */
public record IdxHeader(Content content, int dimensions, int count, int rows, int columns, int valueBytes) {

    /** The content of a file. */
    public enum Content {
        IMAGES,
        LABELS;

        Content other() {
            return this == IMAGES ? LABELS : IMAGES;
        }

        String word() {
            return this == IMAGES ? "image" : "label";
        }
    }

    /** The largest image, in pixels. */
    static final int MAX_PIXELS = 1 << 20;

    /** The widest label entry; QMNIST has 8 numbers per digit. */
    private static final int MAX_LABEL_COLUMNS = 64;

    private static final int UNSIGNED_BYTE = 0x08;
    private static final int INTEGER = 0x0C;

    /** Bytes before the first entry. */
    public int headerBytes() {
        return 4 + 4 * dimensions;
    }

    /** Bytes of one image or one label entry. */
    public int entryBytes() {
        return rows * columns * valueBytes;
    }

    /** Bytes of all entries. */
    public long payloadBytes() {
        return (long) count * entryBytes();
    }

    /**
     * Reads and checks the header at the start of a stream.
     *
     * @param file the stream's name, for messages
     * @throws NnException if this is not an IDX file with the wanted content
     */
    public static IdxHeader read(Path file, InputStream in, Content wanted) throws IOException {
        byte[] head = in.readNBytes(4);
        if (head.length < 4 || head[0] != 0 || head[1] != 0 || head[2] == 0) {
            throw ForeignFormat.of(head, in.readNBytes(60)).asException(file);
        }
        int type = head[2] & 0xff;
        int dimensions = head[3] & 0xff;
        if (dimensions == 0 || dimensions > 4) {
            throw bad(
                    file,
                    "is not an IDX file of " + wanted.word() + "s (" + dimensions + " dimensions)",
                    "get the file again");
        }
        byte[] sizeBytes = in.readNBytes(4 * dimensions);
        if (sizeBytes.length < 4 * dimensions) {
            throw bad(
                    file,
                    "ends inside its header: " + (4 + sizeBytes.length) + " of " + (4 + 4 * dimensions) + " bytes",
                    "get the file again");
        }
        int[] sizes = new int[dimensions];
        ByteBuffer.wrap(sizeBytes).asIntBuffer().get(sizes);
        checkContent(file, wanted, type, dimensions);
        checkSizes(file, sizes, sizeBytes);
        return wanted == Content.IMAGES ? images(file, sizes) : labels(file, type, sizes);
    }

    private static void checkContent(Path file, Content wanted, int type, int dimensions) {
        boolean images = type == UNSIGNED_BYTE && dimensions == 3;
        boolean labels = (type == UNSIGNED_BYTE || type == INTEGER) && dimensions <= 2;
        if (wanted == Content.IMAGES ? images : labels) {
            return;
        }
        if (images || labels) {
            throw bad(
                    file,
                    "holds " + wanted.other().word() + "s, not " + wanted.word() + "s",
                    "give the images and the labels their right names");
        }
        if (type != UNSIGNED_BYTE) {
            throw bad(
                    file,
                    "holds " + typeName(type) + ", not unsigned bytes",
                    "convert the values to bytes from 0 to 255");
        }
        throw bad(
                file,
                "holds " + dimensions + "-dimensional data; " + wanted.word() + "s need "
                        + Plural.of(wanted == Content.IMAGES ? 3 : 1, "dimension"),
                "convert it");
    }

    private static String typeName(int type) {
        return switch (type) {
            case 0x09 -> "signed bytes";
            case 0x0B -> "16-bit integers";
            case INTEGER -> "32-bit integers";
            case 0x0D -> "floats";
            case 0x0E -> "doubles";
            default -> String.format("values of the unknown type 0x%02x", type);
        };
    }

    private static void checkSizes(Path file, int[] sizes, byte[] sizeBytes) {
        int[] swapped = new int[sizes.length];
        ByteBuffer.wrap(sizeBytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(swapped);
        if (!plausible(sizes) && plausible(swapped)) {
            throw bad(file, "has its sizes in little-endian byte order", "write them big-endian, as IDX demands");
        }
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] <= 0) {
                String what = i == 0 ? "entries" : i == 1 ? "rows" : "columns";
                throw bad(file, "says it has " + sizes[i] + " " + what, "get the file again");
            }
        }
    }

    private static boolean plausible(int[] sizes) {
        return sizes[0] > 0 && IntStream.of(sizes).skip(1).allMatch(size -> size > 0 && size <= MAX_PIXELS);
    }

    private static IdxHeader images(Path file, int[] sizes) {
        if ((long) sizes[1] * sizes[2] > MAX_PIXELS) {
            throw bad(
                    file,
                    "says its images have " + sizes[1] + " x " + sizes[2] + " pixels; the most is " + MAX_PIXELS,
                    "get the file again");
        }
        return new IdxHeader(Content.IMAGES, sizes.length, sizes[0], sizes[1], sizes[2], 1);
    }

    private static IdxHeader labels(Path file, int type, int[] sizes) {
        int columns = sizes.length == 1 ? 1 : sizes[1];
        if (columns > MAX_LABEL_COLUMNS) {
            throw bad(
                    file,
                    "says it has " + columns + " numbers per label; the most is " + MAX_LABEL_COLUMNS,
                    "get the file again");
        }
        return new IdxHeader(Content.LABELS, sizes.length, sizes[0], 1, columns, type == INTEGER ? 4 : 1);
    }

    private static NnException bad(Path file, String whatIsWrong, String whatToDo) {
        return NnException.of(NnException.Kind.BAD_INPUT, file, whatIsWrong, whatToDo);
    }
}
