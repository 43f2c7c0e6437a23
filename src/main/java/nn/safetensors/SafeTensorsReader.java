package nn.safetensors;

import static nn.safetensors.SafeTensors.CHECKSUM_KEY;
import static nn.safetensors.SafeTensors.CHECKSUM_PREFIX;
import static nn.safetensors.SafeTensors.DIGEST_LENGTH;
import static nn.safetensors.SafeTensors.FORMAT_KEY;
import static nn.safetensors.SafeTensors.FORMAT_NAME;
import static nn.safetensors.SafeTensors.MAX_FILE_BYTES;
import static nn.safetensors.SafeTensors.MAX_HEADER_BYTES;
import static nn.safetensors.SafeTensors.VERSION;
import static nn.safetensors.SafeTensors.VERSION_KEY;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import nn.NnException;
import nn.NnException.Kind;
import nn.UntrustedText;
import nn.files.FileSignature;
import nn.files.ReadableFile;

/**
 * Reads an untrusted safetensors file. The file is opened once, so if it is replaced meanwhile, the reader sees the complete
 * old or the complete new one. Memory is allocated only for bytes that the file has.
 */
final class SafeTensorsReader {

    private static final int CHUNK = 64 << 10;

    private final Path file;
    private final RandomAccessFile in;
    private final long length;

    private SafeTensorsReader(Path file, RandomAccessFile in) throws IOException {
        this.file = file;
        this.in = in;
        this.length = in.length();
    }

    /** Reads a part of the file, or all of it. */
    private interface Content<T> {
        T read(SafeTensorsReader reader) throws IOException, MalformedFileException;
    }

    static SafeTensors read(Path file) {
        return read(file, SafeTensorsReader::readAll);
    }

    static SafeTensors readForeign(Path file) {
        return read(file, SafeTensorsReader::readForeign);
    }

    static Map<String, String> readMetadata(Path file) {
        return readHeader(file).metadata();
    }

    static SafeTensorsHeader readHeader(Path file) {
        return read(file, reader -> SafeTensorsHeader.parse(reader.readHeader()));
    }

