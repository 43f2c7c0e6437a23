package nn.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest of a checkpoint, begun with the header's length, which is the file's first eight bytes. */
final class Sha256 {

    private Sha256() {
    }

    static MessageDigest begin(int headerLength) {
        MessageDigest sha256 = begin();
        sha256.update(lengthPrefix(headerLength));
        return sha256;
    }

    /** The same without a beginning. */
    static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static byte[] lengthPrefix(int headerLength) {
        return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(headerLength).array();
    }

    static String hex(MessageDigest sha256) {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
