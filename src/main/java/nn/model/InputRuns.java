package nn.model;

/**
 * Some of a layer's inputs as runs of neighbors, from the first to the last, each in a tier of its own choice; filled anew for each
 * mini-batch without garbage.
 */
final class InputRuns {

    private final int[] starts;
    private final int[] lengths;
    private final int[] packedStarts;
    private final byte[] tiers;
    private int count;
    private int total;

    /** Room for any choice of so many inputs. */
    InputRuns(int inputs) {
        starts = new int[inputs];
        lengths = new int[starts.length];
        packedStarts = new int[starts.length];
        tiers = new byte[starts.length];
    }

    void clear() {
        count = 0;
        total = 0;
    }

    /** All of so many inputs, in tier 0. */
    void setAll(int inputs) {
        clear();
        if (inputs > 0) {
            starts[count] = 0;
            packedStarts[count] = 0;
            tiers[count] = 0;
            lengths[count++] = inputs;
        }
        total = inputs;
    }

    /**
     * Adds an input behind all so far.
     *
     * @param packed its place among the inputs of its tier
     */
    void add(int input, int tier, int packed) {
        if (count > 0 && starts[count - 1] + lengths[count - 1] == input && tiers[count - 1] == tier) {
            lengths[count - 1]++;
        } else {
            starts[count] = input;
            packedStarts[count] = packed;
            tiers[count] = (byte) tier;
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

    int tier(int run) {
        return tiers[run];
    }

    /** Where a run starts when all inputs of its tier are side by side. */
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
