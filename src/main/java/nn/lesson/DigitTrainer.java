package nn.lesson;

import nn.data.DataSet;
import nn.model.Mlp;
import nn.model.Storage;
import nn.model.Workspace;

/** Trains and tests a lesson's network on handwritten digits. */
final class DigitTrainer {

    private static final int EVALUATED_AT_ONCE = 250;

    private final SmallNet net;
    private final double low;
    private final double off;
    private final double on;
    private final Workspace evaluation;
    private byte[] image = new byte[0];
    private final double[] row;
    private final double[] target;

    /**
     * Wraps a network.
     *
     * @param low the input for paper; ink is 1
     * @param off the target for the wrong classes
     * @param on the target for the right class
     */
    DigitTrainer(SmallNet net, double low, double off, double on) {
        this.net = net;
        this.low = low;
        this.off = off;
        this.on = on;
        evaluation = Workspace.forInference(net.parameters().architecture(), Storage.NATIVE_DOUBLE, EVALUATED_AT_ONCE);
        row = new double[net.parameters().architecture().inputs()];
        target = new double[net.parameters().architecture().outputs()];
    }

    SmallNet net() {
        return net;
    }

    /**
     * Trains one epoch in mini-batches of the network's capacity. A shorter last batch is divided by its own size.
     *
     * @param images the order of the images
     * @param labels the order of the labels; the same, unless the lesson shows the bug
     */
    void trainEpoch(DataSet data, int[] images, int[] labels, double learningRate) {
        int batchSize = net.workspace().capacity();
        for (int start = 0; start < images.length; start += batchSize) {
            int rows = Math.min(batchSize, images.length - start);
            for (int i = 0; i < rows; i++) {
                write(i, data, images[start + i], data.label(labels[start + i]));
            }
            net.learn(rows, learningRate);
        }
    }

    /** Writes an image with a label into a row of the network's workspace. */
    void write(int into, DataSet data, int example, int label) {
        java.util.Arrays.fill(target, off);
        target[label] = on;
        net.write(into, read(data, example), target);
    }

    /** The share of images whose largest output is their label's. */
    double accuracy(DataSet data) {
        return (double) right(data, 0, data.size()) / data.size();
    }

    /** The number of right answers on the images {@code from} to {@code to - 1}. */
    int right(DataSet data, int from, int to) {
        int right = 0;
        for (int start = from; start < to; start += EVALUATED_AT_ONCE) {
            int rows = Math.min(EVALUATED_AT_ONCE, to - start);
            for (int i = 0; i < rows; i++) {
                evaluation.inputs().writeRow(i, read(data, start + i));
            }
            Mlp.forward(net.parameters(), evaluation, rows);
            for (int i = 0; i < rows; i++) {
                right += largest(evaluation.outputs().row(i)) == data.label(start + i) ? 1 : 0;
            }
        }
        return right;
    }

    /** An image as the network reads it. The array is reused. */
    double[] read(DataSet data, int example) {
        if (image.length != data.pixelsPerImage()) {
            image = new byte[data.pixelsPerImage()];
        }
        data.readPixels(example, image);
        for (int i = 0; i < row.length; i++) {
            row[i] = low + (1 - low) * (image[i] & 0xff) / 255.0;
        }
        return row;
    }

    /** The index of the largest number. */
    static int largest(double[] numbers) {
        int largest = 0;
        for (int i = 1; i < numbers.length; i++) {
            largest = numbers[i] > numbers[largest] ? i : largest;
        }
        return largest;
    }
}
