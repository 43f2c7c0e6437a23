package nn.safetensors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Builds safetensors files byte by byte, so that a test can falsify one place and keep all others correct, including the
 * checksum.
 */
public final class RawFile {

    public static final String ZEROS = "0".repeat(64);
    static final String OURS =
            "\"__metadata__\":{\"format\":\"nn\",\"version\":\"1\",\"checksum\":\"sha256:" + ZEROS + "\"}";

    private RawFile() {}

    /** A file of ours with these tensors in its header. */
    public static byte[] ours(String entries, int dataLength) {
        return of("{" + OURS + (entries.isEmpty() ? "" : ",") + entries + "}", new byte[dataLength]);
    }

    /** Header and data. 64 zeros in the header are replaced by the digest. */
    public static byte[] of(String header, byte[] data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return withDigest(withLength(json.length, json, data));
    }

    /** Bytes after any header length. */
    public static byte[] withLength(long length, byte[]... parts) {
        int bytes = Long.BYTES;
        for (byte[] part : parts) {
            bytes += part.length;
        }
        ByteBuffer file =
                ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
        for (byte[] part : parts) {
            file.put(part);
        }
        return file.array();
    }

    /** The same bytes, with the digest in place of 64 zeros. */
    public static byte[] withDigest(byte[] raw) {
        try {
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(raw));
            String text = new String(raw, StandardCharsets.ISO_8859_1).replace(ZEROS, digest);
            return text.getBytes(StandardCharsets.ISO_8859_1);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    public static Path write(Path file, byte[] raw) {
        try {
            return Files.write(file, raw);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
