package nn.data;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Identifies the data in a file by its SHA-256.
 *
 * @param file   the file
 * @param count  the number of images or labels
 * @param sha256 SHA-256 of the unpacked file, 64 hexadecimal digits
 * @param mnist  whether this is MNIST's file of this name
 * @param likeMnist whether MNIST has a file of this name with the same number of entries
 */
public record FileDigest(Path file, int count, String sha256, boolean mnist, boolean likeMnist) {

    /**
     * Reads a file from {@link DataDirectory#files()} to its end. Loads no ND4J class.
     *
     * @throws nn.NnException if it is not a valid IDX file
     */
    public static FileDigest read(Path path) {
        IdxFile file = IdxFile.open(
                path,
                path.getFileName().toString().contains("images") ? IdxHeader.Content.IMAGES : IdxHeader.Content.LABELS);
        file.check();
        int count = file.header().count();
        String sha256 = file.sha256();
        Optional<MnistFile> mnist = MnistFile.of(path, count);
        return new FileDigest(
                path,
                count,
                sha256,
                mnist.filter(known -> known.hasSha256(sha256)).isPresent(),
                mnist.isPresent());
    }
}
