package nn.report.page;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import nn.report.page.Chart.Axis;
import nn.report.page.Chart.Point;
import nn.report.page.Chart.Series;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws a {@link Chart} with JFreeChart. */
record ChartDrawing(Chart chart) implements Drawing {

    static final int WIDTH = 440;
    static final int HEIGHT = 280;
    static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 14);
    private static final float[] DASHES = {6, 4};
    private static final double DOT = 5;

    @Override
    public String id() {
        return chart.id();
    }

    @Override
    public String title() {
        return chart.title();
    }

    @Override
    public String description() {
        return chart.description();
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public void draw(Graphics2D surface, boolean titled) {
        smooth(surface);
        jfree(titled).draw(surface, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    }

    /** A surface of paper, to draw on with smooth lines in ink. */
    static void prepare(Graphics2D surface, Drawing drawing) {
        smooth(surface);
        surface.setPaint(Tint.PAPER);
        surface.fillRect(0, 0, drawing.width(), drawing.height());
        surface.setPaint(Tint.INK);
    }

    private static void smooth(Graphics2D surface) {
        surface.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        surface.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    }

    private JFreeChart jfree(boolean titled) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        renderer.setDefaultLegendTextPaint(Tint.INK);
        for (int i = 0; i < chart.series().size(); i++) {
            Series series = chart.series().get(i);
            data.addSeries(points(series, i));
            renderer.setSeriesPaint(i, series.tint());
            renderer.setSeriesStroke(i, stroke(series.dashed()));
            renderer.setSeriesShapesVisible(i, series.shapes());
            renderer.setSeriesShape(i, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
            renderer.setSeriesVisibleInLegend(i, series.legend());
        }
        renderer.setLegendLine(new java.awt.geom.Line2D.Double(-12, 0, 12, 0));
        XYPlot plot = new XYPlot(data, axis(chart.x()), axis(chart.y()), renderer);
        plot.setBackgroundPaint(Tint.PAPER);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Tint.GRID);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        chart.mark().ifPresent(x -> plot.addDomainMarker(new ValueMarker(x, Tint.MUTED, stroke(true))));
        JFreeChart drawing = new JFreeChart(titled ? chart.title() : null, TITLE, plot, false);
        drawing.setBackgroundPaint(Tint.PAPER);
        drawing.setPadding(new RectangleInsets(4, 4, 4, 12));
        if (titled) {
            drawing.getTitle().setPaint(Tint.INK);
        }
        if (chart.series().size() > 1) {
            drawing.addLegend(legend(plot));
        }
        return drawing;
    }

    private static LegendTitle legend(XYPlot plot) {
        LegendTitle legend = new LegendTitle(plot);
        legend.setItemFont(SMALL);
        legend.setItemPaint(Tint.INK);
        legend.setBackgroundPaint(Tint.PAPER);
        legend.setFrame(BlockBorder.NONE);
        legend.setPosition(RectangleEdge.TOP);
        return legend;
    }

    private static XYSeries points(Series series, int key) {
        // Keys are compared, so the number makes equal names distinct for JFreeChart.
        XYSeries points = new XYSeries(new Key(key, series.name()), false, true);
        for (Point point : series.points()) {
            if (!Double.isNaN(point.y())) {
                points.add(point.x(), point.y());
            }
        }
        return points;
    }

    private record Key(int index, String name) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            return Integer.compare(index, other.index);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static BasicStroke stroke(boolean dashed) {
        return dashed
                ? new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0)
                : new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    private static NumberAxis axis(Axis axis) {
        NumberAxis drawn = new NumberAxis(axis.label());
        drawn.setAutoRangeIncludesZero(false);
        drawn.setStandardTickUnits(
                axis.integer()
                        ? NumberAxis.createIntegerTickUnits(Locale.ROOT)
                        : NumberAxis.createStandardTickUnits(Locale.ROOT));
        if (!axis.integer()) {
            drawn.setNumberFormatOverride(new DecimalFormat("0.######", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        }
        if (!Double.isNaN(axis.low())) {
            drawn.setLowerBound(axis.low());
        }
        if (!Double.isNaN(axis.high())) {
            drawn.setUpperBound(axis.high());
        }
        drawn.setLabelFont(SMALL);
        drawn.setTickLabelFont(SMALL);
        drawn.setLabelPaint(Tint.INK);
        drawn.setTickLabelPaint(Tint.INK);
        drawn.setAxisLinePaint(Tint.MUTED);
        drawn.setTickMarkPaint(Tint.MUTED);
        return drawn;
    }
}
