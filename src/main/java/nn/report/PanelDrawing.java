package nn.report;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import nn.lesson.Axis;
import nn.lesson.Numbers;
import nn.lesson.Panel;
import nn.lesson.Series;

/** Draws each kind of panel into an area. */
final class PanelDrawing {

    /** The least height of a bar, so that a value near 0 is visible. */
    private static final double LEAST_BAR = 1.5;

    private final Canvas canvas;
    private final int legendRows;

    /** @param legendRows the lines that all panels leave free for legends, so that the panels align */
    PanelDrawing(Canvas canvas, int legendRows) {
        this.canvas = canvas;
        this.legendRows = legendRows;
    }

    /** The lines of the largest legend. */
    static int legendRows(Canvas canvas, List<Panel> panels, double width) {
        return panels.stream()
                .map(PanelDrawing::series)
                .mapToInt(series -> series.isEmpty() ? 0 : Plot.legendRows(canvas, width, series))
                .max()
                .orElse(0);
    }

    private static List<Series> series(Panel panel) {
        if (panel instanceof Panel.Curves curves) {
            return curves.series();
        }
        return panel instanceof Panel.Surface surface ? surface.series() : List.of();
    }

    void draw(Panel panel, Rectangle2D.Double area) {
        canvas.boldText(
                Canvas.headline(canvas.words().text("panel." + panel.key())),
                area.getCenterX(),
                area.y + 14,
                Canvas.Align.CENTER,
                Canvas.HEADING,
                Palette.INK);
        Rectangle2D.Double below = new Rectangle2D.Double(area.x, area.y + 30, area.width, area.height - 30);
        if (panel instanceof Panel.Curves curves) {
            draw(curves, below);
        } else if (panel instanceof Panel.Bars bars) {
            draw(bars, below);
        } else if (panel instanceof Panel.Surface surface) {
            new SurfaceDrawing(canvas, surface, below, legendRows).draw();
        } else if (panel instanceof Panel.Images images) {
            draw(images, below);
        } else if (panel instanceof Panel.Tables tables) {
            draw(tables, below);
        } else if (panel instanceof Panel.Network network) {
            new NetworkDrawing(canvas, network, below).draw();
        }
    }

    private void draw(Panel.Curves curves, Rectangle2D.Double area) {
        Plot plot = new Plot(canvas, area, curves.x(), curves.y(), legendRows, 0);
        plot.drawGrid();
        plot.drawAxes();
        plot.drawSeries(curves.series());
        plot.drawLegend(curves.series(), area.width);
    }

    private void draw(Panel.Bars bars, Rectangle2D.Double area) {
        int count = bars.categories().size();
        Plot plot = new Plot(canvas, area, new Axis(bars.x(), 0, count, Axis.Scale.COUNT), bars.y(), legendRows, 0);
        for (double tick : Ticks.of(bars.y())) {
            canvas.line(
                    plot.frame().x,
                    plot.pixelY(tick),
                    plot.frame().x + plot.frame().width,
                    plot.pixelY(tick),
                    1,
                    Palette.GRID);
        }
        double base = plot.pixelY(Math.max(
                bars.y().min(),
                Math.min(bars.y().max(), bars.y().max() <= 0 ? bars.y().min() : 0)));
        for (int i = 0; i < count; i++) {
            double value = plot.pixelY(bars.values().values().get(i));
            double left = plot.pixelX(i + 0.15);
            double height = Math.max(LEAST_BAR, Math.abs(value - base));
            canvas.box(
                    left,
                    value > base ? base : base - height,
                    plot.pixelX(i + 0.85) - left,
                    height,
                    Palette.series(i == bars.marked() ? 1 : 0));
            canvas.text(
                    category(bars.categories().get(i)),
                    plot.pixelX(i + 0.5),
                    plot.frame().y + plot.frame().height + 16,
                    Canvas.Align.CENTER,
                    Canvas.SMALL,
                    Palette.MUTED);
        }
        canvas.line(plot.frame().x, base, plot.frame().x + plot.frame().width, base, 1.2, Palette.MUTED);
        plot.drawFrame();
    }

