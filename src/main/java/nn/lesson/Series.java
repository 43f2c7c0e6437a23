package nn.lesson;

import java.util.function.DoubleUnaryOperator;

/**
 * A series of points in a panel.
 *
 * @param key the key of its name in the legend
 * @param style how it is drawn
 * @param color its index in the palette; a color has the same meaning in all panels of a figure
 * @param x the horizontal coordinates
 * @param y the vertical coordinates, as many; NaN leaves a gap
 */
public record Series(String key, Style style, int color, Numbers x, Numbers y) {

    /** How a series is drawn. */
    public enum Style {
        LINE,
        DASHED,
        FAINT,
        POINTS,
        CROSSES,
        PATH
    }

    public Series {
        if (!x.shape().equals(y.shape())) {
            throw new IllegalArgumentException("series " + key + " has " + x.shape() + " x and " + y.shape() + " y");
        }
    }

    static Series of(String key, Style style, int color, double[] x, double[] y) {
        return new Series(key, style, color, Numbers.of(x), Numbers.of(y));
    }

    /** The graph of a function between two arguments. */
    static Series graph(String key, Style style, int color, double from, double to, DoubleUnaryOperator function) {
        double[] x = new double[401];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = from + (to - from) * i / (x.length - 1);
            y[i] = function.applyAsDouble(x[i]);
        }
        return of(key, style, color, x, y);
    }

    /** Values at 0, 1, 2, ... times {@code interval}. */
    static Series sequence(String key, Style style, int color, double interval, double[] y) {
        double[] x = new double[y.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i * interval;
        }
        return of(key, style, color, x, y);
    }
}
