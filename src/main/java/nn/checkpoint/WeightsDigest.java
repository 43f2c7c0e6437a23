package nn.checkpoint;

import java.security.MessageDigest;
import java.util.Map;
import nn.safetensors.Sha256;
import nn.safetensors.Tensor;

/** SHA-256 of the tensors' bytes, in the order of the file. */
final class WeightsDigest {

    private WeightsDigest() {}

    static String of(Map<String, Tensor> tensors) {
        MessageDigest sha256 = Sha256.begin();
        tensors.values().forEach(tensor -> sha256.update(tensor.data()));
        return Sha256.hex(sha256);
    }
}