    private static <T> T read(Path file, Content<T> content) {
        ReadableFile.require(file, Kind.BAD_CHECKPOINT);
        // Not a channel: an interrupt would close it, and a training that is being stopped still reads files.
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            return content.read(new SafeTensorsReader(file, in));
        } catch (MalformedFileException e) {
            throw e.in(file);
        } catch (EOFException e) {
            throw NnException.of(Kind.BAD_CHECKPOINT, file, "became shorter while it was read", "try again");
        } catch (IOException e) {
            throw new NnException(
                    Kind.BAD_CHECKPOINT, file + ": cannot be read (" + e.getMessage() + "); check the disk", e);
        }
    }

    private SafeTensors readAll() throws IOException, MalformedFileException {
        byte[] json = readHeader();
        SafeTensorsHeader header = SafeTensorsHeader.parse(json);
        checkVersion(header.metadata());
        Map<String, TensorRange> ranges = TensorRange.all(header.entries(), length - Long.BYTES - json.length);
        String digest = takeDigest(header, json);
        byte[] data = readData();
        verifyDigest(digest, json, data);
        return content(header, ranges, data);
    }

    private SafeTensors readForeign() throws IOException, MalformedFileException {
        byte[] json = readHeader();
        SafeTensorsHeader header = SafeTensorsHeader.parse(json);
        if (FORMAT_NAME.equals(header.metadata().get(FORMAT_KEY))) {
            throw new MalformedFileException("is a model of nn already", "use it as it is");
        }
        Map<String, TensorRange> ranges = TensorRange.all(header.entries(), length - Long.BYTES - json.length);
        return content(header, ranges, readData());
    }

    private static SafeTensors content(SafeTensorsHeader header, Map<String, TensorRange> ranges, byte[] data)
            throws MalformedFileException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        ranges.forEach((name, range) -> tensors.put(name, range.in(ByteBuffer.wrap(data))));
        requireFinite(tensors);
        return new SafeTensors(SafeTensors.withoutReserved(header.metadata()), tensors);
    }

    /** @param json the header, with zeros in place of the checksum's digits */
    private static void verifyDigest(String digest, byte[] json, byte[] data) throws MalformedFileException {
        MessageDigest sha256 = Sha256.begin(json);
        sha256.update(data);
        if (!Sha256.hex(sha256).equals(digest)) {
            throw new MalformedFileException(
                    "is damaged: its checksum does not match its content", "restore it from a copy or train again");
        }
    }

    private static void requireFinite(Map<String, Tensor> tensors) throws MalformedFileException {
        for (Map.Entry<String, Tensor> named : tensors.entrySet()) {
            if (!named.getValue().isFinite()) {
                throw new MalformedFileException(
                        "holds NaN or infinity in the tensor " + UntrustedText.quoted(named.getKey()), "train again");
            }
        }
    }

    private byte[] readHeader() throws IOException, MalformedFileException {
        byte[] head = new byte[(int) Math.min(length, FileSignature.LENGTH)];
        in.readFully(head);
        long size = length < Long.BYTES
                ? -1
                : ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong();
        boolean plausible = size >= 2 && size <= MAX_HEADER_BYTES && (length == Long.BYTES || head[Long.BYTES] == '{');
        if (!plausible) {
            throw new MalformedFileException(
                    length == 0 ? "is empty" : "is " + FileSignature.describe(head) + ", not a checkpoint");
        }
        if (length - Long.BYTES < size) {
            TensorRange.checkLength(length - Long.BYTES, size);
        }
        if (length > MAX_FILE_BYTES) {
            throw new MalformedFileException(
                    "has " + length + " bytes, more than the " + MAX_FILE_BYTES + " that a checkpoint may have");
        }
        in.seek(Long.BYTES);
        byte[] json = new byte[(int) size];
        in.readFully(json);
        return json;
    }

    private static void checkVersion(Map<String, String> metadata) throws MalformedFileException {
        if (!FORMAT_NAME.equals(metadata.get(FORMAT_KEY))) {
            throw new MalformedFileException(
                    "is a safetensors file, but not of nn", "give a model.safetensors that nn train wrote");
        }
        String version = metadata.getOrDefault(VERSION_KEY, "none");
        if (!version.matches("[1-9][0-9]{0,8}")) {
            throw new MalformedFileException("has no valid format version (" + UntrustedText.escaped(version) + ")");
        }
        if (Integer.parseInt(version) > VERSION) {
            throw new MalformedFileException(
                    "was written by a newer nn (format version " + version + ", this one reads up to " + VERSION + ")",
                    "update nn");
        }
    }

    /** Returns the checksum's digits, and replaces them by zeros in {@code json}, as when the checksum was computed. */
    private static String takeDigest(SafeTensorsHeader header, byte[] json) throws MalformedFileException {
        String checksum = header.metadata().getOrDefault(CHECKSUM_KEY, "none");
        int from = header.checksumOffset() + CHECKSUM_PREFIX.length();
        String digits = checksum.substring(Math.min(checksum.length(), CHECKSUM_PREFIX.length()));
        // The bytes must be equal too: an escape sequence would parse to the same text but be longer.
        if (!checksum.matches(CHECKSUM_PREFIX + "[0-9a-f]{" + DIGEST_LENGTH + "}")
                || !digits.equals(new String(json, from, DIGEST_LENGTH, StandardCharsets.ISO_8859_1))) {
            throw new MalformedFileException("has no valid checksum (" + UntrustedText.escaped(checksum) + ")");
        }
        Arrays.fill(json, from, from + DIGEST_LENGTH, (byte) '0');
        return digits;
    }

    /** In chunks, because for one long read the JDK would allocate as much memory again outside the heap. */
    private byte[] readData() throws IOException {
        byte[] data = allocate((int) (length - in.getFilePointer()));
        for (int at = 0; at < data.length; at += CHUNK) {
            in.readFully(data, at, Math.min(CHUNK, data.length - at));
        }
        return data;
    }

    private byte[] allocate(int bytes) {
        try {
            return new byte[bytes];
        } catch (OutOfMemoryError e) {
            throw new NnException(
                    Kind.ENVIRONMENT,
                    file + ": not enough memory, it needs " + (bytes >> 20)
                            + " MB; give Java more, for example NN_JAVA_OPTS=-Xmx" + ((bytes >> 20) * 4 + 64) + "m",
                    e);
        }
    }
}
