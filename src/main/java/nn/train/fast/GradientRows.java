package nn.train.fast;

import java.util.Arrays;
import nn.model.FloatMatrix;

/**
 * One part's rows of a layer's gradient. Only the rows of some inputs are stored, one behind the other; the rows of inputs that are blank
 * in the whole mini-batch are zero and have no memory. One thread at a time.
 */
final class GradientRows {

    private final FloatMatrix packed;
    private final IndexRuns runs;
    private int run;

    /**
     * @param packed {@code [inputs, fanOut]} without gaps; its first rows belong to the inputs in the runs
     * @param runs which inputs have a row; may change between two reads
     */
    GradientRows(FloatMatrix packed, IndexRuns runs) {
        this.packed = packed;
        this.runs = runs;
    }

    /** A gradient with a row for each input. */
    static GradientRows of(FloatMatrix rows) {
        IndexRuns all = new IndexRuns(rows.rows());
        all.addAll(rows.rows());
        return new GradientRows(rows, all);
    }

    /**
     * Copies {@code length} consecutive numbers to {@code into} from {@code to} on, as if all rows had memory, one behind the other. It
     * finds a number quickly if that is near the last one that was read.
     *
     * @param start the first number
     */
    void read(int start, float[] into, int to, int length) {
        int columns = packed.columns();
        run = Math.min(run, runs.count());
        while (run > 0 && start < runs.end(run - 1) * columns) {
            run--;
        }
        int done = 0;
        while (done < length && run < runs.count()) {
            int at = start + done;
            int runStart = runs.start(run) * columns;
            int runEnd = runs.end(run) * columns;
            if (at >= runEnd) {
                run++;
            } else if (at < runStart) {
                int zeros = Math.min(length - done, runStart - at);
                Arrays.fill(into, to + done, to + done + zeros, 0);
                done += zeros;
            } else {
                int count = Math.min(length - done, runEnd - at);
                packed.readAcrossRows(runs.packedStart(run) * columns + at - runStart, into, to + done, count);
                done += count;
            }
        }
        Arrays.fill(into, to + done, to + length, 0);
    }
}
