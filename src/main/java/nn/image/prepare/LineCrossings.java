package nn.image.prepare;

import nn.image.Plane;

/** Where straight lines meet strokes and one another. */
final class LineCrossings {

    /** The side of a box is longer than so many pixels. */
    private static final int SHORTEST_RUNG = 12;
    /** A crossing is so much thicker than its lines. */
    private static final double BLUNT = 1.4;

    private LineCrossings() {}

    /** Keeps what was to go where ink goes on to both sides of a line, straight or slanted: a thin stroke crosses there. */
    static void restore(boolean[] mask, boolean[] gone, int length, int rows, int along, int across) {
        for (int at = 0; at < length; at++) {
            for (int y = 0; y < rows; y++) {
                if (!gone[y * across + at * along]) {
                    continue;
                }
                int from = y;
                while (y < rows && gone[y * across + at * along]) {
                    y++;
                }
                if (goesOn(mask, gone, at, from - 1, length, rows, along, across)
                        && goesOn(mask, gone, at, y, length, rows, along, across)) {
                    for (int k = from; k < y; k++) {
                        gone[k * across + at * along] = false;
                    }
                }
            }
        }
    }

    private static boolean goesOn(
            boolean[] mask, boolean[] gone, int at, int y, int length, int rows, int along, int across) {
        if (y < 0 || y >= rows) {
            return false;
        }
        for (int near = Math.max(0, at - 1); near <= Math.min(length - 1, at + 1); near++) {
            int i = y * across + near * along;
            if (mask[i] && !gone[i]) {
                return true;
            }
        }
        return false;
    }

    /** Marks straight upright runs that end at level lines on both sides, no thicker than a line. */
    static void addRungs(boolean[] mask, boolean[] level, boolean[] upright, int width, int height) {
        int near = 3;
        for (int x = 0; x < width; x++) {
            int from = -1;
            for (int y = 0; y < height; y++) {
                if (!level[y * width + x]) {
                    continue;
                }
                if (from >= 0 && y - from > SHORTEST_RUNG && isStraight(mask, x, from, y, width)) {
                    for (int k = from; k < y; k++) {
                        for (int dx = -near; dx <= near; dx++) {
                            if (x + dx >= 0 && x + dx < width && mask[k * width + x + dx]) {
                                upright[k * width + x + dx] = true;
                            }
                        }
                    }
                }
                from = y;
            }
        }
    }

    /** Whether the column is all but filled between two rows. */
    private static boolean isStraight(boolean[] mask, int x, int from, int to, int width) {
        int filled = 0;
        for (int y = from; y < to; y++) {
            filled +=
                    mask[y * width + x] || x > 0 && mask[y * width + x - 1] || x + 1 < width && mask[y * width + x + 1]
                            ? 1
                            : 0;
        }
        return filled >= 0.95 * (to - from);
    }

    /** Marks what is left and lies on lines only, no thicker than they are: where two cross, a run across either is long. */
    static void eraseRemnants(
            boolean[] mask,
            boolean[] level,
            boolean[] upright,
            boolean[] gone,
            double levelThickness,
            double uprightThickness,
            int width) {
        Plane left = Plane.of(width, mask.length / width);
        for (int i = 0; i < mask.length; i++) {
            left.values()[i] = mask[i] && !gone[i] ? 1 : 0;
        }
        Components parts = Components.of(left, 1);
        boolean[] remnant = new boolean[parts.parts().size() + 1];
        for (Components.Part part : parts.parts()) {
            Box box = part.box();
            remnant[part.label()] = box.height() <= BLUNT * levelThickness || box.width() <= BLUNT * uprightThickness;
        }
        for (int i = 0; i < mask.length; i++) {
            remnant[parts.labels()[i]] &= level[i] || upright[i];
        }
        remnant[0] = false;
        for (int i = 0; i < mask.length; i++) {
            gone[i] |= remnant[parts.labels()[i]];
        }
    }
}
