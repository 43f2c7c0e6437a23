package nn.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import nn.UntrustedText;

/**
 * The arrays of an NPZ file, as {@code numpy.savez} and {@code savez_compressed} write it: by name, in the order of the file.
 *
 * @param numbers arrays of numbers, in single precision
 * @param texts lists of texts
 */
record NpzFile(Map<String, NumberArray> numbers, Map<String, List<String>> texts) {

    private static final int MOST_ENTRIES = 10_000;
    private static final String ENDING = ".npy";

    /** What an archive may unpack to: much more than weights are ever compressed. */
    private static final long FREE_BYTES = 16L << 20;

    private static final int MOST_TIMES = 20;

    /** Reads an untrusted file. Memory is allocated only for what the archive may unpack to. */
    static NpzFile read(Path file) throws IOException, ForeignModelException {
        NpzFile content = new NpzFile(new LinkedHashMap<>(), new LinkedHashMap<>());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw ForeignModelException.noMlp("it has " + zip.size() + " arrays");
            }
            long left = Math.min(Integer.MAX_VALUE - 8, FREE_BYTES + MOST_TIMES * Files.size(file));
            for (ZipEntry entry : Collections.list(zip.entries())) {
                left = content.add(zip, entry, left);
            }
        } catch (ZipException | IllegalArgumentException e) {
            // The JDK throws the second for a name that is not in UTF-8.
            throw ForeignModelException.damaged(UntrustedText.reason(e));
        }
        return content;
    }

    /** Returns how many bytes the rest may have. */
    private long add(ZipFile zip, ZipEntry entry, long most) throws IOException, ForeignModelException {
        String name = entry.getName();
        if (!name.endsWith(ENDING)) {
            throw new ForeignModelException(
                    "holds " + UntrustedText.quoted(name) + ", which is no NumPy array",
                    "give an archive that numpy.savez wrote");
        }
        name = name.substring(0, name.length() - ENDING.length());
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] prefix = in.readNBytes(NpyHeader.PREFIX);
            byte[] length = in.readNBytes(NpyHeader.lengthBytes(prefix));
            long textLength = 0;
            for (int i = length.length - 1; i >= 0; i--) {
                textLength = textLength << 8 | length[i] & 0xff;
            }
            if (textLength > NpyHeader.MOST) {
                throw ForeignModelException.damaged(
                        "the array " + UntrustedText.quoted(name) + " has a header of " + textLength + " bytes");
            }
            NpyHeader header =
                    NpyHeader.parse(new String(in.readNBytes((int) textLength), StandardCharsets.ISO_8859_1));
            long bytes = header.bytes();
            if (bytes > most) {
                throw new ForeignModelException(
                        "unpacks to %d MB or more, far more than its size".formatted(bytes >> 20),
                        "give an archive that numpy.savez wrote");
            }
            byte[] data = in.readNBytes((int) bytes);
            if (data.length != bytes || in.read() >= 0) {
                throw ForeignModelException.damaged("the array " + UntrustedText.quoted(name) + " does not have the "
                        + bytes + " bytes that its header says");
            }
            put(
                    name,
                    header,
                    ByteBuffer.wrap(data).order(header.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN));
            return most - bytes;
        }
    }

    private void put(String name, NpyHeader header, ByteBuffer data) throws ForeignModelException {
        if (header.kind() == 'U') {
            texts.put(name, texts(header, data));
            return;
        }
        float[] values = new float[header.size() == 0 ? 0 : data.remaining() / header.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(header, data);
        }
        NumberArray array = header.columnsFirst()
                ? NumberArray.ofColumns(header.shape(), values)
                : new NumberArray(header.shape(), values);
        if (!array.isFinite()) {
            throw new ForeignModelException(
                    "holds NaN or infinity in the array " + UntrustedText.quoted(name), "train again");
        }
        numbers.put(name, array);
    }

    private static float number(NpyHeader header, ByteBuffer data) {
        boolean unsigned = header.kind() != 'i';
        if (header.kind() == 'f') {
            return switch (header.size()) {
                case 2 -> ofHalf(data.getShort());
                case 4 -> data.getFloat();
                default -> (float) data.getDouble();
            };
        }
        return switch (header.size()) {
            case 1 -> unsigned ? data.get() & 0xff : data.get();
            case 2 -> unsigned ? data.getShort() & 0xffff : data.getShort();
            case 4 -> unsigned ? data.getInt() & 0xffff_ffffL : data.getInt();
            default -> data.getLong();
        };
    }

    /** Half precision: a sign, five bits of exponent, ten of fraction (IEEE 754). */
    private static float ofHalf(short half) {
        int exponent = half >> 10 & 0x1f;
        int fraction = half & 0x3ff;
        float size = exponent == 0
                ? fraction * 0x1p-24f
                : exponent == 0x1f
                        ? fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN
                        : Math.scalb(1 + fraction * 0x1p-10f, exponent - 15);
        return half < 0 ? -size : size;
    }

    private static List<String> texts(NpyHeader header, ByteBuffer data) throws ForeignModelException {
        List<String> texts = new ArrayList<>();
        int length = header.size() / Integer.BYTES;
        while (length > 0 && data.hasRemaining()) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < length; i++) {
                int character = data.getInt();
                if (!Character.isValidCodePoint(character)) {
                    throw ForeignModelException.damaged("a text that is not Unicode");
                }
                if (character != 0) {
                    text.appendCodePoint(character);
                }
            }
            texts.add(text.toString());
        }
        return texts;
    }
}
