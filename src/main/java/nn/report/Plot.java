package nn.report;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import nn.lesson.Axis;
import nn.lesson.Series;

/** Draws two axes with grid, ticks and labels, and series of points. */
final class Plot {

    private static final double LEFT = 72;
    private static final double BOTTOM = 56;
    private static final double TOP = 10;
    private static final double RIGHT = 22;
    private static final double LEGEND_LINE = 22;
    private static final double LEGEND_MARK = 34;

    private final Canvas canvas;
    private final Axis x;
    private final Axis y;
    private final Rectangle2D.Double frame;
    private final double legendTop;

    /**
     * Plans a plot in an area.
     *
     * @param legendRows the lines to leave free for the legend
     * @param rightMargin the width to leave free in addition to the usual margin
     */
    Plot(Canvas canvas, Rectangle2D.Double area, Axis x, Axis y, int legendRows, double rightMargin) {
        this.canvas = canvas;
        this.x = x;
        this.y = y;
        double legend = legendRows * LEGEND_LINE;
        frame = new Rectangle2D.Double(
                area.x + LEFT,
                area.y + TOP,
                area.width - LEFT - RIGHT - rightMargin,
                area.height - TOP - BOTTOM - legend);
        legendTop = frame.y + frame.height + BOTTOM;
    }

    Rectangle2D.Double frame() {
        return frame;
    }

    double pixelX(double value) {
        return frame.x + frame.width * x.position(value);
    }

    double pixelY(double value) {
        return frame.y + frame.height * (1 - y.position(value));
    }

    void drawGrid() {
        for (double tick : Ticks.of(x)) {
            canvas.line(pixelX(tick), frame.y, pixelX(tick), frame.y + frame.height, 1, Palette.GRID);
        }
        for (double tick : Ticks.of(y)) {
            canvas.line(frame.x, pixelY(tick), frame.x + frame.width, pixelY(tick), 1, Palette.GRID);
        }
    }

    void drawAxes() {
        drawXTicks();
        drawFrame();
    }

    private void drawXTicks() {
        double bottom = frame.y + frame.height;
        for (double tick : Ticks.of(x)) {
            canvas.line(pixelX(tick), bottom, pixelX(tick), bottom + 5, 1.2, Palette.MUTED);
            label(x, tick, pixelX(tick), bottom + 16, Canvas.Align.CENTER);
        }
    }

    /** Draws the frame, the y axis and both labels, but no ticks of the x axis. */
    void drawFrame() {
        for (double tick : Ticks.of(y)) {
            canvas.line(frame.x - 5, pixelY(tick), frame.x, pixelY(tick), 1.2, Palette.MUTED);
            label(y, tick, frame.x - 9, pixelY(tick), Canvas.Align.RIGHT);
        }
        canvas.stroke(frame, 1.2, Palette.MUTED, false);
        canvas.text(
                canvas.words().text("axis." + x.key()),
                frame.getCenterX(),
                frame.y + frame.height + 38,
                Canvas.Align.CENTER,
                Canvas.LABEL,
                Palette.INK);
        canvas.upwardText(
                canvas.words().text("axis." + y.key()), frame.x - 54, frame.getCenterY(), Canvas.LABEL, Palette.INK);
    }

    private void label(Axis axis, double tick, double px, double py, Canvas.Align align) {
        String number = Ticks.label(axis, tick).replace('-', '\u2212');
        if (axis.scale() == Axis.Scale.LOGARITHMIC) {
            canvas.powerOfTen(number, px, py, align);
        } else {
            canvas.text(number, px, py, align, Canvas.SMALL, Palette.MUTED);
        }
    }

    /** Draws faint lines first. They are for comparison, and must not hide the others. */
    void drawSeries(List<Series> series) {
        Shape before = canvas.graphics().getClip();
        canvas.graphics().clip(new Rectangle2D.Double(frame.x - 6, frame.y - 1, frame.width + 12, frame.height + 2));
        series.stream().filter(Plot::isFaint).forEach(this::drawSeries);
        series.stream().filter(entry -> !isFaint(entry)).forEach(this::drawSeries);
        canvas.graphics().setClip(before);
    }

