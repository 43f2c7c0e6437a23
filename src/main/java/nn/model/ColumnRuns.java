package nn.model;

/** Some columns of a matrix as runs of neighbors, from left to right; filled anew for each mini-batch without allocating. */
final class ColumnRuns {

    private final int[] starts;
    private final int[] lengths;
    private int count;
    private int total;

    /** Room for any choice of so many columns. */
    ColumnRuns(int columns) {
        starts = new int[(columns + 1) / 2];
        lengths = new int[starts.length];
    }

    void clear() {
        count = 0;
        total = 0;
    }

    /** All of so many columns. */
    void setAll(int columns) {
        clear();
        if (columns > 0) {
            starts[count] = 0;
            lengths[count++] = columns;
        }
        total = columns;
    }

    /** Adds a column to the right of all so far. */
    void add(int column) {
        if (count > 0 && starts[count - 1] + lengths[count - 1] == column) {
            lengths[count - 1]++;
        } else {
            starts[count] = column;
            lengths[count++] = 1;
        }
        total++;
    }

    /** How many runs there are. */
    int count() {
        return count;
    }

    int start(int run) {
        return starts[run];
    }

    int length(int run) {
        return lengths[run];
    }

    /** How many columns all runs have. */
    int total() {
        return total;
    }
}
