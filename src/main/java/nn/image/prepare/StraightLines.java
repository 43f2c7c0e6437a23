package nn.image.prepare;

import nn.image.Plane;

/**
 * Takes straight lines out of ink, near to level or upright: ruled and grid lines, boxes, underlines. Where a stroke crosses a line
 * the stroke stays.
 */
public final class StraightLines {

    /** Slopes up to this one, in steps of a pixel over the picture's length. */
    private static final double STEEPEST = 0.12;
    /** A run of ink across a line that is so many times its width is a stroke. */
    private static final double CROSSING = 1.8;
    /** The blurred edge of a line, as a share of the longer side. */
    private static final double RIM = 0.006;

    private StraightLines() {}

    /**
     * The ink without its lines.
     *
     * @param threshold from which value on a pixel is ink
     * @param shortest  how long a line is at least, in pixels
     * @param blank     the value that lines become
     */
    public static Plane removed(Plane ink, float threshold, int shortest, float blank) {
        boolean[] mask = new boolean[ink.values().length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = ink.values()[i] >= threshold;
        }
        int width = ink.width();
        int height = ink.height();
        boolean[] level = lines(mask, width, height, 1, width, shortest);
        boolean[] upright = lines(mask, height, width, width, 1, shortest);
        boolean[] gone = new boolean[mask.length];
        erase(mask, level, gone, width, height, 1, width);
        erase(mask, upright, gone, height, width, width, 1);
        return Erasure.of(ink, mask, gone, Math.max(1, RIM * ink.longerSide()), blank);
    }

    /** The pixels of runs along the first axis that are long enough, at any slope up to the steepest. */
    private static boolean[] lines(boolean[] mask, int length, int rows, int along, int across, int shortest) {
        boolean[] lines = new boolean[mask.length];
        int steps = (int) Math.ceil(STEEPEST * length);
        int stride = Math.max(1, steps / 6);
        for (int rise = -steps; rise <= steps; rise += stride) {
            double slope = (double) rise / length;
            for (int row = -steps; row < rows + steps; row++) {
                int start = -1;
                int gap = 0;
                for (int at = 0; at <= length; at++) {
                    int y = row + (int) Math.round(slope * at);
                    boolean set = at < length && y >= 0 && y < rows && mask[y * across + at * along];
                    if (set) {
                        start = start < 0 ? at : start;
                        gap = 0;
                    } else if (start >= 0 && (++gap > 2 || at == length)) {
                        int end = at - gap + 1;
                        if (end - start >= shortest) {
                            for (int k = start; k < end; k++) {
                                int line = row + (int) Math.round(slope * k);
                                if (line >= 0 && line < rows) {
                                    lines[line * across + k * along] |= mask[line * across + k * along];
                                }
                            }
                        }
                        start = -1;
                        gap = 0;
                    }
                }
            }
        }
        return lines;
    }

    /** Marks the runs across the lines that are no thicker than a line. */
    private static void erase(
            boolean[] mask, boolean[] lines, boolean[] gone, int length, int rows, int along, int across) {
        int[] thicknesses = new int[rows + 1];
        int total = 0;
        for (int pass = 0; pass < 2; pass++) {
            double limit = pass == 0 ? 0 : CROSSING * median(thicknesses, total) + 1;
            for (int at = 0; at < length; at++) {
                for (int y = 0; y < rows; ) {
                    int from = y;
                    boolean line = false;
                    while (y < rows && mask[y * across + at * along]) {
                        line |= lines[y * across + at * along];
                        y++;
                    }
                    if (line && pass == 0) {
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
                return;
            }
        }
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
