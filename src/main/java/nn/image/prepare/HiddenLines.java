package nn.image.prepare;

/** Finds lines from edge to edge that strokes hide for the most part. */
final class HiddenLines {

    /** Not more of a line may be missing. */
    private static final double MOST_MISSING = 0.08;
    /** At least so much of it shows beside the strokes, as thin as a line: no row of digits is like that. */
    private static final double LEAST_SHOWN = 0.2;

    private HiddenLines() {}

    /**
     * Whether there is ink all the way along a row that slopes.
     *
     * @param near     where ink is near
     * @param thin     the same of ink that is as thin as a line
     * @param drift    [length] how many rows it has risen at each place
     * @param shortest how long the row is at least, in pixels
     */
    static boolean isLine(
            boolean[] near, boolean[] thin, int row, int[] drift, int rows, int along, int across, int shortest) {
        int length = drift.length;
        int inside = 0;
        int missing = 0;
        int shown = 0;
        for (int at = 0; at < length && missing <= MOST_MISSING * length; at++) {
            int y = row + drift[at];
            if (y >= 0 && y < rows) {
                int i = y * across + at * along;
                inside++;
                missing += near[i] ? 0 : 1;
                shown += thin[i] ? 1 : 0;
            }
        }
        return inside >= shortest && missing <= MOST_MISSING * inside && shown >= LEAST_SHOWN * inside;
    }
}
