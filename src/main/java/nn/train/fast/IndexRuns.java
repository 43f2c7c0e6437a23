package nn.train.fast;

/** Ascending indexes, stored as runs of neighbors. It is filled again for each mini-batch, without garbage. */
final class IndexRuns {

    private final int[] starts;
    private final int[] lengths;
    private final int[] packedStarts;
    private int count;
    private int total;

    /** Has room for any of the indexes {@code 0 ... most - 1}. */
    IndexRuns(int most) {
        starts = new int[most];
        lengths = new int[most];
        packedStarts = new int[most];
    }

    void clear() {
        count = 0;
        total = 0;
    }

    /** Adds an index that is larger than all so far. */
    void add(int index) {
        if (count > 0 && end(count - 1) == index) {
            lengths[count - 1]++;
        } else {
            starts[count] = index;
            packedStarts[count] = total;
            lengths[count++] = 1;
        }
        total++;
    }

    /** Adds the indexes {@code 0 ... end - 1}. */
    void addAll(int end) {
        for (int index = 0; index < end; index++) {
            add(index);
        }
    }

    /** The number of runs. */
    int count() {
        return count;
    }

    int start(int run) {
        return starts[run];
    }

    int length(int run) {
        return lengths[run];
    }

    /** The index behind a run. */
    int end(int run) {
        return starts[run] + lengths[run];
    }

    /** Where a run starts when all runs stand side by side. */
    int packedStart(int run) {
        return packedStarts[run];
    }

    /** The number of indexes in all runs. */
    int total() {
        return total;
    }
}
