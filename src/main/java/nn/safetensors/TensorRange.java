package nn.safetensors;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nn.Plural;
import nn.UntrustedText;
import nn.safetensors.SafeTensorsHeader.Entry;

/** The checked position of a tensor in a file's data: from {@code begin} (included) to {@code end} (excluded). */
record TensorRange(Tensor.DType dtype, long[] shape, int begin, int end) {

    /**
     * Checks without overflow that each tensor has the length of its shape, that there is no gap or overlap, and that the
     * last tensor ends with the data.
     *
     * @param dataLength the number of bytes after the header, at most {@link SafeTensors#MAX_FILE_BYTES}
     */
    static Map<String, TensorRange> all(Map<String, Entry> entries, long dataLength) throws MalformedFileException {
        List<Entry> inOrder = new ArrayList<>(entries.values());
        inOrder.sort(
                (a, b) -> a.begin() != b.begin() ? Long.compare(a.begin(), b.begin()) : Long.compare(a.end(), b.end()));
        long end = 0;
        for (Entry entry : inOrder) {
            if (entry.begin() != end || entry.end() < end) {
                throw new MalformedFileException(
                        "has a bad header: the tensors overlap or leave a gap at byte " + end + " of the data");
            }
            end = entry.end();
        }
        checkLength(dataLength, end);
        Map<String, TensorRange> places = new LinkedHashMap<>();
        for (Map.Entry<String, Entry> named : entries.entrySet()) {
            Entry entry = named.getValue();
            Tensor.DType dtype = checkSize(named.getKey(), entry);
            places.put(named.getKey(), new TensorRange(dtype, entry.shape(), (int) entry.begin(), (int) entry.end()));
        }
        return places;
    }

    /** Requires that the file has exactly the bytes that its header needs. */
    static void checkLength(long present, long needed) throws MalformedFileException {
        if (present < needed) {
            throw new MalformedFileException(
                    "is cut short: " + Plural.of(needed - present, "byte") + " missing",
                    "copy it again or train again");
        }
        if (present > needed) {
            throw new MalformedFileException(
                    "has " + Plural.of(present - needed, "byte") + " too many at its end",
                    "copy it again or train again");
        }
    }

    private static Tensor.DType checkSize(String name, Entry entry) throws MalformedFileException {
        Tensor.DType dtype = typeOf(name, entry.dtype());
        long needed;
        try {
            needed = Tensor.byteCount(dtype, entry.shape());
        } catch (IllegalArgumentException e) {
            throw new MalformedFileException(
                    "has a bad header: the tensor " + UntrustedText.quoted(name) + ": " + e.getMessage());
        }
        if (needed != entry.end() - entry.begin()) {
            throw new MalformedFileException("has a bad header: the tensor " + UntrustedText.quoted(name) + " of shape "
                    + Arrays.toString(entry.shape()) + " needs " + needed + " bytes, but its offsets span "
                    + (entry.end() - entry.begin()));
        }
        return dtype;
    }

    private static Tensor.DType typeOf(String name, String dtype) throws MalformedFileException {
        for (Tensor.DType known : Tensor.DType.values()) {
            if (known.name().equals(dtype)) {
                return known;
            }
        }
        throw new MalformedFileException(
                "holds the tensor " + UntrustedText.quoted(name) + " of the type " + UntrustedText.escaped(dtype)
                        + ", but nn reads only " + Arrays.toString(Tensor.DType.values()),
                "convert it to F32");
    }

    /** The tensor as a view of the file's data. */
    Tensor in(ByteBuffer data) {
        return new Tensor(dtype, shape, data.slice(begin, end - begin));
    }
}
