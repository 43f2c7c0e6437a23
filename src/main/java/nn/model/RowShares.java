package nn.model;

import java.util.Arrays;

/**
 * Which rows of each layer's matrix are which worker's: consecutive ones, worker 0's first. A row holds the weights of one input, and
 * the last one the biases, where there are some.
 */
public final class RowShares {

    private final int[][] firstRows;

    private RowShares(int[][] firstRows) {
        this.firstRows = firstRows;
    }

    /** As many rows for each of the workers. */
    public static RowShares even(Architecture architecture, int workers) {
        double[] costs = new double[architecture.sizes().get(0)];
        Arrays.fill(costs, 1);
        return of(architecture, workers, costs);
    }

    /**
     * The first layer's rows so that they cost each worker the same, and as many of the other layers' for each.
     *
     * @param inputCosts {@code [inputs]}, what a step takes for each row of the first layer, in any unit; the biases take what the
     *     dearest does, as their input is never zero
     */
    public static RowShares of(Architecture architecture, int workers, double[] inputCosts) {
        int[][] firstRows = new int[architecture.layers()][];
        for (int layer = 0; layer < firstRows.length; layer++) {
            double[] costs = new double[architecture.weightRows(layer)];
            Arrays.fill(costs, layer == 0 ? Arrays.stream(inputCosts).max().orElseThrow() : 1);
            if (layer == 0) {
                System.arraycopy(inputCosts, 0, costs, 0, inputCosts.length);
            }
            firstRows[layer] = firstRows(costs, workers);
        }
        return new RowShares(firstRows);
    }

    private static int[] firstRows(double[] costs, int workers) {
        double total = Arrays.stream(costs).sum();
        int[] firstRows = new int[workers + 1];
        int row = 0;
        double before = 0;
        for (int worker = 1; worker < workers; worker++) {
            double share = total * worker / workers;
            // A row is the worker's where its end lies, so that the last worker has the last one.
            while (row < costs.length - 1 && before + costs[row] <= share) {
                before += costs[row++];
            }
            firstRows[worker] = row;
        }
        firstRows[workers] = costs.length;
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
