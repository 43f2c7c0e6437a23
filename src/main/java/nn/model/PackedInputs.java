package nn.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One worker's part of the first layer without the inputs that are zero in the whole mini-batch: they add nothing to the sums, and
 * their weights' gradient is zero. Of MNIST's 784 pixels, a third are blank in all of 128 images, so a third of the two largest
 * products of a step need not be computed. The columns of the inputs and the rows of the weights that are left are copied side by
 * side, as BLAS wants them.
 */
final class PackedInputs {

    /** Below this share of zero inputs, copying the weights costs more than the products save. */
    private static final double WORTHWHILE = 0.1;

    private static final int HIGHEST_LEVEL = 255;

    /** Eight bytes at once: the compiler does not vectorize a loop over bytes. */
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final Matrix inputs;
    private final Matrix packedInputs;
    private final Matrix packedRows;
    private final InputRuns runs;
    private final byte[] inked;
    private final long[] inkedWords;
    private final byte[] packedRow;
    private final Optional<ByteMatrix> packedBytes;
    private double scale;
    private boolean packsRows;

    /**
     * Memory for the packed inputs.
     *
     * @param inputs {@code [batch, own]}, of which those that are not zero are packed; with bytes only its shape
     * @param fanOut of the layer
     * @param bytes whether the inputs come as bytes instead; of single precision only
     */
    PackedInputs(Matrix inputs, int fanOut, boolean bytes) {
        this.inputs = inputs;
        packedInputs = Matrix.zeros(inputs.precision(), inputs.rows(), inputs.columns());
        packedRows = Matrix.zeros(inputs.precision(), inputs.columns(), fanOut);
        runs = new InputRuns(inputs.columns());
        inked = new byte[inputs.columns()];
        inkedWords = new long[inputs.columns() / Long.BYTES];
        packedRow = new byte[inputs.columns()];
        packedBytes = bytes ? Optional.of(new ByteMatrix((FloatMatrix) packedInputs)) : Optional.empty();
    }

    /**
     * Packs the inputs of the first {@code batch} rows.
     *
     * @param magnitudes sums of the inputs' absolute values over the rows, in parts that add up to them; an input beyond those,
     *     such as the constant one, is never zero
     * @param first where this worker's inputs start in them
     */
    void pack(List<float[]> magnitudes, int first, int batch) {
        runs.clear();
        for (int i = 0; i < inputs.columns(); i++) {
            float sum = 0;
            for (float[] part : magnitudes) {
                sum += first + i < part.length ? part[first + i] : 1;
            }
            if (sum != 0) {
                runs.add(i);
            }
        }
        choose();
        scale = 1;
        packedInputs.packColumns(inputs, runs, batch);
    }

    /**
     * Packs inputs that come as bytes, taken as unsigned and divided by 255. Those beyond the bytes' columns, such as the constant
     * one, are 1.
     *
     * @param levels {@code [batch, columns]}, row after row
     */
    void pack(byte[] levels, int columns, int batch) {
        ByteMatrix target = packedBytes.orElseThrow();
        findInked(levels, columns, batch);
        choose();
        scale = 1.0 / HIGHEST_LEVEL;
        Arrays.fill(packedRow, (byte) HIGHEST_LEVEL);
        for (int row = 0; row < batch; row++) {
            int to = 0;
            for (int run = 0; run < runs.count(); run++) {
                int length = Math.min(runs.end(run), columns) - runs.start(run);
                System.arraycopy(levels, row * columns + runs.start(run), packedRow, to, length);
                to += length;
            }
            target.write(row * runs.total(), packedRow, runs.total());
        }
        target.convert(batch * runs.total());
    }

    private void findInked(byte[] levels, int columns, int batch) {
        int words = columns / Long.BYTES;
        Arrays.fill(inkedWords, 0);
        Arrays.fill(inked, (byte) 1);
        Arrays.fill(inked, 0, columns, (byte) 0);
        for (int row = 0; row < batch; row++) {
            int start = row * columns;
            for (int word = 0; word < words; word++) {
                inkedWords[word] |= (long) EIGHT.get(levels, start + word * Long.BYTES);
            }
            for (int i = words * Long.BYTES; i < columns; i++) {
                inked[i] |= levels[start + i];
            }
        }
        for (int word = 0; word < words; word++) {
            EIGHT.set(inked, word * Long.BYTES, inkedWords[word]);
        }
        runs.clear();
        for (int i = 0; i < inked.length; i++) {
            if (inked[i] != 0) {
                runs.add(i);
            }
        }
    }

    private void choose() {
        packsRows = runs.total() <= (1 - WORTHWHILE) * inputs.columns();
        if (!packsRows) {
            runs.setAll(inputs.columns());
        }
    }

    /** Multiplies the packed inputs by the layer's {@code rows} into {@code sums}. */
    void multiply(Matrix rows, Matrix sums, int batch) {
        if (packsRows) {
            for (int run = 0, to = 0; run < runs.count(); to += runs.length(run), run++) {
                packedRows.copyRows(to, rows, runs.start(run), runs.length(run));
            }
        }
        if (runs.total() > 0) {
            sums.multiply(scale, packedInputs, runs.total(), false, packsRows ? packedRows : rows, false,
                    batch, sums.columns(), runs.total());
        } else {
            sums.fill(0);
        }
    }

    /** The product of the packed inputs, transposed, and {@code dSums}. It takes the memory of the packed weights. */
    void gradient(Matrix dSums, int batch) {
        if (runs.total() > 0) {
            packedRows.multiply(scale, packedInputs, runs.total(), true, dSums, false, runs.total(), packedRows.columns(), batch);
        }
    }

    /** The last {@link #gradient}, until the next {@code pack}. */
    GradientRows gradientRows() {
        return new GradientRows(packedRows, runs);
    }
}
