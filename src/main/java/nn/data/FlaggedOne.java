package nn.data;

import java.util.SplittableRandom;

/**
 * Draws the upstroke that much of the world gives its ones, and that MNIST's American writers left out: a short line from the
 * top of the stem down to the left. A network that never saw it reads such a one as a seven.
 */
public final class FlaggedOne {

    /** Length of the flag as a share of the digit's height. */
    private static final double SHORTEST = 0.15;
    private static final double LONGEST = 0.6;
    /** Degrees below the horizontal. */
    private static final double FLATTEST = 20;
    private static final double STEEPEST = 65;
    private static final int INK = 128;

    private final int rows;
    private final int columns;
    private final byte[] drawn;

    /** For images of one size; one thread at a time. */
    public FlaggedOne(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        drawn = new byte[rows * columns];
    }

    /**
     * Adds a flag to the image of a one, in place, and centers it by mass again, as MNIST is. An image without strong ink stays.
     *
     * @param image {@code [rows * columns]}, 0 paper to 255 ink
     */
    public void draw(byte[] image, SplittableRandom random) {
        double share = SHORTEST + (LONGEST - SHORTEST) * random.nextDouble();
        double angle = Math.toRadians(FLATTEST + (STEEPEST - FLATTEST) * random.nextDouble());
        double width = 0.8 + 0.4 * random.nextDouble();
        int top = firstInkRow(image, 0, 1);
        if (top < 0) {
            return;
        }
        int bottom = firstInkRow(image, rows - 1, -1);
        double height = bottom - top + 1;
        double radius = width * Math.max(1, strokeWidth(image, top, bottom)) / 2;
        double startX = inkCenter(image, Math.min(top + 1, rows - 1));
        double startY = top + radius;
        line(image, startX, startY, startX - share * height * Math.cos(angle), startY + share * height * Math.sin(angle), radius);
        center(image);
    }

    private int firstInkRow(byte[] image, int from, int direction) {
        for (int row = from; row >= 0 && row < rows; row += direction) {
            for (int column = 0; column < columns; column++) {
                if ((image[row * columns + column] & 0xff) >= INK) {
                    return row;
                }
            }
        }
        return -1;
    }

    /** The mean width of the ink in the rows, in pixels. */
    private double strokeWidth(byte[] image, int top, int bottom) {
        double sum = 0;
        for (int i = top * columns; i < (bottom + 1) * columns; i++) {
            sum += (image[i] & 0xff) / 255.0;
        }
        return sum / (bottom - top + 1);
    }

    private double inkCenter(byte[] image, int row) {
        double mass = 0;
        double moment = 0;
        for (int column = 0; column < columns; column++) {
            int ink = image[row * columns + column] & 0xff;
            mass += ink;
            moment += ink * (column + 0.5);
        }
        return mass == 0 ? columns / 2.0 : moment / mass;
    }

    /** A line with round ends, blurred over a pixel at its rim, over what is there. */
    private void line(byte[] image, double x0, double y0, double x1, double y1, double radius) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double squared = Math.max(1e-9, dx * dx + dy * dy);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double px = column + 0.5 - x0;
                double py = row + 0.5 - y0;
                double along = Math.max(0, Math.min(1, (px * dx + py * dy) / squared));
                double distance = Math.hypot(px - along * dx, py - along * dy);
                int ink = (int) (255 * Math.max(0, Math.min(1, radius + 0.5 - distance)));
                int place = row * columns + column;
                image[place] = (byte) Math.max(image[place] & 0xff, ink);
            }
        }
    }

    /** Shifts by whole pixels until the center of mass is that of MNIST's images, the corner of the middle pixels. */
    private void center(byte[] image) {
        double mass = 0;
        double momentX = 0;
        for (int i = 0; i < image.length; i++) {
            int ink = image[i] & 0xff;
            mass += ink;
            momentX += ink * (i % columns + 0.5);
        }
        int shift = (int) Math.round(columns / 2.0 + 0.5 - momentX / mass);
        System.arraycopy(image, 0, drawn, 0, image.length);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int from = column - shift;
                image[row * columns + column] = from >= 0 && from < columns ? drawn[row * columns + from] : 0;
            }
        }
    }
}