    /** A digit needs no translation. */
    private String category(String name) {
        return Character.isDigit(name.charAt(0)) ? name : canvas.words().text("category." + name);
    }

    private void draw(Panel.Images images, Rectangle2D.Double area) {
        int columns = images.columns();
        int rows = (images.images().size() + columns - 1) / columns;
        double cell = Math.min(area.width / columns, (area.height - 10) / rows);
        double left = area.x + (area.width - cell * columns) / 2;
        double top = area.y + Math.max(8, (area.height - cell * rows) / 2 - 20);
        for (int i = 0; i < images.images().size(); i++) {
            Panel.Image image = images.images().get(i);
            double size = cell - 30;
            double x = left + i % columns * cell + 15;
            double y = top + i / columns * cell;
            drawImage(image.pixels(), x, y, size);
            canvas.text(image.caption(), x + size / 2, y + size + 14, Canvas.Align.CENTER, Canvas.LABEL, Palette.INK);
        }
    }

    private void drawImage(Numbers pixels, double x, double y, double size) {
        int rows = pixels.shape().get(0);
        int columns = pixels.shape().get(1);
        double low =
                pixels.values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high =
                pixels.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < rows * columns; i++) {
            int gray = (int) Math.round(255 * (1 - (pixels.values().get(i) - low) / Math.max(high - low, 1e-12)));
            image.setRGB(i % columns, i / columns, new Color(gray, gray, gray).getRGB());
        }
        canvas.graphics().drawImage(image, (int) x, (int) y, (int) size, (int) size, null);
        canvas.stroke(new Rectangle2D.Double((int) x, (int) y, (int) size, (int) size), 1, Palette.MUTED, false);
    }

    private void draw(Panel.Tables tables, Rectangle2D.Double area) {
        int columns = tables.tables().stream()
                .mapToInt(table -> table.matrix().shape().get(1))
                .sum();
        double gap = 46;
        double cell = Math.min(
                columns > 6 ? 74 : 110, (area.width - gap * (tables.tables().size() + 1)) / columns);
        double x =
                area.x + (area.width - cell * columns - gap * (tables.tables().size() - 1)) / 2;
        for (Panel.Table table : tables.tables()) {
            int rows = table.matrix().shape().get(0);
            double wide = cell * table.matrix().shape().get(1);
            double top = area.getCenterY() - rows * cell * 0.4 - 10;
            drawTable(table, x, top, cell, cell * 0.8);
            canvas.text(
                    table.name(),
                    x + wide / 2,
                    top + rows * cell * 0.8 + 20,
                    Canvas.Align.CENTER,
                    Canvas.LABEL,
                    Palette.INK);
            canvas.boldText(
                    table.sign(), x + wide + gap / 2, top + rows * cell * 0.4, Canvas.Align.CENTER, 24, Palette.INK);
            x += wide + gap;
        }
    }

    private void drawTable(Panel.Table table, double left, double top, double width, double height) {
        List<Numbers> rows = table.matrix().parts();
        for (int row = 0; row < rows.size(); row++) {
            List<Double> values = rows.get(row).values();
            for (int column = 0; column < values.size(); column++) {
                boolean marked = (table.row() >= 0 || table.column() >= 0)
                        && (table.row() < 0 || table.row() == row)
                        && (table.column() < 0 || table.column() == column);
                double x = left + column * width;
                double y = top + row * height;
                canvas.box(x, y, width, height, marked ? Palette.MARK : Color.WHITE);
                canvas.stroke(new Rectangle2D.Double(x, y, width, height), 1.2, Palette.MUTED, false);
                double value = values.get(column);
                String text = value == Math.rint(value)
                        ? String.valueOf((long) value)
                        : NumbersText.text(Numbers.of(value), "3");
                canvas.text(
                        text.replace('-', '\u2212'),
                        x + width / 2,
                        y + height / 2,
                        Canvas.Align.CENTER,
                        width < 60 ? Canvas.SMALL : Canvas.HEADING,
                        Palette.INK);
            }
        }
    }
}
