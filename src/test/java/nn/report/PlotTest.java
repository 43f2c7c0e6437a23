package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Stream;
import nn.lesson.Axis;
import org.junit.jupiter.api.Test;

/** The axes: x from 0 to 100 over 600 pixels, 6 for each unit; y from -50 to 250 over 300 pixels, 1 for each unit, upwards. */
class PlotTest {

    private static final Rectangle2D.Double AREA = new Rectangle2D.Double(10, 20, 694, 388);

    private final RecordingCanvas canvas = RecordingCanvas.of(720, 420, "linear");
    private final Plot plot = new Plot(
            canvas,
            AREA,
            new Axis("steps", 0, 100, Axis.Scale.LINEAR),
            new Axis("y", -50, 250, Axis.Scale.LINEAR),
            1,
            0);
    private final double left = plot.frame().x;
    private final double bottom = plot.frame().y + 300;

    @Test
    void theFrameLeavesRoomForLabels() {
        assertEquals(600, plot.frame().width);
        assertEquals(300, plot.frame().height);
        assertTrue(AREA.contains(plot.frame()), plot.frame().toString());
        assertTrue(
                left > AREA.x + 60 && bottom + 70 < AREA.getMaxY(), plot.frame().toString());
    }

    @Test
    void aValueLiesAtItsPixel() {
        assertEquals(left + 120, plot.pixelX(20), 1e-9);
        assertEquals(left + 480, plot.pixelX(80), 1e-9);
        assertEquals(bottom - 50, plot.pixelY(0), 1e-9);
        assertEquals(bottom - 250, plot.pixelY(200), 1e-9);
    }

    @Test
    void eachTickHasItsNumberAndAMarkAtItsValue() {
        plot.drawAxes();
        for (int value = 0; value <= 100; value += 20) {
            double x = left + 6 * value;
            assertEquals(
                    1,
                    canvas.texts.stream()
                            .filter(text -> text.x() == x && text.y() > bottom && text.y() < bottom + 25)
                            .count());
            assertTrue(
                    marks().contains("M " + point(x, bottom) + " L " + point(x, bottom + 5)), value + " in " + marks());
        }
        for (int value = -50; value <= 250; value += 50) {
            RecordingCanvas.Text number = canvas.texts.stream()
                    .filter(text -> text.align() == Canvas.Align.RIGHT)
                    .skip((value + 50) / 50)
                    .findFirst()
                    .orElseThrow();
            double y = bottom - 50 - value;
            assertEquals(String.valueOf(value).replace("-", "\u2212"), number.text());
            assertEquals(y, number.y(), 1e-9);
            assertTrue(number.x() < left - 5 && number.x() > left - 20, number.toString());
            assertTrue(marks().contains("M " + point(left - 5, y) + " L " + point(left, y)), value + " in " + marks());
        }
        assertEquals(
                List.of("0", "20", "40", "60", "80", "100"),
                canvas.texts.stream()
                        .filter(text ->
                                text.align() == Canvas.Align.CENTER && text.y() < bottom + 25 && text.y() > bottom)
                        .map(RecordingCanvas.Text::text)
                        .toList());
        assertEquals(6 + 7, canvas.lines(Palette.MUTED).size());
    }

    private List<String> marks() {
        return canvas.lines(Palette.MUTED).stream()
                .map(stroke -> String.join(" ", RecordingCanvas.steps(stroke.shape())))
                .toList();
    }

    private static String point(double x, double y) {
        return RecordingCanvas.point(x, y);
    }

    @Test
    void theGridGoesThroughTheTicksFromSideToSide() {
        plot.drawGrid();
        assertEquals(
                Stream.concat(
                                Stream.iterate(0, value -> value <= 100, value -> value + 20)
                                        .map(value -> "M " + point(left + 6 * value, bottom - 300) + " L "
                                                + point(left + 6 * value, bottom)),
                                Stream.iterate(-50, value -> value <= 250, value -> value + 50)
                                        .map(value -> "M " + point(left, bottom - 50 - value) + " L "
                                                + point(left + 600, bottom - 50 - value)))
                        .toList(),
                canvas.lines(Palette.GRID).stream()
                        .map(line -> String.join(" ", RecordingCanvas.steps(line.shape())))
                        .toList());
    }

    @Test
    void bothAxesAreNamed() {
        plot.drawAxes();
        RecordingCanvas.Text x = canvas.text("steps");
        assertEquals(left + 300, x.x());
        assertTrue(x.y() > bottom + 25 && x.y() < bottom + 50 && !x.upward(), x.toString());
        RecordingCanvas.Text y = canvas.text("output y");
        assertEquals(bottom - 150, y.y());
        assertTrue(y.x() < left - 40 && y.x() > AREA.x && y.upward(), y.toString());
        assertTrue(Stream.of(x, y)
                .allMatch(text ->
                        text.align() == Canvas.Align.CENTER && text.color().equals(Palette.INK)));
    }

    @Test
    void theFrameIsDrawnAroundIt() {
        plot.drawAxes();
        assertEquals(
                List.of(plot.frame()),
                canvas.strokes.stream()
                        .map(RecordingCanvas.Stroke::shape)
                        .filter(shape -> !(shape instanceof Line2D))
                        .toList());
    }

    /** From 10^-3 to 10^3 a power of ten is 50 pixels. Every second one has a label. */
    @Test
    void aLogarithmicAxisHasPowersOfTenAtEqualDistances() {
        Plot logarithmic = new Plot(
                canvas,
                AREA,
                new Axis("steps", 0, 100, Axis.Scale.LINEAR),
                new Axis("loss", 0.001, 1000, Axis.Scale.LOGARITHMIC),
                1,
                0);
        assertEquals(bottom - 100, logarithmic.pixelY(0.1), 1e-9);
        logarithmic.drawFrame();
        List<RecordingCanvas.Text> tens =
                canvas.texts.stream().filter(text -> text.text().equals("10")).toList();
        List<String> exponents = List.of("\u22123", "\u22121", "1", "3");
        assertEquals(4, tens.size());
        for (int i = 0; i < 4; i++) {
            RecordingCanvas.Text exponent = canvas.text(exponents.get(i));
            assertEquals(bottom - 100 * i, tens.get(i).y(), 1e-9);
            assertTrue(
                    exponent.y() < tens.get(i).y() - 3
                            && exponent.x() > tens.get(i).x() + 10,
                    "raised: " + exponent);
            assertTrue(exponent.font().getSize() < tens.get(i).font().getSize(), "small: " + exponent);
            assertTrue(
                    exponent.x() + canvas.width(exponent.text(), exponent.font().getSize()) < left - 5,
                    "beside: " + exponent);
        }
    }
}
