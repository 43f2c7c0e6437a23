package nn.data;

import java.util.Arrays;

/**
 * Finds and draws strokes in a grayscale image, to redraw digits. Rows and columns are counted from the upper left. The
 * center of pixel (row, column) has the coordinates (column + 0.5, row + 0.5).
 */
final class Pen {

    private static final int INK = 128;

    private final int rows;
    private final int columns;
    private final byte[] shifted;
    private byte[] image;

    /** A run of inked columns in a row, both ends included. */
    record Run(int from, int to) {

        int width() {
            return to - from + 1;
        }

        /** The x coordinate of its middle. */
        double center() {
            return (from + to + 1) / 2.0;
        }

        /** Whether the runs of neighboring rows touch, also diagonally. */
        boolean touches(Run other) {
            return from <= other.to + 1 && other.from <= to + 1;
        }
    }

    /** For images of one size. Not thread-safe. */
    Pen(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        shifted = new byte[rows * columns];
    }

    /** Sets the image {@code [rows * columns]}, 0 paper to 255 ink, that the other methods read and change. */
    void take(byte[] newImage) {
        image = newImage;
    }

    /** The first row with strong ink, or -1. */
    int top() {
        return firstInked(0, 1);
    }

    /** The last row with strong ink, or -1. */
    int bottom() {
        return firstInked(rows - 1, -1);
    }

    private int firstInked(int from, int step) {
        for (int row = from; row >= 0 && row < rows; row += step) {
            if (runs(row) > 0) {
                return row;
            }
        }
        return -1;
    }

    /** The number of runs of strong ink in a row. */
    int runs(int row) {
        int count = 0;
        for (int column = 0; column < columns; column++) {
            if (inked(row, column) && (column == 0 || !inked(row, column - 1))) {
                count++;
            }
        }
        return count;
    }

    /** A row's run of strong ink, counted from 0 at the left. It must exist. */
    Run run(int row, int index) {
        int column = 0;
        for (int seen = 0; ; seen++) {
            while (!inked(row, column)) {
                column++;
            }
            int from = column;
            while (column < columns && inked(row, column)) {
                column++;
            }
            if (seen == index) {
                return new Run(from, column - 1);
            }
        }
    }

    private boolean inked(int row, int column) {
        return (image[row * columns + column] & 0xff) >= INK;
    }

    /** The mean width of the ink in rows {@code from} to {@code to}, both inclusive, in pixels. */
    double width(int from, int to) {
        double sum = 0;
        for (int i = from * columns; i < (to + 1) * columns; i++) {
            sum += (image[i] & 0xff) / 255.0;
        }
        return sum / (to - from + 1);
    }

    /** Draws a line with round ends and antialiased edges over the image. */
    void line(double x0, double y0, double x1, double y1, double radius) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double squared = Math.max(1e-9, dx * dx + dy * dy);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double px = column + 0.5 - x0;
                double py = row + 0.5 - y0;
                double along = clamped((px * dx + py * dy) / squared);
                double distance = Math.hypot(px - along * dx, py - along * dy);
                int ink = (int) (255 * clamped(radius + 0.5 - distance));
                int place = row * columns + column;
                image[place] = (byte) Math.max(image[place] & 0xff, ink);
            }
        }
    }

    /** Erases everything. */
    void clear() {
        Arrays.fill(image, (byte) 0);
    }

    /**
     * Erases the ink that is more than {@code radius} above and left of the line from (x0, y0) up to (x1, y1), down to row
     * y0.
     */
    void eraseAbove(double x0, double y0, double x1, double y1, double radius) {
        double length = Math.hypot(x1 - x0, y1 - y0);
        for (int row = 0; row < Math.min(rows, y0 + 1); row++) {
            for (int column = 0; column < Math.min(columns, x1); column++) {
                double beyond = ((column + 0.5 - x0) * (y1 - y0) - (row + 0.5 - y0) * (x1 - x0)) / length;
                int place = row * columns + column;
                image[place] = (byte) ((image[place] & 0xff) * (1 - clamped(beyond - radius + 0.5)));
            }
        }
    }

    /**
     * Shifts the image by whole pixels so that its center of mass is near the middle of pixel (rows / 2, columns / 2), as in
     * MNIST.
     */
    void center() {
        double mass = 0;
        double momentX = 0;
        double momentY = 0;
        for (int i = 0; i < image.length; i++) {
            int ink = image[i] & 0xff;
            mass += ink;
            momentX += ink * (i % columns + 0.5);
            momentY += ink * (i / columns + 0.5);
        }
        if (mass == 0) {
            return;
        }
        int right = (int) Math.round(columns / 2.0 + 0.5 - momentX / mass);
        int down = (int) Math.round(rows / 2.0 + 0.5 - momentY / mass);
        System.arraycopy(image, 0, shifted, 0, image.length);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int fromRow = row - down;
                int fromColumn = column - right;
                boolean inside = fromRow >= 0 && fromRow < rows && fromColumn >= 0 && fromColumn < columns;
                image[row * columns + column] = inside ? shifted[fromRow * columns + fromColumn] : 0;
            }
        }
    }

    private static double clamped(double share) {
        return Math.max(0, Math.min(1, share));
    }
}
