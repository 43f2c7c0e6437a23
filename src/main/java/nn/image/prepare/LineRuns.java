package nn.image.prepare;

/** The long runs of set pixels along the rows, or the columns, of a mask. The rows may slant. */
final class LineRuns {

    private final boolean[] mask;
    private final int length;
    private final int rows;
    private final int along;
    private final int across;
    private final int shortest;
    private final int gap;

    /** A run from a place along the row to the place behind its last pixel. */
    interface Receiver {
        void accept(int start, int end);
    }

    /**
     * @param mask     [rows * length], or transposed
     * @param along    from a pixel to the next one of its row in the mask
     * @param across   the same to the next row
     * @param shortest how long a run is at least, in pixels
     * @param gap      how many pixels may be missing in a row
     */
    LineRuns(boolean[] mask, int length, int rows, int along, int across, int shortest, int gap) {
        this.mask = mask;
        this.length = length;
        this.rows = rows;
        this.along = along;
        this.across = across;
        this.shortest = Math.max(1, shortest);
        this.gap = gap;
    }

    /**
     * All runs of a row. Wherever a run starts, its pixels are tried from the last one that it must have: most rows have no run, and few
     * of their pixels are looked at.
     *
     * @param drift [length] how many rows it has risen at each place
     */
    void of(int row, int[] drift, Receiver receiver) {
        int start = 0;
        while (start + shortest <= length) {
            int next = behindLastGap(row, drift, start);
            if (next > start) {
                start = next;
            } else if (isSet(row, drift, start)) {
                int end = end(row, drift, start);
                if (end - start >= shortest) {
                    receiver.accept(start, end);
                }
                start = end;
            } else {
                start++;
            }
        }
    }

    /** The place behind the last gap that is too wide for the shortest run from this start; the start if there is none. */
    private int behindLastGap(int row, int[] drift, int start) {
        int missing = 0;
        for (int at = start + shortest - 1; at >= start; at--) {
            missing = isSet(row, drift, at) ? 0 : missing + 1;
            if (missing > gap) {
                return at + missing;
            }
        }
        return start;
    }

    private int end(int row, int[] drift, int start) {
        int end = start + 1;
        for (int at = end; at < length && at - end <= gap; at++) {
            if (isSet(row, drift, at)) {
                end = at + 1;
            }
        }
        return end;
    }

    private boolean isSet(int row, int[] drift, int at) {
        int y = row + drift[at];
        return y >= 0 && y < rows && mask[y * across + at * along];
    }
}
