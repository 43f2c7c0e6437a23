package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Stream;
import nn.lesson.Axis;
import nn.lesson.Numbers;
import nn.lesson.Panel;
import nn.lesson.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Curves, bars and images. Tables, networks and surfaces have their own tests. */
class PanelDrawingTest {

    private static final Rectangle2D.Double AREA = new Rectangle2D.Double(10, 20, 620, 450);

    private static RecordingCanvas drawn(Panel panel, String lesson) {
        RecordingCanvas canvas = RecordingCanvas.of(650, 490, lesson);
        new PanelDrawing(canvas, PanelDrawing.legendRows(canvas, List.of(panel), AREA.width)).draw(panel, AREA);
        return canvas;
    }

    /** The position of a value, computed from two labels. */
    private static double pixelY(RecordingCanvas canvas, double value, String one, String other) {
        RecordingCanvas.Text a = canvas.text(one);
        RecordingCanvas.Text b = canvas.text(other);
        double unit = (b.y() - a.y()) / (number(other) - number(one));
        assertTrue(unit < 0, "larger is higher");
        return a.y() + unit * (value - number(one));
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace('\u2212', '-'));
    }

    @Test
    void curvesHaveTheirHeadingAxesSeriesAndLegend() {
        Series series = new Series(
                "y1", Series.Style.PATH, 2, Numbers.of(new double[] {0, 50}), Numbers.of(new double[] {30, 130}));
        Panel panel = new Panel.Curves(
                "outputs",
                new Axis("steps", 0, 100, Axis.Scale.LINEAR),
                new Axis("y", 0, 250, Axis.Scale.LINEAR),
                List.of(series));
        RecordingCanvas canvas = drawn(panel, "linear");
        RecordingCanvas.Text heading = canvas.text("Outputs");
        assertTrue(heading.font().isBold() && heading.y() > AREA.y + 8, heading.toString());
        double top = canvas.lines(Palette.GRID).get(0).shape().getBounds2D().getMinY();
        assertTrue(heading.y() + 8 < top, heading + " above " + top);
        assertEquals(AREA.getCenterX(), heading.x());
        assertTrue(
                canvas.written().containsAll(List.of("steps", "output y", "y[0]", "20", "50", "200")),
                canvas.written().toString());
        assertEquals(
                pixelY(canvas, 30, "50", "200"),
                canvas.dots(Palette.series(2)).get(0).getCenterY(),
                1e-9);
        assertEquals(
                pixelY(canvas, 130, "50", "200"),
                canvas.dots(Palette.series(2)).get(1).getCenterY(),
                1e-9);
        assertTrue(canvas.lines(Palette.GRID).size() > 8);
    }

    @Test
    void legendsHaveRoomForTheLargestOfTheirs() {
        Axis axis = new Axis("loss", 0, 1, Axis.Scale.LINEAR);
        Numbers point = Numbers.of(new double[] {1});
        List<Series> series = Stream.of("squaredError", "absoluteError", "squaredSlope", "absoluteSlope")
                .map(key -> new Series(key, Series.Style.LINE, 0, point, point))
                .toList();
        Panel small = new Panel.Curves("losses", axis, axis, series.subList(0, 1));
        Panel large = new Panel.Curves("losses", axis, axis, series);
        Panel surface =
                new Panel.Surface("surface", axis, axis, Numbers.of(new double[][] {{0, 1}, {1, 2}}), "loss", series);
        Panel none = new Panel.Images("surface", List.of(), 1);
        RecordingCanvas canvas = RecordingCanvas.of(10, 10, "descent");
        assertEquals(0, PanelDrawing.legendRows(canvas, List.of(none), 620));
        assertEquals(1, PanelDrawing.legendRows(canvas, List.of(none, small), 620));
        assertEquals(2, PanelDrawing.legendRows(canvas, List.of(small, large, none), 620));
        assertEquals(2, PanelDrawing.legendRows(canvas, List.of(small, surface), 620));
    }

    private static RecordingCanvas bars(double min, double max, int marked, double... values) {
        return drawn(
                new Panel.Bars(
                        "logits",
                        "class",
                        new Axis("logit", min, max, Axis.Scale.LINEAR),
                        List.of("0", "1", "2"),
                        Numbers.of(values),
                        marked),
                "softmax");
    }

    @Test
    void barsGoFromNoughtToTheirValues() {
        RecordingCanvas canvas = bars(-10, 10, 1, 8, -5, 2.5);
        List<Rectangle2D> bars = Stream.of(0, 1)
                .flatMap(color -> canvas.boxes(Palette.series(color)).stream())
                .toList();
        assertEquals(3, bars.size());
        double nought = pixelY(canvas, 0, "4", "8");
        assertBar(pixelY(canvas, 8, "4", "8"), nought, bars.get(0));
        assertBar(pixelY(canvas, 2.5, "4", "8"), nought, bars.get(1));
        assertBar(nought, pixelY(canvas, -5, "4", "8"), bars.get(2));
    }

    private static void assertBar(double top, double bottom, Rectangle2D bar) {
        assertEquals(top, bar.getMinY(), 1e-9);
        assertEquals(bottom, bar.getMaxY(), 1e-9);
    }

    @Test
    void theMarkedBarHasAnotherColorAndEachStandsOverItsCategory() {
        RecordingCanvas canvas = bars(-10, 10, 1, 8, -5, 2.5);
        List<RecordingCanvas.Text> names = canvas.texts.stream()
                .filter(text -> text.text().matches("[012]") && text.align() == Canvas.Align.CENTER)
                .toList();
        assertEquals(
                List.of("0", "1", "2"),
                names.stream().map(RecordingCanvas.Text::text).toList());
        assertEquals(
                List.of(names.get(0).x(), names.get(2).x()),
                canvas.boxes(Palette.series(0)).stream()
                        .map(bar -> bar.getCenterX())
                        .toList());
        assertEquals(
                List.of(names.get(1).x()),
                canvas.boxes(Palette.series(1)).stream()
                        .map(bar -> bar.getCenterX())
                        .toList());
        double apart = names.get(1).x() - names.get(0).x();
        canvas.boxes(Palette.series(0)).forEach(bar -> assertEquals(0.7 * apart, bar.getWidth(), 1e-9));
        assertTrue(names.get(0).y() > pixelY(canvas, -10, "4", "8") + 10, "below the frame");
        assertEquals("class", canvas.text("class").text());
        assertEquals("logit", canvas.text("logit").text());
    }

    /** Seen as a thin line: a probability of almost 0 above the axis, not below it. */
    @ParameterizedTest
    @CsvSource({"0, true", "1e-9, true", "-1e-9, false"})
    void aBarOfAlmostNothingIsSeenOnItsSide(double value, boolean above) {
        RecordingCanvas canvas = bars(-10, 10, -1, 8, value, 2);
        double nought = pixelY(canvas, 0, "4", "8");
        Rectangle2D bar = canvas.boxes(Palette.series(0)).get(1);
        assertEquals(1.5, bar.getHeight());
        assertEquals(nought, above ? bar.getMaxY() : bar.getMinY(), 1e-6);
    }

    /** Logarithms of probabilities: the longer the bar, the larger the value. */
    @Test
    void barsOfOnlyNegativeValuesStandOnTheLeast() {
        RecordingCanvas canvas = bars(-10, 0, -1, -2, -9, -10);
        double least = pixelY(canvas, -10, "\u22128", "\u22122");
        assertBar(
                pixelY(canvas, -2, "\u22128", "\u22122"),
                least,
                canvas.boxes(Palette.series(0)).get(0));
        assertBar(
                pixelY(canvas, -9, "\u22128", "\u22122"),
                least,
                canvas.boxes(Palette.series(0)).get(1));
    }

    @Test
    void barsHaveGridLinesAndABaseline() {
        RecordingCanvas canvas = bars(-10, 10, -1, 8, -5, 2.5);
        double nought = pixelY(canvas, 0, "4", "8");
        double right = canvas.strokes.stream()
                .mapToDouble(stroke -> stroke.shape().getBounds2D().getMaxX())
                .max()
                .orElseThrow();
        List<Rectangle2D> lines = canvas.lines(Palette.GRID).stream()
                .map(line -> line.shape().getBounds2D())
                .toList();
        assertEquals(11, lines.size(), "a line for each of -10, -8, ... 10");
        lines.forEach(line -> assertTrue(line.getHeight() == 0 && line.getMaxX() == right, line.toString()));
        assertTrue(canvas.lines(Palette.MUTED).stream()
                .map(line -> line.shape().getBounds2D())
                .anyMatch(line -> Math.abs(line.getY() - nought) < 1e-9
                        && line.getWidth() == lines.get(0).getWidth()));
    }

    @Test
    void categoriesThatAreNoDigitsHaveWords() {
        RecordingCanvas canvas = drawn(
                new Panel.Bars(
                        "errors",
                        "gradient",
                        new Axis("error", -16, 0, Axis.Scale.LINEAR),
                        List.of("right", "sign", "7"),
                        Numbers.of(new double[] {-12, -1, -2}),
                        -1),
                "gradient-check");
        assertEquals(List.of("right", "wrong sign", "7"), canvas.written().subList(1, 4));
    }

    /** Three pictures of 2 x 2 pixels in two columns. */
    @Test
    void imagesStandInRowsTheirLowestValueIsPaperAndTheirHighestInk() {
        Numbers pixels = Numbers.of(new double[][] {{-1, 0}, {1, 3}});
        List<String> captions = List.of("one", "two", "three");
        RecordingCanvas canvas = drawn(
                new Panel.Images(
                        "image",
                        captions.stream()
                                .map(caption -> new Panel.Image(caption, pixels))
                                .toList(),
                        2),
                "softmax");
        List<Rectangle2D> frames = canvas.strokes.stream()
                .map(stroke -> stroke.shape().getBounds2D())
                .toList();
        assertEquals(3, frames.size());
        assertTrue(frames.get(1).getX() > frames.get(0).getMaxX()
                && frames.get(1).getY() == frames.get(0).getY());
        assertTrue(frames.get(2).getY() > frames.get(0).getMaxY()
                && frames.get(2).getX() == frames.get(0).getX());
        for (int i = 0; i < 3; i++) {
            Rectangle2D frame = frames.get(i);
            assertTrue(
                    AREA.contains(frame) && frame.getWidth() == frame.getHeight() && frame.getWidth() > 100,
                    frame.toString());
            RecordingCanvas.Text caption = canvas.text(captions.get(i));
            assertEquals(frame.getCenterX(), caption.x(), 1);
            assertTrue(caption.y() > frame.getMaxY() && caption.y() < frame.getMaxY() + 25, caption.toString());
            // -1, 0, 1, 3 are none, a quarter, a half and all of the way from paper to ink.
            assertEquals(
                    List.of(255, 191, 128, 0),
                    List.of(
                            gray(canvas, frame, 0.25, 0.25),
                            gray(canvas, frame, 0.75, 0.25),
                            gray(canvas, frame, 0.25, 0.75),
                            gray(canvas, frame, 0.75, 0.75)));
        }
    }

    private static int gray(RecordingCanvas canvas, Rectangle2D frame, double right, double down) {
        Color color = new Color(canvas.image.getRGB(
                (int) (frame.getX() + right * frame.getWidth()), (int) (frame.getY() + down * frame.getHeight())));
        assertTrue(color.getRed() == color.getGreen() && color.getGreen() == color.getBlue(), color.toString());
        return color.getRed();
    }

    @Test
    void anEmptyImageIsPaper() {
        RecordingCanvas canvas = drawn(
                new Panel.Images(
                        "image", List.of(new Panel.Image("blank", Numbers.of(new double[][] {{2, 2}, {2, 2}}))), 1),
                "softmax");
        assertEquals(255, gray(canvas, canvas.strokes.get(0).shape().getBounds2D(), 0.5, 0.5));
    }
}
