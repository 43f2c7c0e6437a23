package nn.image.prepare;

import java.util.Arrays;
import java.util.List;
import nn.image.Picture;
import nn.image.Plane;

/** Digits that the tests draw themselves: strokes of round pens along straight lines. */
public final class DrawnDigit {

    /** A seven: a bar and a stem that leans. */
    static final double[][] SEVEN = {{0.2, 0, 0.8, 0}, {0.8, 0, 0.4, 1}};
    /** A five whose bar does not reach the rest: a broken stroke. */
    public static final double[][] BROKEN_FIVE = {
        {0.38, 0, 0.8, 0},
        {0.2, 0.1, 0.2, 0.45},
        {0.2, 0.45, 0.7, 0.5},
        {0.7, 0.5, 0.75, 0.8},
        {0.75, 0.8, 0.5, 1},
        {0.5, 1, 0.15, 0.95}
    };

    private DrawnDigit() {}

    /**
     * Ink, 0 to 1, of lines (fromX, fromY, toX, toY) in a unit square that is put at (left, top) with the given size.
     *
     * @param pen the pen's width in pixels
     */
    public static Plane ink(int width, int height, double[][] lines, double left, double top, double size, double pen) {
        Plane ink = Plane.of(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double nearest = Double.MAX_VALUE;
                for (double[] line : lines) {
                    nearest = Math.min(nearest, distance((x + 0.5 - left) / size, (y + 0.5 - top) / size, line) * size);
                }
                ink.values()[y * width + x] = (float) Math.max(0, Math.min(1, pen / 2 - nearest + 0.5));
            }
        }
        return ink;
    }

    /** A seven of three quarters of a square of the given side, in the middle. */
    public static Plane seven(int side) {
        return ink(side, side, SEVEN, side * 0.2, side * 0.2, side * 0.6, side * 0.07);
    }

    /** An opaque picture of dark ink (0.15) on bright paper (0.9). */
    public static Picture onPaper(Plane ink) {
        Plane light = Plane.of(ink.width(), ink.height());
        for (int i = 0; i < light.values().length; i++) {
            light.values()[i] = 0.9f - 0.75f * ink.values()[i];
        }
        return opaque(light);
    }

    public static Picture opaque(Plane light) {
        Plane opacity = Plane.of(light.width(), light.height());
        Arrays.fill(opacity.values(), 1);
        return new Picture(light, opacity, List.of());
    }

    private static double distance(double x, double y, double[] line) {
        double dx = line[2] - line[0];
        double dy = line[3] - line[1];
        double along = ((x - line[0]) * dx + (y - line[1]) * dy) / (dx * dx + dy * dy);
        double t = Math.max(0, Math.min(1, along));
        return Math.hypot(x - line[0] - t * dx, y - line[1] - t * dy);
    }
}
