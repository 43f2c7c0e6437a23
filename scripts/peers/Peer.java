import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * What the JVM peers share: the data, the flags, and the clock; mnist.py is the same for the Python peers. Without --target:
 * imagesPerSecond and secondsPerEpoch (medians over the measured epochs) and accuracy (on the training set, to show that it
 * learns). With --target: reached, epochs and accuracy on the test set; the whole process is then timed from outside.
 */
abstract class Peer {

    static final int PIXELS = 784;
    static final int CLASSES = 10;
    /** As long as for nn bench train, and at least an epoch. */
    static final long WARMUP_NANOSECONDS = 4_000_000_000L;

    Path data = Path.of("data", "mnist");
    int[] hidden = {256};
    int batchSize = 128;
    float learningRate = 1e-3f;
    int epochs = 5;
    long seed = 1;
    double target = -1;

    /** Trains on all training images in a new order. */
    abstract void trainEpoch() throws Exception;

    /** How many of the images {@code [count * PIXELS]} are classified rightly. */
    abstract int countCorrect(byte[] pixels, int[] labels) throws Exception;

    void read(String[] arguments) {
        for (int i = 0; i < arguments.length; i += 2) {
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--data" -> data = Path.of(value);
                case "--hidden" -> hidden = Arrays.stream(value.split(",")).mapToInt(Integer::parseInt).toArray();
                case "--batch-size" -> batchSize = Integer.parseInt(value);
                case "--learning-rate" -> learningRate = Float.parseFloat(value);
                case "--epochs" -> epochs = Integer.parseInt(value);
                case "--seed" -> seed = Long.parseLong(value);
                case "--target" -> target = Double.parseDouble(value);
                default -> throw new IllegalArgumentException("unknown flag " + arguments[i]);
            }
        }
    }

    int[] sizes() {
        int[] sizes = new int[hidden.length + 2];
        sizes[0] = PIXELS;
        System.arraycopy(hidden, 0, sizes, 1, hidden.length);
        sizes[sizes.length - 1] = CLASSES;
        return sizes;
    }

    byte[] pixels(String split) throws IOException {
        return payload(split + "-images-idx3-ubyte.gz", 16);
    }

    int[] labels(String split) throws IOException {
        byte[] bytes = payload(split + "-labels-idx1-ubyte.gz", 8);
        int[] labels = new int[bytes.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = bytes[i];
        }
        return labels;
    }

    private byte[] payload(String name, int header) throws IOException {
        try (InputStream in = new DataInputStream(new GZIPInputStream(new FileInputStream(data.resolve(name).toFile()), 1 << 16))) {
            in.skipNBytes(header);
            return in.readAllBytes();
        }
    }

    void run() throws Exception {
        if (target >= 0) {
            reach();
            return;
        }
        long started = System.nanoTime();
        do {
            trainEpoch();
        } while (System.nanoTime() - started < WARMUP_NANOSECONDS);
        double[] seconds = new double[epochs];
        for (int epoch = 0; epoch < epochs; epoch++) {
            long start = System.nanoTime();
            trainEpoch();
            seconds[epoch] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(seconds);
        double median = seconds[epochs / 2];
        int[] labels = labels("train");
        System.out.printf(Locale.ROOT, "{\"imagesPerSecond\": %.1f, \"secondsPerEpoch\": %.4f, \"accuracy\": %.5f}%n",
                labels.length / median, median, (double) countCorrect(pixels("train"), labels) / labels.length);
    }

    private void reach() throws Exception {
        byte[] pixels = pixels("t10k");
        int[] labels = labels("t10k");
        double accuracy = 0;
        int epoch = 0;
        while (epoch < epochs && accuracy < target) {
            trainEpoch();
            accuracy = (double) countCorrect(pixels, labels) / labels.length;
            epoch++;
        }
        System.out.printf(Locale.ROOT, "{\"reached\": %b, \"epochs\": %d, \"accuracy\": %.4f}%n", accuracy >= target, epoch, accuracy);
    }
}
