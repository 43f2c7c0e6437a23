package nn.train;

import java.util.Arrays;
import nn.data.DataSet;
import nn.model.Matrix;

/**
 * The wanted outputs: 1 for the label's class and 0 for the others. Label smoothing spreads a share of the 1 over all classes (Szegedy et
 * al. 2016, arXiv 1512.00567, section 7).
 */
public final class Targets {

    private final DataSet data;
    private final double on;
    private final double off;
    private final double[] row;

    public Targets(TrainingConfig config, DataSet data) {
        this.data = data;
        off = config.regularization().labelSmoothing() / data.classes();
        on = 1 - config.regularization().labelSmoothing() + off;
        row = new double[data.classes()];
    }

    /**
     * Writes the targets of some rows of a mini-batch.
     *
     * @param from the first row of the mini-batch
     * @param into {@code [at least rows, classes]}, overwritten from its first row on
     */
    public void write(MiniBatch batch, int from, int rows, Matrix into) {
        for (int i = 0; i < rows; i++) {
            Arrays.fill(row, off);
            row[data.label(batch.example(from + i))] = on;
            into.writeRow(i, row);
        }
    }
}
