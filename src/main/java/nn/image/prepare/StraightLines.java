package nn.image.prepare;

import java.util.stream.IntStream;
import nn.image.Plane;

/**
 * Takes straight lines out of ink, near to level or upright: ruled and grid lines, boxes, underlines. Where a stroke crosses a line
 * the stroke stays.
 */
public final class StraightLines {

    /** The steepest slope that is tried, in rows per column. */
    private static final double STEEPEST = 0.12;
    /** A run of ink across a line that is so many times its width is a stroke. */
    private static final double CROSSING = 1.8;
    /** A line is at most so thick, in pixels, or a small share of the picture's length. */
    private static final int THICKEST = 5;
    /** At least this share of a line is as thin as that. */
    private static final double MOSTLY_THIN = 0.6;
    /** The blurred edge of a line, as a share of the longer side. */
    private static final double RIM = 0.006;

    private StraightLines() {}

    /**
     * How lines are looked for.
     *
     * @param level   how long a level line is at least, in pixels
     * @param upright the same of an upright one
     * @param slopes  how many slopes are tried to either side
     * @param gap     how many pixels may be missing in a row
     * @param reach   how far the ink of a line may lie from the straight run, across, in pixels
     * @param beyond  how much farther the same line may go on with gaps, in pixels
     * @param rungs   whether an upright line also ends at level lines, however short it is: the sides of boxes in a row
     */
    public record Search(int level, int upright, int slopes, int gap, int reach, int beyond, boolean rungs) {}

    /**
     * The ink without its lines.
     *
     * @param threshold from which value on a pixel is ink
     * @param shortest  how long a line is at least, in pixels
     * @param blank     the value that lines become
     */
    static Plane removed(Plane ink, float threshold, int shortest, float blank) {
        return removed(ink, threshold, new Search(shortest, shortest, 6, 2, 0, 0, false), blank);
    }

    /** The same for lines as they are looked for. */
    public static Plane removed(Plane ink, float threshold, Search search, float blank) {
        boolean[] mask = new boolean[ink.values().length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = ink.values()[i] >= threshold;
        }
        int width = ink.width();
        int height = ink.height();
        boolean[] level = lines(mask, width, height, 1, width, search.level, search);
        boolean[] upright = lines(mask, height, width, width, 1, search.upright, search);
        boolean[] gone = new boolean[mask.length];
        double levelThickness = erase(mask, level, gone, width, height, 1, width, search);
        if (search.rungs) {
            LineCrossings.addRungs(mask, gone, upright, width, height);
        }
        boolean[] goneUpright = new boolean[mask.length];
        double uprightThickness = erase(mask, upright, goneUpright, height, width, width, 1, search);
        if (search.reach > 0) {
            LineCrossings.restore(mask, gone, width, height, 1, width);
            LineCrossings.restore(mask, goneUpright, height, width, width, 1);
        }
        for (int i = 0; i < gone.length; i++) {
            gone[i] |= goneUpright[i];
        }
        if (search.reach > 0) {
            LineCrossings.eraseRemnants(mask, level, upright, gone, levelThickness, uprightThickness, width);
        }
        return Erasure.of(ink, mask, gone, Math.max(1, RIM * ink.longerSide()), blank);
    }

    /** The pixels of runs along the first axis that are long enough, at any slope up to the steepest. */
    private static boolean[] lines(
            boolean[] mask, int length, int rows, int along, int across, int shortest, Search search) {
        boolean[] near = search.reach == 0 ? mask : widened(mask, length, rows, along, across, search.reach);
        boolean[] thin = search.reach == 0
                ? mask
                : widened(thin(mask, length, rows, along, across), length, rows, along, across, search.reach);
        boolean[] lines = new boolean[mask.length];
        int steps = (int) Math.ceil(STEEPEST * length);
        int stride = Math.max(1, steps / search.slopes);
        LineRuns runs = new LineRuns(near, length, rows, along, across, shortest, search.gap);
        for (int rise = -steps; rise <= steps; rise += stride) {
            int[] drift = drift((double) rise / length, length);
            for (int level = -steps; level < rows + steps; level++) {
                int row = level;
                if (search.reach > 0 && HiddenLines.isLine(near, thin, row, drift, rows, along, across, shortest)) {
                    for (int at = 0; at < length; at++) {
                        mark(mask, lines, row + drift[at], rows, at * along, across, search.reach);
                    }
                    continue;
                }
                runs.of(row, drift, (start, end) -> {
                    if (isThin(thin, start, end, row, drift, rows, along, across)) {
                        int last = Math.min(length, end + search.beyond);
                        for (int k = Math.max(0, start - search.beyond); k < last; k++) {
                            mark(mask, lines, row + drift[k], rows, k * along, across, search.reach);
                        }
                    }
                });
            }
        }
        return lines;
    }

