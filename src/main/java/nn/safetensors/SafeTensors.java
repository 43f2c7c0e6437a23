package nn.safetensors;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The content of a safetensors file: named tensors and named strings, in the order of the file.
 *
 * <p>The format (Hugging Face, safetensors 0.x): the header's length as eight bytes little-endian; the header, a JSON object
 * {@code name -> {dtype, shape, data_offsets}}, padded with spaces to a multiple of eight; then the tensors' bytes without
 * gaps. The strings are under {@code __metadata__}. Three of them belong to nn's format: {@code format} is {@code nn},
 * {@code version} is {@value #VERSION}, and {@code checksum} is {@code sha256:} and the SHA-256 of the whole file in
 * hexadecimal, taken with those 64 digits read as {@code 0}. In Python, {@code sha256(raw.replace(digest, b"0" * 64))}
 * computes it.
 *
 * @param metadata strings by name, without the three of nn's format
 * @param tensors the tensors by name
 */
public record SafeTensors(Map<String, String> metadata, Map<String, Tensor> tensors) {

    /** The version that is written, and the newest that is read. */
    static final int VERSION = 1;

    static final String METADATA = "__metadata__";
    static final String FORMAT_NAME = "nn";
    static final String FORMAT_KEY = "format";
    static final String VERSION_KEY = "version";
    static final String CHECKSUM_KEY = "checksum";
    static final String CHECKSUM_PREFIX = "sha256:";
    static final int DIGEST_LENGTH = 64;

    /** The largest file that is read. A network of 30 million parameters with its optimizer state needs half of it. */
    static final long MAX_FILE_BYTES = 1L << 30;

    static final int MAX_HEADER_BYTES = 4 << 20;

    private static final Set<String> RESERVED = Set.of(FORMAT_KEY, VERSION_KEY, CHECKSUM_KEY);

    /** @throws IllegalArgumentException if a tensor has the reserved name of the metadata */
    public SafeTensors {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
        if (tensors.containsKey(METADATA)) {
            throw new IllegalArgumentException("no tensor can be called " + METADATA);
        }
    }

    /**
     * Reads a file that {@link #write} wrote. Everything is checked: sizes against the file's length before memory is
     * allocated, the checksum, and that every number is finite.
     *
     * @throws nn.NnException BAD_CHECKPOINT if the file is missing, damaged, of a newer version, or not written by nn
     */
    public static SafeTensors read(Path file) {
        return SafeTensorsReader.read(file);
    }

    /**
     * Reads a file that another program wrote, which has neither version nor checksum. All else is checked.
     *
     * @throws nn.NnException BAD_CHECKPOINT if the file is missing or damaged, holds types that nn does not read, or was written by nn
     */
    public static SafeTensors readForeign(Path file) {
        return SafeTensorsReader.readForeign(file);
    }

    /**
     * Reads only the strings in a file's header. Neither checksum nor tensors are read, so it is quick, but good for advice
     * only.
     *
     * @return all strings, including the three of nn's format
     * @throws nn.NnException BAD_CHECKPOINT if the file is missing or its header is damaged
     */
    public static Map<String, String> readMetadata(Path file) {
        return SafeTensorsReader.readMetadata(file);
    }

    /**
     * Writes the file atomically. The same content gives the same bytes. The tensors must not change while they are written.
     *
     * @throws IllegalArgumentException if the metadata uses a key of nn's format, a number is NaN or infinite, or the file
     *     would be too large to be read
     * @throws nn.NnException ENVIRONMENT if the file cannot be written; an older file is then unchanged
     */
    public void write(Path file) {
        for (String key : RESERVED) {
            if (metadata.containsKey(key)) {
                throw new IllegalArgumentException("the metadata key " + key + " is the format's own");
            }
        }
        tensors.forEach((name, tensor) -> {
            if (!tensor.isFinite()) {
                throw new IllegalArgumentException("the tensor " + name + " holds NaN or infinity");
            }
        });
        SafeTensorsWriter.write(this, file);
    }

    static Map<String, String> withoutReserved(Map<String, String> metadata) {
        Map<String, String> rest = new LinkedHashMap<>(metadata);
        rest.keySet().removeAll(RESERVED);
        return rest;
    }
}
