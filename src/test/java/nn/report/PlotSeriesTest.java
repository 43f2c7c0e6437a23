package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nn.lesson.Axis;
import nn.lesson.Numbers;
import nn.lesson.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** x from 0 to 10 over 600 pixels, y from 0 to 3 over 300, upwards. */
class PlotSeriesTest {

    private static final double[] X = {1, 2, 5};
    private static final double[] Y = {0.5, 3, 1};
    private static final int GREEN = 2;
    private static final Color COLOR = Palette.series(GREEN);

    private final RecordingCanvas canvas = RecordingCanvas.of(720, 420, "linear");
    private final Plot plot = new Plot(
            canvas,
            new Rectangle2D.Double(10, 20, 694, 388),
            new Axis("steps", 0, 10, Axis.Scale.LINEAR),
            new Axis("y", 0, 3, Axis.Scale.LINEAR),
            1,
            0);
    private final double left = plot.frame().x;
    private final double bottom = plot.frame().y + 300;
    private final List<String> points = List.of(at(60, 50), at(120, 300), at(300, 100));

    /** A point at a distance in pixels to the right of the origin and above it. */
    private String at(double right, double up) {
        return RecordingCanvas.point(left + right, bottom - up);
    }

    private void draw(Series.Style style, double[] x, double[] y) {
        plot.drawSeries(List.of(new Series("y1", style, GREEN, Numbers.of(x), Numbers.of(y))));
    }

    private List<String> centers() {
        return canvas.dots(COLOR).stream().map(RecordingCanvas::center).toList();
    }

    @ParameterizedTest
    @CsvSource({"LINE, 2.6, false", "DASHED, 1.9, true", "FAINT, 1.7, false", "PATH, 2, false"})
    void aLineGoesThroughItsPoints(Series.Style style, double width, boolean dashed) {
        draw(style, X, Y);
        assertEquals(1, canvas.strokes.size());
        RecordingCanvas.Stroke line = canvas.strokes.get(0);
        assertEquals(
                List.of("M " + points.get(0), "L " + points.get(1), "L " + points.get(2)),
                RecordingCanvas.steps(line.shape()));
        assertEquals(new RecordingCanvas.Stroke(line.shape(), width, COLOR, dashed), line);
        assertEquals(style == Series.Style.PATH ? points : List.of(), centers());
    }

    @Test
    void pointsAreDots() {
        draw(Series.Style.POINTS, X, Y);
        assertEquals(points, centers());
        assertTrue(canvas.fills.stream().allMatch(fill -> fill.color().getAlpha() == 255));
        assertEquals(List.of(), canvas.strokes);
    }

    @Test
    void manyPointsAreSmallerAndShineThroughEachOther() {
        draw(Series.Style.POINTS, X, Y);
        double[] x = new double[21];
        Arrays.setAll(x, i -> i * 0.2);
        draw(Series.Style.POINTS, x, x.clone());
        List<Ellipse2D> dots = canvas.dots(COLOR);
        assertEquals(3 + 21, dots.size());
        assertTrue(dots.get(3).getWidth() < dots.get(2).getWidth());
        assertEquals(at(0.2 * 60, 0.2 * 100), RecordingCanvas.center(dots.get(4)));
        assertTrue(canvas.fills.stream().skip(3).allMatch(fill -> fill.color().getAlpha() < 200));
    }

    @Test
    void crossesAreTwoLinesThroughTheirPoints() {
        draw(Series.Style.CROSSES, X, Y);
        List<RecordingCanvas.Stroke> lines = canvas.lines(COLOR);
        assertEquals(6, lines.size());
        for (int i = 0; i < 3; i++) {
            String falling =
                    String.join(" ", RecordingCanvas.steps(lines.get(2 * i).shape()));
            String rising =
                    String.join(" ", RecordingCanvas.steps(lines.get(2 * i + 1).shape()));
            double right = 60 * X[i];
            double up = 100 * Y[i];
            assertEquals("M " + at(right - 7, up + 7) + " L " + at(right + 7, up - 7), falling);
            assertEquals("M " + at(right - 7, up - 7) + " L " + at(right + 7, up + 7), rising);
        }
    }

    @Test
    void whatIsNoNumberLeavesAGap() {
        double none = Double.NaN;
        double[] x = {1, 2, 3, 4, 5, 6, none, 8, 9};
        draw(Series.Style.LINE, x, new double[] {1, 2, none, 2, 1, Double.POSITIVE_INFINITY, 1, 2, 1});
        assertEquals(
                List.of(
                        "M " + at(60, 100),
                        "L " + at(120, 200),
                        "M " + at(240, 200),
                        "L " + at(300, 100),
                        "M " + at(480, 200),
                        "L " + at(540, 100)),
                RecordingCanvas.steps(canvas.strokes.get(0).shape()));
    }

    /** From the middle of the frame down to far below it, in the direction of the x axis' labels. */
    @Test
    void nothingIsDrawnBeyondTheFrame() {
        draw(Series.Style.LINE, new double[] {5, 5}, new double[] {1.5, -3});
        assertEquals(COLOR.getRGB(), pixel(300, 100));
        assertEquals(COLOR.getRGB(), pixel(300, 5));
        assertEquals(Color.WHITE.getRGB(), pixel(300, -5));
        assertEquals(Color.WHITE.getRGB(), pixel(300, 200));
        canvas.dot(left + 300, bottom + 20, 5, COLOR);
        assertEquals(COLOR.getRGB(), pixel(300, -20), "what is drawn after the series is cut off no more");
    }

