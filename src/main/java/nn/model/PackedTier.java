package nn.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Some of a worker's inputs in the last rows of a mini-batch, and their weights, side by side as BLAS wants them: those that no row
 * before the tier needs.
 */
final class PackedTier {

    private static final int HIGHEST_LEVEL = 255;

    /** Eight bytes at once: the compiler does not vectorize a loop over bytes. */
    static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final int firstRow;
    private final boolean adds;
    private final Matrix sums;
    private final Matrix dSums;
    private final Matrix packedInputs;
    private final Matrix packedRows;
    private final InputRuns runs;
    private final Packing packing;
    private int moves;
    private double scale;

    /**
     * Memory for any of the inputs.
     *
     * @param columns how many inputs there are
     * @param sums   {@code [batch, fanOut]}, where products with the weights go
     * @param dSums  {@code [batch, fanOut]}, their gradient
     * @param firstRow of the tier
     * @param adds   whether the products are added to what the sums are; if not, the tier has all rows
     * @param packedRows {@code [columns, fanOut]}, memory for weights, then for their gradient
     * @param packing for at least so many inputs and rows
     */
    PackedTier(int columns, Matrix sums, Matrix dSums, int firstRow, boolean adds, Matrix packedRows, Packing packing) {
        this.firstRow = firstRow;
        this.adds = adds;
        int rows = sums.rows() - firstRow;
        this.sums = sums.rowsFrom(firstRow, rows);
        this.dSums = dSums.rowsFrom(firstRow, rows);
        packedInputs = Matrix.zeros(sums.precision(), rows, columns);
        this.packedRows = packedRows;
        runs = new InputRuns(columns);
        this.packing = packing;
    }

    /** Which inputs they are, none where the mini-batch ends before the tier; the caller changes it before they are packed. */
    InputRuns runs() {
        return runs;
    }

    /**
     * Packs inputs of the first {@code batch} rows of the mini-batch. The one beyond the values' columns, if there is one, is 1.
     *
     * @param values {@code [batch, valueColumns]}, row after row
     */
    void pack(float[] values, int valueColumns, int batch) {
        scale = 1;
        float[] packedRow = packing.row();
        int total = runs.total();
        for (int row = firstRow; row < batch && total > 0; row++) {
            packedRow[total - 1] = 1;
            for (int run = 0; run < runs.count(); run++) {
                System.arraycopy(values, row * valueColumns + runs.start(run), packedRow, runs.packedStart(run),
                        Math.min(runs.end(run), valueColumns) - runs.start(run));
            }
            packedInputs.writeAcrossRows((row - firstRow) * total, packedRow, total);
        }
    }

    /**
     * Packs inputs that come as bytes, taken as unsigned and divided by 255. The one beyond the bytes' columns, if there is
     * one, is 1.
     *
     * @param levels {@code [batch, levelColumns]}, row after row
     */
    void pack(byte[] levels, int levelColumns, int batch) {
        scale = 1.0 / HIGHEST_LEVEL;
        byte[] packedLevels = packing.levels();
        int total = runs.total();
        boolean constant = runs.count() > 0 && runs.end(runs.count() - 1) > levelColumns;
        findMoves(levelColumns);
        int end = 0;
        for (int row = firstRow; row < batch && total > 0; row++) {
            if ((row + 1) * levelColumns + Long.BYTES <= levels.length) {
                move(levels, row * levelColumns, end);
            } else {
                copy(levels, row * levelColumns, end, levelColumns);
            }
            end += total;
            if (constant) {
                packedLevels[end - 1] = (byte) HIGHEST_LEVEL;
            }
        }
        packing.bytes().orElseThrow().convert(packedLevels, end, (NativeFloatMatrix) packedInputs);
    }

    /** The runs' levels by eight. */
    private void findMoves(int columns) {
        moves = 0;
        for (int run = 0; run < runs.count(); run++) {
            int length = Math.min(runs.end(run), columns) - runs.start(run);
            for (int done = 0; done < length; done += Long.BYTES) {
                packing.moveFrom()[moves] = runs.start(run) + done;
                packing.moveTo()[moves++] = runs.packedStart(run) + done;
            }
        }
    }

    /**
     * Packs a row's levels, eight at a time: most runs are too short to be worth a call of the copying routine. What is copied
     * behind a run's end is overwritten by the runs behind it, those of the next row, or is behind all that is used.
     */
    private void move(byte[] levels, int from, int to) {
        byte[] packedLevels = packing.levels();
        int[] moveFrom = packing.moveFrom();
        int[] moveTo = packing.moveTo();
        for (int i = 0; i < moves; i++) {
            EIGHT.set(packedLevels, to + moveTo[i], (long) EIGHT.get(levels, from + moveFrom[i]));
        }
    }

    /** The same without reading behind the row. */
    private void copy(byte[] levels, int from, int to, int columns) {
        for (int run = 0; run < runs.count(); run++) {
            System.arraycopy(levels, from + runs.start(run), packing.levels(), to + runs.packedStart(run),
                    Math.min(runs.end(run), columns) - runs.start(run));
        }
    }

    /**
     * Adds the packed inputs times their rows of the weights to the sums, or overwrites the sums by them.
     *
     * @param packs whether the weights are to be packed; if not, all inputs are
     */
    void multiply(Matrix weights, boolean packs, int batch) {
        int total = runs.total();
        if (packs) {
            for (int run = 0; run < runs.count(); run++) {
                packedRows.copyRows(runs.packedStart(run), weights, runs.start(run), runs.length(run));
            }
        }
        sums.multiply(scale, packedInputs, total, false, packs ? packedRows : weights, false, batch - firstRow, sums.columns(),
                total, adds);
    }

    /** The product of the packed inputs, transposed, and the gradient by the sums. It takes the memory of the packed weights. */
    void gradient(int batch) {
        int total = runs.total();
        if (total > 0) {
            packedRows.multiply(scale, packedInputs, total, true, dSums, false, total, packedRows.columns(), batch - firstRow, false);
        }
    }
}
