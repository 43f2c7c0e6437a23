package nn.data;

import java.util.Locale;
import java.util.function.Supplier;
import java.util.zip.CRC32C;

/** A short text by which a resumed run recognizes its data. It protects against mistakes, not against forgery. */
public final class Fingerprint {

    private static final int MNIST_EXAMPLES = 60_000;
    private static final String MNIST = "60000x28x28-371cfe90";

    private Fingerprint() {}

    /**
     * Whether these are MNIST's training examples.
     *
     * @param fingerprint gives their fingerprint; called only if their number fits, because it may take seconds
     */
    public static boolean isOfMnist(DataSet data, Supplier<String> fingerprint) {
        return data.size() == MNIST_EXAMPLES && isMnist(fingerprint.get());
    }

    /** Whether this is the fingerprint of MNIST's training examples. */
    public static boolean isMnist(String fingerprint) {
        return fingerprint.equals(MNIST);
    }

    /** Count, image size and CRC-32C of all pixels and labels; the same for raw and gzip files. */
    public static String of(DataSet data) {
        CRC32C crc = new CRC32C();
        byte[] image = new byte[data.pixelsPerImage()];
        for (int example = 0; example < data.size(); example++) {
            data.readPixels(example, image);
            crc.update(image);
            crc.update(data.label(example));
        }
        return String.format(Locale.ROOT, "%dx%dx%d-%08x", data.size(), data.rows(), data.columns(), crc.getValue());
    }
}
