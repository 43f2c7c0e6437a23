package nn.model;

import java.util.Arrays;
import java.util.List;

/**
 * One worker's part of a layer's gradient: a row for each of its inputs. The rows of inputs that were zero in the whole mini-batch
 * are zero and have no memory; the others stand side by side, those of a tier in a matrix of their own. One thread at a time.
 */
public final class GradientRows {

    private final List<Matrix> packed;
    private final int columns;
    private final InputRuns runs;
    private int run;

    /**
     * @param packed {@code [inputs, fanOut]} of each tier, without gaps, of which the first rows are those of the runs
     * @param runs which inputs have a row, changed by others between the reads
     */
    GradientRows(List<Matrix> packed, InputRuns runs) {
        this.packed = List.copyOf(packed);
        columns = packed.get(0).columns();
        this.runs = runs;
    }

    /** With a row for each input. */
    public static GradientRows of(Matrix rows) {
        InputRuns all = new InputRuns(rows.rows());
        all.setAll(rows.rows());
        return new GradientRows(List.of(rows), all);
    }

    /** The rows of a tier that have memory, to be overwritten; those behind the last run's hold anything. */
    Matrix packed(int tier) {
        return packed.get(tier);
    }

    /**
     * Copies {@code length} consecutive numbers to {@code into} from {@code to} on, as if all rows were there, one behind the other.
     * Of a single precision gradient only.
     *
     * @param start the number to begin with; what is not far behind the last one that was read is found at once
     */
    public void read(int start, float[] into, int to, int length) {
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
                FloatMatrix numbers = (FloatMatrix) packed.get(runs.tier(run));
                numbers.readAcrossRows(runs.packedStart(run) * columns + at - runStart, into, to + done, count);
                done += count;
            }
        }
        Arrays.fill(into, to + done, to + length, 0);
    }

    InputRuns runs() {
        return runs;
    }
}
