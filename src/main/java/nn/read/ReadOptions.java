package nn.read;

import java.util.Optional;
import java.util.OptionalInt;
import nn.image.prepare.Box;
import nn.image.prepare.Polarity;

/**
 * How a page is read.
 *
 * @param polarity      whether ink is darker than paper
 * @param digits        how many digits each line has, at least 1, if that is known
 * @param cells         the grid that the page shows, if it is one
 * @param region        the part of the picture to read, in pixels of the upright original; empty for all of it
 * @param minConfidence digits that are less sure are shown as unsure, in [0, 1]
 */
public record ReadOptions(
        Polarity polarity, OptionalInt digits, Optional<Cells> cells, Optional<Box> region, double minConfidence) {

    /** The usual bound: confidence is right about how often digits are (scripts/read-confidence.py), so below it one is rather wrong. */
    public static final double MIN_CONFIDENCE = 0.5;

    /** The rows and columns of a grid, 1 to 100 each. */
    public record Cells(int rows, int columns) {

        private static final int MOST = 100;

        public Cells {
            if (rows < 1 || columns < 1 || rows > MOST || columns > MOST) {
                throw new IllegalArgumentException(
                        "a grid has 1 to " + MOST + " rows and columns, not " + rows + "x" + columns);
            }
        }
    }
}
