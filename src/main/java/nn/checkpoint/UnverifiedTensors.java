package nn.checkpoint;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import nn.NnException;

/**
 * What a safetensors file holds, before its checksum is known to be right: adding that up takes longer than all else, and whoever
 * has other work begins it meanwhile. The sizes are right; nothing else is to be believed, or said, before {@link #verified}.
 */
public final class UnverifiedTensors {

    private final Path file;
    private final SafeTensors content;
    private final String digest;
    private final byte[] header;
    private final byte[] data;

    /**
     * The parts of a file.
     *
     * @param digest what its checksum is said to be, empty where there is none of ours
     * @param header with zeros for the checksum's digits
     */
    UnverifiedTensors(Path file, SafeTensors content, String digest, byte[] header, byte[] data) {
        this.file = file;
        this.content = content;
        this.digest = digest;
        this.header = header;
        this.data = data;
    }

    /** What the file holds, if it is not damaged. */
    public SafeTensors content() {
        return content;
    }

    /**
     * What the file holds.
     *
     * @throws NnException BAD_CHECKPOINT if it is damaged, or a number is NaN or infinite
     */
    public SafeTensors verified() {
        try {
            if (!digest.isEmpty()) {
                verifyDigest();
            }
            for (Map.Entry<String, Tensor> named : content.tensors().entrySet()) {
                if (!named.getValue().isFinite()) {
                    throw new Malformed("holds NaN or infinity in the tensor " + Quoted.of(named.getKey()), "train again");
                }
            }
            return content;
        } catch (Malformed e) {
            throw e.in(file);
        }
    }

    private void verifyDigest() throws Malformed {
        MessageDigest sha256 = Sha256.begin(header);
        sha256.update(data);
        if (!Sha256.hex(sha256).equals(digest)) {
            throw new Malformed("is damaged: its checksum does not match its content", "restore it from a copy or train again");
        }
    }
}
