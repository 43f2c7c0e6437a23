package nn.read;

import java.util.Arrays;
import java.util.Optional;
import nn.image.Plane;
import nn.image.prepare.Box;
import nn.image.prepare.Components;
import nn.image.prepare.Polarity;

/** Finds a drawn grid on a page. */
final class GridOutline {

    /** A grid covers at least this share of the page. */
    private static final double SMALLEST = 0.1;
    /** Of all lines, at least this share shows ink, less the share of the cells between them. */
    private static final double DRAWN = 0.5;

    private static final int SAMPLES = 60;
    /** Fainter and stronger than ink is as a rule. */
    private static final float[] LEVELS = {0.5f, 0.75f, 1, 1.5f};

    private GridOutline() {}

    /** The outline along whose sides and cells most is drawn, of all connected ink at several levels. */
    static Optional<Perspective> of(Plane light, Polarity polarity, ReadOptions.Cells cells) {
        Plane ink = InkMap.withLines(light, polarity).ink();
        Optional<Perspective> best = Optional.empty();
        double most = DRAWN;
        for (float level : LEVELS) {
            Components components = Components.of(ink, level * InkMap.THRESHOLD);
            for (Components.Part part : components.parts()) {
                if ((double) part.box().width() * part.box().height() >= SMALLEST * ink.values().length) {
                    Perspective view = corners(components, part);
                    double drawn = drawn(view, ink, cells);
                    if (drawn > most) {
                        most = drawn;
                        best = Optional.of(view);
                    }
                }
            }
        }
        return best;
    }

    /** The pixels that lie farthest in the directions of the corners. */
    private static Perspective corners(Components components, Components.Part part) {
        Box box = part.box();
        double[] farthest = new double[4];
        double[] x = new double[4];
        double[] y = new double[4];
        Arrays.fill(farthest, -Double.MAX_VALUE);
        for (int row = box.top(); row < box.bottom(); row++) {
            for (int column = box.left(); column < box.right(); column++) {
                if (components.labels()[row * components.width() + column] != part.label()) {
                    continue;
                }
                for (int corner = 0; corner < 4; corner++) {
                    int right = corner == 1 || corner == 2 ? 1 : -1;
                    int down = corner >= 2 ? 1 : -1;
                    double far = (double) right * column + (double) down * row;
                    if (far > farthest[corner]) {
                        farthest[corner] = far;
                        x[corner] = column + (right > 0 ? 1 : 0);
                        y[corner] = row + (down > 0 ? 1 : 0);
                    }
                }
            }
        }
        return Perspective.of(x, y);
    }

    /** The share of all lines of the grid that is ink, less the share of its cells: a picture or a dark heading is no grid. */
    private static double drawn(Perspective view, Plane ink, ReadOptions.Cells cells) {
        int drawn = 0;
        int samples = 0;
        for (int row = 0; row <= cells.rows(); row++) {
            for (int i = 0; i < SAMPLES; i++) {
                drawn += hasInk(ink, view, (i + 0.5) / SAMPLES, (double) row / cells.rows()) ? 1 : 0;
                samples++;
            }
        }
        for (int column = 0; column <= cells.columns(); column++) {
            for (int i = 0; i < SAMPLES; i++) {
                drawn += hasInk(ink, view, (double) column / cells.columns(), (i + 0.5) / SAMPLES) ? 1 : 0;
                samples++;
            }
        }
        return (double) drawn / samples - filled(view, ink, cells);
    }

    /** The share of ink halfway between the lines and the middles of the cells, where digits are rare. */
    private static double filled(Perspective view, Plane ink, ReadOptions.Cells cells) {
        int filled = 0;
        int samples = 4 * cells.rows() * cells.columns();
        for (int i = 0; i < samples; i++) {
            int row = i / 4 / cells.columns();
            int column = i / 4 % cells.columns();
            double u = (column + (i % 2 == 0 ? 0.25 : 0.75)) / cells.columns();
            double v = (row + (i % 4 < 2 ? 0.25 : 0.75)) / cells.rows();
            int x = (int) Math.max(0, Math.min(ink.width() - 1, view.x(u, v)));
            int y = (int) Math.max(0, Math.min(ink.height() - 1, view.y(u, v)));
            filled += ink.at(x, y) >= InkMap.THRESHOLD ? 1 : 0;
        }
        return (double) filled / samples;
    }

    private static boolean hasInk(Plane ink, Perspective view, double u, double v) {
        int x = (int) view.x(u, v);
        int y = (int) view.y(u, v);
        int near = Math.max(2, ink.longerSide() / 200);
        for (int row = Math.max(0, y - near); row <= Math.min(ink.height() - 1, y + near); row++) {
            for (int column = Math.max(0, x - near); column <= Math.min(ink.width() - 1, x + near); column++) {
                if (ink.at(column, row) >= 0.7f * InkMap.THRESHOLD) {
                    return true;
                }
            }
        }
        return false;
    }
}
