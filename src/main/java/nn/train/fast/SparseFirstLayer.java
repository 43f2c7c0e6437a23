package nn.train.fast;

import java.util.Arrays;
import nn.model.FloatMatrix;
import nn.model.Matrix;
import nn.model.Storage;

/**
 * A {@link FirstLayer} that leaves out inputs that are 0 in the whole mini-batch. They add nothing to the weighted sums, and the
 * gradient by their weights is 0. A third of MNIST's 784 pixels are blank in all of 128 images. The columns of the other inputs are
 * packed side by side, and so are their rows of the weights.
 */
final class SparseFirstLayer implements FirstLayer {

    private final int firstInput;
    private final int inputCount;
    /** The number of own inputs, without the constant one of the biases. */
    private final int ownCount;
    /** The number of own rows of the weights, with the biases. */
    private final int rowCount;

    private final Matrix weights;
    private final Matrix products;
    private final Matrix dSums;
    /** Which own inputs are packed. */
    private final IndexRuns runs;
    /** {@code [batch, packed]}. */
    private final FloatMatrix packedInputs;
    /** {@code [packed, fanOut]}. */
    private final FloatMatrix packedWeights;
    /** {@code [packed, fanOut]}. */
    private final FloatMatrix packedGradient;

    private final GradientRows gradientRows;
    private final float[] magnitudes;
    private final float[] ownRow;
    private final float[] packedRow;

    /** See the constructor of {@link DenseFirstLayer}. */
    SparseFirstLayer(int firstInput, int inputCount, Matrix weights, Matrix products, Matrix dSums) {
        this.firstInput = firstInput;
        this.inputCount = inputCount;
        this.weights = weights;
        this.products = products;
        this.dSums = dSums;
        rowCount = weights.rows();
        ownCount = Math.min(rowCount, inputCount - firstInput);
        runs = new IndexRuns(rowCount);
        packedInputs = (FloatMatrix) Matrix.padded(Storage.NATIVE_FLOAT, products.rows(), rowCount);
        packedWeights = (FloatMatrix) Matrix.zeros(Storage.NATIVE_FLOAT, rowCount, weights.columns());
        packedGradient = (FloatMatrix) Matrix.zeros(Storage.NATIVE_FLOAT, rowCount, weights.columns());
        gradientRows = new GradientRows(packedGradient, runs);
        magnitudes = new float[rowCount];
        ownRow = new float[rowCount];
        packedRow = new float[rowCount];
    }

    @Override
    public void forward(float[] allInputs, int batchSize) {
        findRuns(allInputs, batchSize);
        packInputs(allInputs, batchSize);
        for (int run = 0; run < runs.count(); run++) {
            packedWeights.copyRows(runs.packedStart(run), weights, runs.start(run), runs.length(run));
        }
        products.multiply(packedInputs, packedWeights, batchSize, runs.total());
    }

    /** An input is blank if its magnitudes sum to 0. The constant one never is. */
    private void findRuns(float[] allInputs, int batchSize) {
        Arrays.fill(magnitudes, 0, ownCount, 0);
        Arrays.fill(magnitudes, ownCount, rowCount, 1);
        for (int row = 0; row < batchSize; row++) {
            // Copied first: the compiler vectorizes a loop only if it reads all arrays from the same index on.
            System.arraycopy(allInputs, row * inputCount + firstInput, ownRow, 0, ownCount);
            addMagnitudes(ownRow, magnitudes, ownCount);
        }
        runs.clear();
        for (int i = 0; i < rowCount; i++) {
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

    private void packInputs(float[] allInputs, int batchSize) {
        int total = runs.total();
        boolean hasConstant = ownCount < rowCount;
        for (int row = 0; row < batchSize; row++) {
            int start = row * inputCount + firstInput;
            for (int run = 0; run < runs.count(); run++) {
                int length = Math.min(runs.end(run), ownCount) - runs.start(run);
                System.arraycopy(allInputs, start + runs.start(run), packedRow, runs.packedStart(run), length);
            }
            if (hasConstant) {
                packedRow[total - 1] = 1;
            }
            packedInputs.write(row, 0, packedRow, total);
        }
    }

    @Override
    public void gradient(int batchSize) {
        packedGradient.multiplyTransposed(packedInputs, dSums, runs.total(), batchSize);
    }

    @Override
    public GradientRows gradientRows() {
        return gradientRows;
    }
}
