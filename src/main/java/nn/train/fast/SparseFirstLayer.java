package nn.train.fast;

import java.util.Arrays;
import nn.model.FloatMatrix;
import nn.model.Matrix;
import nn.model.Precision;

/**
 * A {@link FirstLayer} that leaves out the inputs that are zero in the whole mini-batch: they add nothing to the sums, and nothing to
 * their weights' gradient. Of MNIST's 784 pixels, a third are blank in all of 128 images. The others are packed side by side, and so
 * are their weights.
 */
final class SparseFirstLayer implements FirstLayer {

    private final int firstInput;
    private final int allInputs;
    private final int valueCount;
    private final int inputCount;
    private final Matrix weights;
    private final Matrix products;
    private final Matrix dSums;
    /** {@code [batch, own]}, the columns of the runs side by side. */
    private final FloatMatrix packedInputs;
    /** {@code [own, fanOut]}, the rows of the runs side by side: weights on the way forward, then their gradient. */
    private final FloatMatrix packedRows;

    private final InputRuns runs;
    private final GradientRows gradientRows;
    private final float[] magnitudes;
    private final float[] ownRow;
    private final float[] packedRow;

    /** For one part's inputs, as of a {@link DenseFirstLayer}. */
    SparseFirstLayer(int firstInput, int allInputs, Matrix weights, Matrix products, Matrix dSums) {
        this.firstInput = firstInput;
        this.allInputs = allInputs;
        this.weights = weights;
        this.products = products;
        this.dSums = dSums;
        inputCount = weights.rows();
        valueCount = Math.min(inputCount, allInputs - firstInput);
        packedInputs = (FloatMatrix) Matrix.padded(Precision.FLOAT, products.rows(), inputCount);
        packedRows = (FloatMatrix) Matrix.zeros(Precision.FLOAT, inputCount, weights.columns());
        runs = new InputRuns(inputCount);
        gradientRows = new GradientRows(packedRows, runs);
        magnitudes = new float[inputCount];
        ownRow = new float[inputCount];
        packedRow = new float[inputCount];
    }

    @Override
    public void forward(float[] inputs, int batch) {
        findRuns(inputs, batch);
        packInputs(inputs, batch);
        for (int run = 0; run < runs.count(); run++) {
            packedRows.copyRows(runs.packedStart(run), weights, runs.start(run), runs.length(run));
        }
        products.multiply(packedInputs, packedRows, batch, runs.total());
    }

    /** An input is blank if its magnitudes sum to 0; the constant one of the biases never is. */
    private void findRuns(float[] inputs, int batch) {
        Arrays.fill(magnitudes, 0, valueCount, 0);
        Arrays.fill(magnitudes, valueCount, inputCount, 1);
        for (int row = 0; row < batch; row++) {
            // Copied, as the compiler vectorizes a loop only if all its arrays begin at the same place.
            System.arraycopy(inputs, row * allInputs + firstInput, ownRow, 0, valueCount);
            addMagnitudes(ownRow, magnitudes, valueCount);
        }
        runs.clear();
        for (int i = 0; i < inputCount; i++) {
            if (magnitudes[i] != 0) {
                runs.add(i);
            }
        }
    }

    private static void addMagnitudes(float[] values, float[] magnitudes, int count) {
        for (int i = 0; i < count; i++) {
            magnitudes[i] += Math.abs(values[i]);
        }
    }

    private void packInputs(float[] inputs, int batch) {
        int total = runs.total();
        boolean hasConstant = valueCount < inputCount;
        for (int row = 0; row < batch; row++) {
            int start = row * allInputs + firstInput;
            for (int run = 0; run < runs.count(); run++) {
                int length = Math.min(runs.end(run), valueCount) - runs.start(run);
                System.arraycopy(inputs, start + runs.start(run), packedRow, runs.packedStart(run), length);
            }
            if (hasConstant) {
                packedRow[total - 1] = 1;
            }
            packedInputs.write(row, 0, packedRow, total);
        }
    }

    /** Overwrites the packed weights by their gradient. */
    @Override
    public void gradient(int batch) {
        packedRows.multiplyTransposed(packedInputs, dSums, runs.total(), batch);
    }

    @Override
    public GradientRows gradientRows() {
        return gradientRows;
    }
}
