package nn.train.fast;

/** Some of a layer's inputs as runs of neighbors, from the first to the last; filled anew for each mini-batch without garbage. */
final class InputRuns {

    private final int[] starts;
    private final int[] lengths;
    private final int[] packedStarts;
    private int count;
    private int total;

    /** Room for any choice of so many inputs. */
    InputRuns(int inputs) {
        starts = new int[inputs];
        lengths = new int[inputs];
        packedStarts = new int[inputs];
    }

    void clear() {
        count = 0;
        total = 0;
    }

    /** Adds an input behind all so far. */
    void add(int input) {
        if (count > 0 && end(count - 1) == input) {
            lengths[count - 1]++;
        } else {
            starts[count] = input;
            packedStarts[count] = total;
            lengths[count++] = 1;
        }
        total++;
    }

    /** Adds the inputs {@code 0 ... inputs - 1}. */
    void addAll(int inputs) {
        for (int input = 0; input < inputs; input++) {
            add(input);
        }
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

    /** The input behind a run. */
    int end(int run) {
        return starts[run] + lengths[run];
    }

    /** Where a run starts when all runs stand side by side. */
    int packedStart(int run) {
        return packedStarts[run];
    }

    /** How many inputs all runs have. */
    int total() {
        return total;
    }
}
