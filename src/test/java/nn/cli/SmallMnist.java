package nn.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import nn.data.DataDirectory;
import nn.data.DataSet;
import nn.image.GrayPng;

/** Small files with the first images of MNIST, which are read quickly. */
final class SmallMnist {

    static final int TRAIN = 1200;
    static final int TEST = 300;
    static final int SIDE = 28;

    private static final Path ALL = Path.of("data", "mnist");
    private static final DataSet TRAIN_IMAGES =
            DataDirectory.of(ALL).readTrain().range(0, TRAIN);
    private static final DataSet TEST_IMAGES = DataDirectory.of(ALL).readTest().range(0, TEST);
    private static final Path RAW = written(Path.of("target", "small-mnist"), false);

    private SmallMnist() {}

    /** A directory with raw files of 1200 training and 300 test images. */
    static Path raw() {
        return RAW;
    }

    /** The same in the given directory. */
    static Path raw(Path directory) {
        return written(directory, false);
    }

    /** The same data in the given directory, compressed. */
    static Path gzip(Path directory) {
        return written(directory, true);
    }

    /** Only the training files, in the given directory. */
    static Path withoutTest(Path directory) {
        return asTrain(directory, TRAIN_IMAGES);
    }

    /** A training file with every image cut to its middle 20 x 20 pixels. */
    static Path smallerImages(Path directory) {
        write(directory, "train", TRAIN_IMAGES, 4, false);
        return directory;
    }

    /** Test files with only these examples, in the given directory. */
    static Path asTest(Path directory, DataSet examples) {
        write(directory, "t10k", examples, false);
        return directory;
    }

    /** Training files with only these examples, in the given directory. */
    static Path asTrain(Path directory, DataSet examples) {
        write(directory, "train", examples, false);
        return directory;
    }

    /** The training images {@code from} to {@code to - 1}. */
    static DataSet train(int from, int to) {
        return TRAIN_IMAGES.range(from, to);
    }

    static DataSet test() {
        return TEST_IMAGES;
    }

    static int testLabel(int example) {
        return TEST_IMAGES.label(example);
    }

    /** A test image as MNIST has it, 0 paper to 255 ink. */
    static byte[] testPixels(int example) {
        byte[] pixels = new byte[SIDE * SIDE];
        TEST_IMAGES.readPixels(example, pixels);
        return pixels;
    }

    /** A test image as a PNG, dark on light paper. */
    static byte[] testPng(int example) {
        byte[] samples = testPixels(example);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) ~samples[i];
        }
        return GrayPng.encode(samples, SIDE, SIDE);
    }

    private static Path written(Path directory, boolean gzip) {
        write(directory, "train", TRAIN_IMAGES, gzip);
        write(directory, "t10k", TEST_IMAGES, gzip);
        return directory.toAbsolutePath();
    }

    private static void write(Path directory, String prefix, DataSet data, boolean gzip) {
        write(directory, prefix, data, 0, gzip);
    }

    private static void write(Path directory, String prefix, DataSet data, int margin, boolean gzip) {
        int side = SIDE - 2 * margin;
        ByteBuffer images = ByteBuffer.allocate(16 + data.size() * side * side)
                .putInt(0x803)
                .putInt(data.size())
                .putInt(side)
                .putInt(side);
        ByteBuffer labels = ByteBuffer.allocate(8 + data.size()).putInt(0x801).putInt(data.size());
        byte[] pixels = new byte[SIDE * SIDE];
        for (int example = 0; example < data.size(); example++) {
            data.readPixels(example, pixels);
            for (int row = margin; row < SIDE - margin; row++) {
                images.put(pixels, row * SIDE + margin, side);
            }
            labels.put((byte) data.label(example));
        }
        String ending = gzip ? ".gz" : "";
        try {
            Files.createDirectories(directory);
            Files.write(directory.resolve(prefix + "-images-idx3-ubyte" + ending), packed(images.array(), gzip));
            Files.write(directory.resolve(prefix + "-labels-idx1-ubyte" + ending), packed(labels.array(), gzip));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] packed(byte[] bytes, boolean gzip) throws IOException {
        if (!gzip) {
            return bytes;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream stream = new GZIPOutputStream(packed)) {
            stream.write(bytes);
        }
        return packed.toByteArray();
    }
}
