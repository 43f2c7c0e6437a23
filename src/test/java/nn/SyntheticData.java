package nn;

import java.util.SplittableRandom;
import nn.data.DataSet;
import org.bytedeco.javacpp.BytePointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Small data sets made in memory. */
public final class SyntheticData {

    private SyntheticData() {}

    /** Images of the given pixels, one array of {@code rows * columns} for each label. */
    public static DataSet of(byte[][] images, int rows, int columns, int[] labels, int classes) {
        INDArray array = Nd4j.create(DataType.UINT8, images.length, rows, columns);
        BytePointer bytes = new BytePointer(array.data().addressPointer());
        for (int i = 0; i < images.length; i++) {
            bytes.position((long) i * rows * columns).put(images[i], 0, rows * columns);
        }
        return new DataSet(array, labels, classes);
    }

    /** Noise with random labels. */
    public static DataSet noise(int examples, int rows, int columns, int classes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[][] images = new byte[examples][rows * columns];
        int[] labels = new int[examples];
        for (int i = 0; i < examples; i++) {
            random.nextBytes(images[i]);
            labels[i] = random.nextInt(classes);
        }
        return of(images, rows, columns, labels, classes);
    }

    /** Noise with random labels, whose pixels are inked in none, few, many or all of the images, each in its own share. */
    public static DataSet sparseNoise(int examples, int rows, int columns, int classes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] inked = random.doubles(rows * columns, -0.3, 1.1).toArray();
        byte[][] images = new byte[examples][rows * columns];
        int[] labels = new int[examples];
        for (int i = 0; i < examples; i++) {
            for (int pixel = 0; pixel < inked.length; pixel++) {
                images[i][pixel] = (byte)
                        (random.nextDouble() < inked[pixel] * inked[pixel] * inked[pixel] ? random.nextInt(1, 256) : 0);
            }
            labels[i] = random.nextInt(classes);
        }
        return of(images, rows, columns, labels, classes);
    }

    /** Data with these labels, whose images do not matter. */
    public static DataSet labeled(int classes, int... labels) {
        return of(new byte[labels.length][1], 1, 1, labels, classes);
    }
}
