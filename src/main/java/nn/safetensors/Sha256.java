package nn.safetensors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a file or of weights. */
public final class Sha256 {

    private Sha256() {}

    /** Starts the digest of a file with its header: the eight bytes of its length, and the header itself. */
    static MessageDigest begin(byte[] header) {
        MessageDigest sha256 = begin();
        sha256.update(lengthPrefix(header.length));
        sha256.update(header);
        return sha256;
    }

    /** Starts an empty digest. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static byte[] lengthPrefix(int headerLength) {
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(headerLength)
                .array();
    }

    public static String hex(MessageDigest sha256) {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
