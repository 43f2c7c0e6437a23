package nn.model;

import java.util.Arrays;

/**
 * Which rows of each layer's matrix are which worker's: consecutive ones, worker 0's first. A row holds the weights of one input,
 * and the last one the biases, where there are some.
 */
public final class RowShares {

    private final int[][] firstRows;

    private RowShares(int[][] firstRows) {
        this.firstRows = firstRows;
    }

    /** As many rows for each of the workers. */
    public static RowShares even(Architecture architecture, int workers) {
        double[] work = new double[architecture.inputs()];
        Arrays.fill(work, 1);
        return of(architecture, workers, work);
    }

    /**
     * The first layer's rows so that each worker has the same work, and as many of the other layers' for each.
     *
     * @param inputWork {@code [inputs]}, how long a step is at each row of the first layer, in any unit; at the biases it is as long
     *     as at the longest of them, as their input is never zero
     * @throws IllegalArgumentException if these are not as many as the architecture's inputs
     */
    public static RowShares of(Architecture architecture, int workers, double[] inputWork) {
        if (inputWork.length != architecture.inputs()) {
            throw new IllegalArgumentException("the work of %d inputs, not %d".formatted(architecture.inputs(), inputWork.length));
        }
        int[][] firstRows = new int[architecture.layers()][];
        for (int layer = 0; layer < firstRows.length; layer++) {
            double[] work = new double[architecture.weightRows(layer)];
            Arrays.fill(work, layer == 0 ? Arrays.stream(inputWork).max().orElseThrow() : 1);
            if (layer == 0) {
                System.arraycopy(inputWork, 0, work, 0, inputWork.length);
            }
            firstRows[layer] = firstRows(work, workers);
        }
        return new RowShares(firstRows);
    }

    private static int[] firstRows(double[] work, int workers) {
        double total = Arrays.stream(work).sum();
        int[] firstRows = new int[workers + 1];
        int row = 0;
        double before = 0;
        for (int worker = 1; worker < workers; worker++) {
            double share = total * worker / workers;
            // A row is the worker's where its end lies, so that the last worker has the last one.
            while (row < work.length - 1 && before + work[row] <= share) {
                before += work[row++];
            }
            firstRows[worker] = row;
        }
        firstRows[workers] = work.length;
        return firstRows;
    }

    /** Where a worker's rows of a layer start. */
    public int first(int layer, int worker) {
        return firstRows[layer][worker];
    }

    /** How many rows of a layer a worker has, of some layers perhaps none. */
    public int count(int layer, int worker) {
        return firstRows[layer][worker + 1] - firstRows[layer][worker];
    }

    public int workers() {
        return firstRows[0].length - 1;
    }
}
