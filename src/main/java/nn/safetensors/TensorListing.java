package nn.safetensors;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What the header of any safetensors file names, also of one that nn did not write. The tensors' numbers are not read.
 *
 * @param metadata strings by name
 * @param tensors the tensors, in the order of the header
 */
public record TensorListing(Map<String, String> metadata, List<Row> tensors) {

    /**
     * A tensor.
     *
     * @param dtype the format's name for its type, such as {@code F32}
     */
    public record Row(String name, String dtype, List<Long> shape) {}

    /**
     * Reads a file's header.
     *
     * @throws nn.NnException BAD_CHECKPOINT if the file is missing or its header is damaged
     */
    public static TensorListing read(Path file) {
        SafeTensorsHeader header = SafeTensorsReader.readHeader(file);
        return new TensorListing(
                header.metadata(),
                header.entries().entrySet().stream()
                        .map(named -> new Row(
                                named.getKey(),
                                named.getValue().dtype(),
                                Arrays.stream(named.getValue().shape()).boxed().toList()))
                        .toList());
    }

    /** Whether the file says that nn wrote it. */
    public boolean isOfNn() {
        return SafeTensors.FORMAT_NAME.equals(metadata.get(SafeTensors.FORMAT_KEY));
    }
}