    private int pixel(double right, double up) {
        return canvas.image.getRGB((int) (left + right), (int) (bottom - up));
    }

    @Test
    void aFaintLineIsBehindTheOthersWhichCoverThoseBeforeThem() {
        Numbers x = Numbers.of(new double[] {0, 10});
        Numbers y = Numbers.of(new double[] {1, 1});
        plot.drawSeries(List.of(
                new Series("y1", Series.Style.LINE, 0, x, y),
                new Series("y2", Series.Style.LINE, GREEN, x, y),
                new Series("targets", Series.Style.FAINT, 4, x, y)));
        assertEquals(COLOR.getRGB(), pixel(300, 100));
        assertEquals(3, canvas.strokes.size());
    }

    @Test
    void theFirstAndLastPointsOfAPathAreWhole() {
        draw(Series.Style.PATH, new double[] {0, 10}, new double[] {1, 1});
        assertEquals(COLOR.getRGB(), pixel(-2.5, 100));
        assertEquals(COLOR.getRGB(), pixel(602.5, 100));
    }

    @ParameterizedTest
    @EnumSource(Series.Style.class)
    void eachSeriesHasItsOwnColorInTheLegendToo(Series.Style style) {
        Series one = new Series("y1", style, GREEN, Numbers.of(X), Numbers.of(Y));
        Series two = new Series("y2", style, 1, Numbers.of(X), Numbers.of(Y));
        plot.drawLegend(List.of(one, two), 694);
        assertEquals(List.of("y[0]", "y[1]"), canvas.written());
        for (int i = 0; i < 2; i++) {
            Color color = Palette.series(i == 0 ? GREEN : 1);
            RecordingCanvas.Text text = canvas.texts.get(i);
            List<Rectangle2D> marks = Stream.concat(
                            canvas.strokes.stream()
                                    .filter(stroke -> stroke.color().equals(color))
                                    .map(stroke -> stroke.shape().getBounds2D()),
                            canvas.dots(color).stream().map(Ellipse2D::getBounds2D))
                    .toList();
            assertFalse(marks.isEmpty(), "no mark of " + text);
            for (Rectangle2D mark : marks) {
                assertEquals(text.y(), mark.getCenterY(), 1e-9, "beside its name");
                assertEquals(text.x() - 34 + 13, mark.getCenterX(), 1e-9, "before its name");
            }
            assertTrue(text.y() > bottom + 50, "below the axis: " + text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LINE, 1, 0, 2.6, false",
        "FAINT, 1, 0, 1.7, false",
        "DASHED, 1, 0, 1.9, true",
        "PATH, 1, 1, 2, false",
        "POINTS, 0, 1, 0, false",
        "CROSSES, 2, 0, 2.6, false"
    })
    void theLegendShowsTheStyle(Series.Style style, int lines, int dots, double width, boolean dashed) {
        plot.drawLegend(List.of(new Series("y1", style, GREEN, Numbers.of(X), Numbers.of(Y))), 694);
        assertEquals(lines, canvas.lines(COLOR).size());
        assertEquals(dots, canvas.dots(COLOR).size());
        for (RecordingCanvas.Stroke line : canvas.lines(COLOR)) {
            assertEquals(width, line.width());
            assertEquals(dashed, line.dashed());
        }
    }

    /** Four names of about 150 pixels with their marks do not fit in one line of 694 pixels minus the margins. */
    @Test
    void aLegendThatIsTooWideGoesOnBelow() {
        RecordingCanvas wide = RecordingCanvas.of(720, 460, "descent");
        List<Series> series = Stream.of("squaredError", "absoluteError", "squaredSlope", "absoluteSlope")
                .map(key -> new Series(key, Series.Style.LINE, GREEN, Numbers.of(X), Numbers.of(Y)))
                .toList();
        assertEquals(2, Plot.legendRows(wide, 694, series));
        assertEquals(1, Plot.legendRows(wide, 694, series.subList(0, 2)));
        Rectangle2D.Double area = new Rectangle2D.Double(10, 20, 694, 388);
        Plot below = new Plot(
                wide,
                area,
                new Axis("weight", 0, 10, Axis.Scale.LINEAR),
                new Axis("loss", 0, 3, Axis.Scale.LINEAR),
                2,
                0);
        below.drawLegend(series, area.width);
        List<Double> rows =
                wide.texts.stream().map(RecordingCanvas.Text::y).distinct().toList();
        assertEquals(2, rows.size());
        assertTrue(rows.get(1) > rows.get(0) + 15 && rows.get(1) + 8 < area.getMaxY(), rows.toString());
        assertEquals(wide.texts.get(0).x(), wide.texts.get(3).x());
        for (RecordingCanvas.Text text : wide.texts) {
            assertTrue(text.x() + wide.width(text.text(), Canvas.SMALL) < area.getMaxX(), text.toString());
        }
        for (int i = 1; i < 3; i++) {
            double end =
                    wide.texts.get(i - 1).x() + wide.width(wide.texts.get(i - 1).text(), Canvas.SMALL);
            assertTrue(wide.texts.get(i).x() - 34 > end + 10, "apart: " + wide.texts.get(i));
        }
    }
}
