package nn.report.page;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A chart of lines and points over two axes, as a value.
 *
 * @param id names the chart in a page and as a file, such as {@code loss}
 * @param title what it shows
 * @param description what one sees, for those who do not see it
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series what is drawn, from back to front
 * @param mark where a vertical line stands, such as the best epoch
 */
record Chart(String id, String title, String description, Axis x, Axis y, List<Series> series, OptionalDouble mark) {

    Chart {
        series = List.copyOf(series);
    }

    /**
     * An axis.
     *
     * @param label what it measures, with the unit
     * @param low where it begins; NaN to fit the data
     * @param high where it ends; NaN to fit the data
     * @param integer whether only whole numbers are labeled
     */
    record Axis(String label, double low, double high, boolean integer) {

        /** An axis that fits the data. */
        static Axis of(String label) {
            return new Axis(label, Double.NaN, Double.NaN, false);
        }

        static Axis whole(String label) {
            return new Axis(label, Double.NaN, Double.NaN, true);
        }
    }

    /**
     * A line through points, in the order of their x.
     *
     * @param name for the legend
     * @param points those with a NaN are left out
     * @param tint its color
     * @param dashed whether the line is dashed, so that color is not the only difference
     * @param shapes whether the points are marked
     * @param legend whether the legend names it
     */
    record Series(String name, List<Point> points, Tint tint, boolean dashed, boolean shapes, boolean legend) {

        Series {
            points = List.copyOf(points);
        }

        private long measured() {
            return points.stream().filter(point -> !Double.isNaN(point.y())).count();
        }
    }

    /** A point of a series. */
    record Point(double x, double y) {}

    /** Whether there is a point to draw. */
    boolean hasPoints() {
        return series.stream().anyMatch(one -> one.measured() > 0);
    }

    /** Whether there are two points to connect. */
    boolean isCurve() {
        return series.stream().anyMatch(one -> one.measured() > 1);
    }
}