    /** How many rows a line has risen at each place along it. */
    private static int[] drift(double slope, int length) {
        return IntStream.range(0, length)
                .map(at -> (int) Math.round(slope * at))
                .toArray();
    }

    /** The pixels of a mask that belong to runs across which are no longer than a line is thick. */
    private static boolean[] thin(boolean[] mask, int length, int rows, int along, int across) {
        int most = thickest(length);
        boolean[] thin = new boolean[mask.length];
        for (int at = 0; at < length; at++) {
            for (int y = 0; y < rows; y++) {
                int from = y;
                while (y < rows && mask[y * across + at * along]) {
                    y++;
                }
                for (int k = from; y - from <= most && k < y; k++) {
                    thin[k * across + at * along] = true;
                }
            }
        }
        return thin;
    }

    private static int thickest(int length) {
        return Math.max(THICKEST, length / 120);
    }

    /** Whether a run is mostly as thin as a line: one through a row of digits is not. */
    private static boolean isThin(
            boolean[] thin, int start, int end, int row, int[] drift, int rows, int along, int across) {
        int count = 0;
        for (int k = start; k < end; k++) {
            int y = row + drift[k];
            count += y >= 0 && y < rows && thin[y * across + k * along] ? 1 : 0;
        }
        return count >= MOSTLY_THIN * (end - start);
    }

    private static void mark(boolean[] mask, boolean[] lines, int row, int rows, int at, int across, int reach) {
        for (int y = Math.max(0, row - reach); y <= Math.min(rows - 1, row + reach); y++) {
            lines[y * across + at] |= mask[y * across + at];
        }
    }

    private static boolean[] widened(boolean[] mask, int length, int rows, int along, int across, int reach) {
        boolean[] wide = new boolean[mask.length];
        for (int at = 0; at < length; at++) {
            for (int y = 0; y < rows; y++) {
                if (mask[y * across + at * along]) {
                    for (int near = Math.max(0, y - reach); near <= Math.min(rows - 1, y + reach); near++) {
                        wide[near * across + at * along] = true;
                    }
                }
            }
        }
        return wide;
    }

    /**
     * Marks the runs across the lines that are no thicker than a line is where no stroke hides it.
     *
     * @return how thick a line is at most; 0 if there is none
     */
    private static double erase(
            boolean[] mask,
            boolean[] lines,
            boolean[] gone,
            int length,
            int rows,
            int along,
            int across,
            Search search) {
        int[] thicknesses = new int[rows + 1];
        int most = search.reach == 0 ? rows : thickest(length);
        int total = 0;
        double limit = 0;
        for (int pass = 0; pass < 2; pass++) {
            limit = pass == 0 ? 0 : CROSSING * median(thicknesses, total) + 1;
            for (int at = 0; at < length; at++) {
                for (int y = 0; y < rows; ) {
                    int from = y;
                    boolean line = false;
                    while (y < rows && mask[y * across + at * along]) {
                        line |= lines[y * across + at * along];
                        y++;
                    }
                    if (line && pass == 0 && y - from <= most) {
                        thicknesses[y - from]++;
                        total++;
                    }
                    for (int k = from; line && pass == 1 && y - from <= limit && k < y; k++) {
                        gone[k * across + at * along] = true;
                    }
                    y = y == from ? y + 1 : y;
                }
            }
            if (total == 0) {
                return 0;
            }
        }
        return limit;
    }

    private static int median(int[] histogram, int total) {
        int seen = 0;
        for (int i = 0; i < histogram.length; i++) {
            seen += histogram[i];
            if (2 * seen >= total) {
                return i;
            }
        }
        return histogram.length;
    }
}