    private static boolean isFaint(Series series) {
        return series.style() == Series.Style.FAINT;
    }

    private void drawSeries(Series series) {
        Color color = Palette.series(series.color());
        List<Double> xs = series.x().values();
        List<Double> ys = series.y().values();
        switch (series.style()) {
            case LINE -> canvas.stroke(path(xs, ys), 2.6, color, false);
            case DASHED -> canvas.stroke(path(xs, ys), 1.9, color, true);
            case FAINT -> canvas.stroke(path(xs, ys), 1.7, color, false);
            case PATH -> {
                canvas.stroke(path(xs, ys), 2, color, false);
                for (int i = 0; i < xs.size(); i++) {
                    canvas.dot(pixelX(xs.get(i)), pixelY(ys.get(i)), 3.6, color);
                }
            }
            case POINTS -> {
                double radius = xs.size() > 20 ? 4 : 8;
                for (int i = 0; i < xs.size(); i++) {
                    canvas.dot(
                            pixelX(xs.get(i)),
                            pixelY(ys.get(i)),
                            radius,
                            new Color(color.getRed(), color.getGreen(), color.getBlue(), xs.size() > 20 ? 150 : 255));
                }
            }
            case CROSSES -> {
                for (int i = 0; i < xs.size(); i++) {
                    canvas.cross(pixelX(xs.get(i)), pixelY(ys.get(i)), 7, color);
                }
            }
        }
    }

    private Path2D path(List<Double> xs, List<Double> ys) {
        Path2D path = new Path2D.Double();
        boolean down = false;
        for (int i = 0; i < xs.size(); i++) {
            if (!Double.isFinite(xs.get(i)) || !Double.isFinite(ys.get(i))) {
                down = false;
            } else if (down) {
                path.lineTo(pixelX(xs.get(i)), pixelY(ys.get(i)));
            } else {
                path.moveTo(pixelX(xs.get(i)), pixelY(ys.get(i)));
                down = true;
            }
        }
        return path;
    }

    private static double entryWidth(Canvas canvas, Series series) {
        return LEGEND_MARK + canvas.width(canvas.words().text("series." + series.key()), Canvas.SMALL) + 22;
    }

    /** The number of lines of the legend in an area of the given width. */
    static int legendRows(Canvas canvas, double width, List<Series> series) {
        int rows = 1;
        double used = 0;
        for (Series entry : series) {
            double wide = entryWidth(canvas, entry);
            if (used > 0 && used + wide > width - LEFT - RIGHT) {
                rows++;
                used = 0;
            }
            used += wide;
        }
        return rows;
    }

    /** Draws the legend below the x axis, where it covers nothing. */
    void drawLegend(List<Series> series, double width) {
        double left = frame.x;
        double used = 0;
        double row = legendTop + 6;
        for (Series entry : series) {
            double wide = entryWidth(canvas, entry);
            if (used > 0 && used + wide > width - LEFT - RIGHT) {
                used = 0;
                row += LEGEND_LINE;
            }
            mark(entry, left + used, row);
            canvas.text(
                    canvas.words().text("series." + entry.key()),
                    left + used + LEGEND_MARK,
                    row,
                    Canvas.Align.LEFT,
                    Canvas.SMALL,
                    Palette.INK);
            used += wide;
        }
    }

    private void mark(Series entry, double left, double row) {
        Color color = Palette.series(entry.color());
        double middle = left + 13;
        switch (entry.style()) {
            case LINE -> canvas.line(left, row, left + 26, row, 2.6, color);
            case FAINT -> canvas.line(left, row, left + 26, row, 1.7, color);
            case DASHED -> canvas.stroke(new java.awt.geom.Line2D.Double(left, row, left + 26, row), 1.9, color, true);
            case PATH -> {
                canvas.line(left, row, left + 26, row, 2, color);
                canvas.dot(middle, row, 3.6, color);
            }
            case POINTS -> canvas.dot(middle, row, 5, color);
            case CROSSES -> canvas.cross(middle, row, 5, color);
        }
    }
}
