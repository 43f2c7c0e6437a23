package nn.report;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import nn.lesson.Axis;
import nn.lesson.Numbers;
import nn.lesson.Panel;

/** Draws a surface as colors, with a color scale and with paths. */
final class SurfaceDrawing {

    private static final int BANDS = 24;
    private static final double SCALE_WIDTH = 78;

    private final Canvas canvas;
    private final Panel.Surface surface;
    private final Rectangle2D.Double area;
    private final Plot plot;
    private final double low;
    private final double high;

    SurfaceDrawing(Canvas canvas, Panel.Surface surface, Rectangle2D.Double area, int legendRows) {
        this.canvas = canvas;
        this.surface = surface;
        this.area = area;
        plot = new Plot(canvas, area, surface.x(), surface.y(), legendRows, SCALE_WIDTH);
        low = surface.heights().values().stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0);
        high = surface.heights().values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
    }

    void draw() {
        drawHeights();
        drawScale();
        plot.drawAxes();
        plot.drawSeries(surface.series());
        plot.drawLegend(surface.series(), area.width);
    }

    private void drawHeights() {
        Rectangle2D.Double frame = plot.frame();
        int width = (int) frame.width;
        int height = (int) frame.height;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double value = interpolated(surface.heights(), 1 - (row + 0.5) / height, (column + 0.5) / width);
                image.setRGB(column, row, Palette.surface(band(share(value))).getRGB());
            }
        }
        canvas.graphics().drawImage(image, (int) frame.x, (int) frame.y, null);
    }

    private void drawScale() {
        Rectangle2D.Double frame = plot.frame();
        double left = frame.x + frame.width + 20;
        for (int i = 0; i < frame.height; i++) {
            canvas.box(left, frame.y + i, 14, 1.5, Palette.surface(band(1 - i / frame.height)));
        }
        Axis scale = new Axis(surface.scale(), low, high, Axis.Scale.LINEAR);
        for (double tick : Ticks.of(scale)) {
            canvas.text(
                    Ticks.label(scale, tick),
                    left + 20,
                    frame.y + frame.height * (1 - share(tick)),
                    Canvas.Align.LEFT,
                    Canvas.SMALL,
                    Palette.MUTED);
        }
        canvas.upwardText(
                canvas.words().text("axis." + surface.scale()),
                left + 50,
                frame.getCenterY(),
                Canvas.LABEL,
                Palette.INK);
    }

    /** The square root of the relative height, which gives the valley more of the colors. */
    private double share(double value) {
        return Math.sqrt(Math.max(0, value - low) / (high - low));
    }

    /** Rounds to bands, which look like the contour lines of a map. */
    private static double band(double share) {
        return Math.floor(share * BANDS) / BANDS;
    }

    private static double interpolated(Numbers heights, double upwards, double rightwards) {
        int rows = heights.shape().get(0);
        int columns = heights.shape().get(1);
        double y = upwards * (rows - 1);
        double x = rightwards * (columns - 1);
        int row = Math.min(rows - 2, (int) y);
        int column = Math.min(columns - 2, (int) x);
        double dy = y - row;
        double dx = x - column;
        List<Double> values = heights.values();
        int at = row * columns + column;
        return (1 - dy) * ((1 - dx) * values.get(at) + dx * values.get(at + 1))
                + dy * ((1 - dx) * values.get(at + columns) + dx * values.get(at + columns + 1));
    }
}
