package nn.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * One worker's part of the first layer without the inputs that are zero in the whole mini-batch: they add nothing to the sums, and
 * their weights' gradient is zero. Of MNIST's 784 pixels, a third are blank in all of 128 images, so a third of the two largest
 * products of a step need not be computed. The columns of the inputs and the rows of the weights that are left are copied side by
 * side, as BLAS wants them.
 */
final class PackedInputs {

    /** Below this share of zero inputs, copying the weights costs more than the products save. */
    private static final double WORTHWHILE = 0.1;

    /** Eight bytes at once: the compiler does not vectorize a loop over bytes. */
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final Matrix inputs;
    private final Matrix packedInputs;
    private final Matrix packedRows;
    private final InputRuns runs;
    private final byte[] inked;
    private final long[] inkedWords;
    private final float[] packedRow;
    private boolean packsRows;

    /**
     * Memory for the packed inputs.
     *
     * @param inputs {@code [batch, own]}, of which those that are not zero are packed
     * @param fanOut of the layer
     */
    PackedInputs(Matrix inputs, int fanOut) {
        this.inputs = inputs;
        packedInputs = Matrix.padded(inputs.precision(), inputs.rows(), inputs.columns());
        packedRows = Matrix.zeros(inputs.precision(), inputs.columns(), fanOut);
        runs = new InputRuns(inputs.columns());
        inked = new byte[inputs.columns()];
        inkedWords = new long[inputs.columns() / Long.BYTES];
        packedRow = new float[inputs.columns()];
    }

    /** Packs the inputs of the first {@code batch} rows. */
    void pack(int batch) {
        inputs.findNonZeroColumns(batch, runs);
        choose();
        packedInputs.packColumns(inputs, runs, batch);
    }

    /**
     * Packs inputs that come as bytes, each standing for a number. Those beyond the bytes' columns, such as the constant one, are 1.
     *
     * @param codes {@code [batch, columns]}, row after row
     * @param numbers {@code [256]}, what the bytes, taken as unsigned, stand for: 0 for 0
     */
    void pack(byte[] codes, int columns, int batch, float[] numbers) {
        int words = columns / Long.BYTES;
        Arrays.fill(inkedWords, 0, words, 0);
        Arrays.fill(inked, (byte) 0);
        for (int row = 0; row < batch; row++) {
            int start = row * columns;
            for (int word = 0; word < words; word++) {
                inkedWords[word] |= (long) EIGHT.get(codes, start + word * Long.BYTES);
            }
            for (int i = words * Long.BYTES; i < columns; i++) {
                inked[i] |= codes[start + i];
            }
        }
        for (int word = 0; word < words; word++) {
            EIGHT.set(inked, word * Long.BYTES, inkedWords[word]);
        }
        runs.clear();
        for (int i = 0; i < inputs.columns(); i++) {
            if (i >= columns || inked[i] != 0) {
                runs.add(i);
            }
        }
        choose();
        FloatMatrix packed = (FloatMatrix) packedInputs;
        Arrays.fill(packedRow, 1);
        for (int row = 0; row < batch; row++) {
            int to = 0;
            for (int run = 0; run < runs.count(); run++) {
                int from = row * columns + runs.start(run);
                int length = Math.min(runs.end(run), columns) - runs.start(run);
                for (int i = 0; i < length; i++) {
                    packedRow[to + i] = numbers[codes[from + i] & 0xff];
                }
                to += length;
            }
            packed.write(row, 0, packedRow, runs.total());
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
            sums.multiply(packedInputs, false, packsRows ? packedRows : rows, false, batch, sums.columns(), runs.total());
        } else {
            sums.fill(0);
        }
    }

    /** The product of the packed inputs, transposed, and {@code dSums}. It takes the memory of the packed weights. */
    void gradient(Matrix dSums, int batch) {
        if (runs.total() > 0) {
            packedRows.multiply(packedInputs, true, dSums, false, runs.total(), packedRows.columns(), batch);
        }
    }

    /** The last {@link #gradient}, until the next {@link #multiply}. */
    GradientRows gradientRows() {
        return new GradientRows(packedRows, runs);
    }
}
