package nn.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.stream.IntStream;
import nn.NnException;

/**
 * The checked header of an IDX file: big-endian magic {@code 0 0 type dimensions}, then one 32-bit size per dimension.
 * Format: LeCun, Cortes and Burges, "The MNIST database", file formats.
 *
 * @param content images ({@code [images, rows, columns]}, with a further dimension of 1, or {@code [images, pixels]} of squares) or
 *     labels (integers, one dimension; or bytes or 32-bit integers, two)
 * @param dimensions the number of sizes in the header
 * @param count   the number of entries, at least 1
 * @param rows    image height in pixels; 1 for labels
 * @param columns image width in pixels; for labels the number of values per entry, the first of which is the class
 * @param type    of the values
 */
public record IdxHeader(Content content, int dimensions, int count, int rows, int columns, IdxType type) {

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

    /** Bytes before the first entry. */
    public int headerBytes() {
        return 4 + 4 * dimensions;
    }

    /** Bytes of one image or one label entry. */
    public int entryBytes() {
        return pixels() * type.bytes();
    }

    /** Values of one image or one label entry. */
    public int pixels() {
        return rows * columns;
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
        IdxType type = type(file, head[2] & 0xff);
        checkContent(file, wanted, type, sizes);
        checkSizes(file, sizes, sizeBytes);
        return wanted == Content.IMAGES ? images(file, type, sizes) : labels(file, type, sizes);
    }

    private static IdxType type(Path file, int code) {
        return IdxType.of(code)
                .orElseThrow(() -> bad(
                        file,
                        String.format("holds values of the unknown type 0x%02x", code),
                        "convert the values to bytes from 0 to 255"));
    }

    private static void checkContent(Path file, Content wanted, IdxType type, int[] sizes) {
        boolean rows = sizes.length == 2 && (type == IdxType.UNSIGNED_BYTE || type == IdxType.INTEGER);
        boolean labels = sizes.length == 1 || rows && sizes[1] <= MAX_LABEL_COLUMNS;
        if (wanted == Content.IMAGES) {
            if (labels) {
                throw misnamed(file, wanted);
            }
        } else if (sizes.length > 2) {
            throw misnamed(file, wanted);
        } else if (sizes.length == 2 && !rows) {
            throw bad(file, "holds 2-dimensional data; labels need 1 dimension", "convert it");
        } else if (type.isFractional()) {
            throw bad(file, "holds " + type.words() + "; labels are integers", "convert them to bytes");
        }
    }

    private static NnException misnamed(Path file, Content wanted) {
        return bad(
                file,
                "holds " + wanted.other().word() + "s, not " + wanted.word() + "s",
                "give the images and the labels their right names");
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

    private static IdxHeader images(Path file, IdxType type, int[] sizes) {
        int rows = sizes[1];
        int columns;
        if (sizes.length == 2) {
            rows = (int) Math.sqrt(sizes[1]);
            columns = rows;
            if (rows * columns != sizes[1]) {
                throw bad(
                        file,
                        "says each image has " + sizes[1] + " pixels in one row, which make no square",
                        "write rows and columns as dimensions of their own");
            }
        } else {
            columns = sizes[2];
            if (sizes.length == 4 && rows == 1) {
                rows = columns;
                columns = sizes[3];
            } else if (sizes.length == 4 && sizes[3] != 1) {
                throw bad(file, "holds images of " + sizes[3] + " colors", "convert them to gray levels");
            }
        }
        if ((long) rows * columns > MAX_PIXELS) {
            throw bad(
                    file,
                    "says its images have " + rows + " x " + columns + " pixels; the most is " + MAX_PIXELS,
                    "get the file again");
        }
        return new IdxHeader(Content.IMAGES, sizes.length, sizes[0], rows, columns, type);
    }

    private static IdxHeader labels(Path file, IdxType type, int[] sizes) {
        int columns = sizes.length == 1 ? 1 : sizes[1];
        if (columns > MAX_LABEL_COLUMNS) {
            throw bad(
                    file,
                    "says it has " + columns + " numbers per label; the most is " + MAX_LABEL_COLUMNS,
                    "get the file again");
        }
        return new IdxHeader(Content.LABELS, sizes.length, sizes[0], 1, columns, type);
    }

    private static NnException bad(Path file, String whatIsWrong, String whatToDo) {
        return NnException.of(NnException.Kind.BAD_INPUT, file, whatIsWrong, whatToDo);
    }
}
