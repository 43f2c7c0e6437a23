package nn.model;

/**
 * One worker's part of the first layer without the inputs that are zero in the whole mini-batch: they add nothing to the sums, and
 * their weights' gradient is zero. Of MNIST's 784 pixels, a third are blank in all of 128 images, so a third of the two largest
 * products of a step need not be computed. The columns of the inputs and the rows of the weights that are left are copied side by
 * side, as BLAS wants them.
 */
final class PackedInputs {

    /** Below this share of zero inputs, copying the weights costs more than the products save. */
    private static final double WORTHWHILE = 0.1;

    private final Matrix inputs;
    private final Matrix packedInputs;
    private final Matrix packedRows;
    private final ColumnRuns runs;
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
        runs = new ColumnRuns(inputs.columns());
    }

    /** Multiplies the inputs of the first {@code batch} rows by the layer's {@code rows} into {@code sums}. */
    void multiply(Matrix rows, Matrix sums, int batch) {
        inputs.findNonZeroColumns(batch, runs);
        packsRows = runs.total() <= (1 - WORTHWHILE) * inputs.columns();
        if (!packsRows) {
            runs.setAll(inputs.columns());
        }
        packedInputs.packColumns(inputs, runs, batch);
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

    /**
     * Overwrites {@code dRows} by the product of the inputs of the last {@link #multiply}, transposed, and {@code dSums}. The
     * inputs themselves may be those of the next mini-batch by then.
     */
    void gradient(Matrix dRows, Matrix dSums, int batch) {
        Matrix product = packsRows ? packedRows : dRows;
        if (runs.total() > 0) {
            product.multiply(packedInputs, true, dSums, false, runs.total(), dRows.columns(), batch);
        }
        if (packsRows) {
            int end = 0;
            for (int run = 0, from = 0; run < runs.count(); from += runs.length(run), run++) {
                dRows.clearRows(end, runs.start(run));
                dRows.copyRows(runs.start(run), packedRows, from, runs.length(run));
                end = runs.start(run) + runs.length(run);
            }
            dRows.clearRows(end, dRows.rows());
        }
    }
}
