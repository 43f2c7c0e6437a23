package nn.checkpoint;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** The SHA-256 of tensors' bytes, one after the other in the file's order. */
final class WeightsDigest {

    private WeightsDigest() {
    }

    static String of(Map<String, Tensor> tensors) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            tensors.values().forEach(tensor -> sha256.update(tensor.data()));
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
