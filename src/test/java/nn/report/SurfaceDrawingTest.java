package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import nn.lesson.Axis;
import nn.lesson.Numbers;
import nn.lesson.Panel;
import nn.lesson.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Heights from 10 to 26 over a weight and a bias from 0 to 2. The first row has bias 0. */
class SurfaceDrawingTest {

    private static final Numbers HEIGHTS = Numbers.of(new double[][] {{10, 14, 26}, {14, 14, 14}, {26, 26, 10}});
    private static final Rectangle2D.Double AREA = new Rectangle2D.Double(10, 20, 620, 420);

    private final RecordingCanvas canvas = RecordingCanvas.of(650, 460, "descent");

    SurfaceDrawingTest() {
        Series path = new Series(
                "path", Series.Style.PATH, 1, Numbers.of(new double[] {0.5, 1.5}), Numbers.of(new double[] {1.5, 0.5}));
        new SurfaceDrawing(
                        canvas,
                        new Panel.Surface(
                                "surface",
                                new Axis("weight", 0, 2, Axis.Scale.LINEAR),
                                new Axis("bias", 0, 2, Axis.Scale.LINEAR),
                                HEIGHTS,
                                "loss",
                                List.of(path)),
                        AREA,
                        1)
                .draw();
    }

    private double x(double weight) {
        return between(weight, "0.4", "1.6", Canvas.Align.CENTER);
    }

    private double y(double bias) {
        return between(bias, "0.4", "1.6", Canvas.Align.RIGHT);
    }

    /** The position of a value, computed from the labels of an axis. */
    private double between(double value, String one, String other, Canvas.Align align) {
        double from = place(one, align);
        return from
                + (place(other, align) - from)
                        * (value - Double.parseDouble(one))
                        / (Double.parseDouble(other) - Double.parseDouble(one));
    }

    private double place(String label, Canvas.Align align) {
        RecordingCanvas.Text text = canvas.texts.stream()
                .filter(each -> each.text().equals(label) && each.align() == align)
                .findFirst()
                .orElseThrow();
        return align == Canvas.Align.CENTER ? text.x() : text.y();
    }

    private Color at(double weight, double bias) {
        return new Color(canvas.image.getRGB((int) x(weight), (int) y(bias)));
    }

    /**
     * The color follows the square root of the relative height, in bands of a 24th. A height 4 above the least, of 16, gives
     * a half.
     */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 10",
        "1, 0, 14",
        "2, 0, 26",
        "0, 1, 14",
        "2, 1, 14",
        "0, 2, 26",
        "1, 2, 26",
        "2, 2, 10",
        "0.5, 0, 12",
        "1.5, 0, 20",
        "0.75, 0, 13",
        "0, 0.75, 13",
        "0, 0.5, 12",
        "0, 1.5, 20",
        "0.5, 0.5, 13",
        "1.5, 1.5, 16"
    })
    void aPlaceHasTheColorOfItsHeight(double weight, double bias, double height) {
        double beside = 0.015; // the frame
        Color color = at(Math.max(beside, Math.min(2 - beside, weight)), Math.max(beside, Math.min(2 - beside, bias)));
        assertEquals(Math.sqrt((height - 10) / 16), share(color) + 1 / 48.0, 0.15);
    }

    /** The share of the color scale with this color. */
    private static double share(Color color) {
        for (int band = 0; band <= 24; band++) {
            if (Palette.surface(band / 24.0).equals(color)) {
                return band / 24.0;
            }
        }
        throw new AssertionError(color + " is not in the scale");
    }

    private List<RecordingCanvas.Text> scaleLabels() {
        return canvas.texts.stream()
                .filter(text -> text.align() == Canvas.Align.LEFT && text.text().matches("\\d+"))
                .toList();
    }

    @Test
    void theScaleTellsTheHeightOfEachColor() {
        List<RecordingCanvas.Text> labels = scaleLabels();
        assertEquals(
                List.of("10", "12", "14", "16", "18", "20", "22", "24", "26"),
                labels.stream().map(RecordingCanvas.Text::text).toList());
        for (RecordingCanvas.Text label : labels) {
            int height = Integer.parseInt(label.text());
            double y = Math.max(label.y(), y(2) + 1);
            double share = share(new Color(canvas.image.getRGB((int) label.x() - 12, (int) Math.min(y, y(0) - 1))));
            assertEquals(Math.sqrt((height - 10) / 16.0), share + 1 / 48.0, 1 / 24.0, "beside " + label.text());
        }
    }

    @Test
    void theScaleIsBesideThePlaneAsHighAsItAndNamed() {
        RecordingCanvas.Text name = canvas.texts.stream()
                .filter(text -> text.text().equals("error"))
                .findFirst()
                .orElseThrow();
        assertTrue(name.upward() && name.x() > scaleLabels().get(8).x() && name.x() < AREA.getMaxX(), name.toString());
        assertEquals(y(1), name.y(), 1e-9);
        List<Rectangle2D> bars = canvas.fills.stream()
                .filter(fill -> fill.shape() instanceof Rectangle2D)
                .map(fill -> (Rectangle2D) fill.shape())
                .toList();
        assertEquals(y(2), bars.get(0).getY(), 1e-9);
        assertEquals(y(0), bars.get(bars.size() - 1).getMaxY(), 1.5);
        assertTrue(bars.get(0).getX() > x(2) + 5
                && bars.get(0).getMaxX() < scaleLabels().get(0).x());
    }

    @Test
    void pathsLieOnThePlaneAtTheirPoints() {
        assertEquals(
                List.of(RecordingCanvas.point(x(0.5), y(1.5)), RecordingCanvas.point(x(1.5), y(0.5))),
                canvas.dots(Palette.series(1)).stream()
                        .limit(2)
                        .map(RecordingCanvas::center)
                        .toList());
        assertEquals(Palette.series(1), at(1.5, 0.5), "above the colors");
    }

    @Test
    void axesAndLegendAreThere() {
        assertEquals(
                1,
                canvas.texts.stream()
                        .filter(text -> text.text().equals("weight w"))
                        .count());
        assertEquals(
                1,
                canvas.texts.stream()
                        .filter(text -> text.text().equals("bias b") && text.upward())
                        .count());
        assertEquals(
                1,
                canvas.texts.stream()
                        .filter(text -> text.text().equals("steps, L = 0.3"))
                        .count());
    }
}
