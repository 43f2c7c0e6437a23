package nn.model;

/** Some of a layer's inputs as runs of neighbors, from the first to the last; filled anew for each mini-batch without garbage. */
final class InputRuns {

    private final int[] starts;
    private final int[] lengths;
    private final int[] packedStarts;
    private int count;
    private int total;

    /** Room for any choice of so many inputs. */
    InputRuns(int inputs) {
        starts = new int[(inputs + 1) / 2];
        lengths = new int[starts.length];
        packedStarts = new int[starts.length];
    }

    void clear() {
        count = 0;
        total = 0;
    }

    /** All of so many inputs. */
    void setAll(int inputs) {
        clear();
        if (inputs > 0) {
            starts[count] = 0;
            packedStarts[count] = 0;
            lengths[count++] = inputs;
        }
        total = inputs;
    }

    /** Adds an input behind all so far. */
    void add(int input) {
        if (count > 0 && starts[count - 1] + lengths[count - 1] == input) {
            lengths[count - 1]++;
        } else {
            starts[count] = input;
            packedStarts[count] = total;
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

    /** Where a run starts when all of them are side by side. */
    int packedStart(int run) {
        return packedStarts[run];
    }

    /** The input behind a run. */
    int end(int run) {
        return starts[run] + lengths[run];
    }

    /** How many inputs all runs have. */
    int total() {
        return total;
    }
}
