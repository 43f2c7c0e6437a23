package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Measures the ink on the paper. An H fills its place, except for a pixel or two on each side. */
class CanvasTest {

    private static final double ABOUT = 2.5;

    private final RecordingCanvas canvas = RecordingCanvas.of(200, 200, "linear");

    private Rectangle ink(Predicate<Color> counts) {
        Rectangle ink = null;
        for (int y = 0; y < canvas.image.getHeight(); y++) {
            for (int x = 0; x < canvas.image.getWidth(); x++) {
                if (counts.test(new Color(canvas.image.getRGB(x, y)))) {
                    Rectangle pixel = new Rectangle(x, y, 1, 1);
                    ink = ink == null ? pixel : ink.union(pixel);
                }
            }
        }
        return ink;
    }

    private Rectangle ink() {
        return ink(color -> !color.equals(Color.WHITE));
    }

    @Test
    void aTextsMiddleLineIsAtItsHeight() {
        canvas.text("HHHH", 100, 50, Canvas.Align.LEFT, Canvas.TITLE, Color.BLACK);
        Rectangle ink = ink();
        assertEquals(50, ink.getCenterY(), ABOUT);
        assertTrue(ink.height > 10 && ink.height < 20 && ink.width > 2 * ink.height, ink.toString());
    }

    @Test
    void aTextStandsRightOfItsPointAroundItOrLeftOfIt() {
        canvas.text("HHHH", 100, 50, Canvas.Align.LEFT, Canvas.TITLE, Color.RED);
        canvas.text("HHHH", 100, 100, Canvas.Align.CENTER, Canvas.TITLE, Color.GREEN);
        canvas.text("HHHH", 100, 150, Canvas.Align.RIGHT, Canvas.TITLE, Color.BLUE);
        assertEquals(100, ink(Color.RED::equals).getMinX(), ABOUT);
        assertEquals(100, ink(Color.GREEN::equals).getCenterX(), ABOUT);
        assertEquals(100, ink(Color.BLUE::equals).getMaxX(), ABOUT);
    }

    @Test
    void boldTextHasMoreInk() {
        canvas.text("HHHH", 100, 50, Canvas.Align.CENTER, Canvas.TITLE, Color.RED);
        canvas.boldText("HHHH", 100, 100, Canvas.Align.CENTER, Canvas.TITLE, Color.BLUE);
        assertTrue(count(Color.BLUE) > 1.2 * count(Color.RED), count(Color.RED) + " and " + count(Color.BLUE));
    }

    private long count(Color color) {
        long count = 0;
        for (int pixel : canvas.image.getRGB(0, 0, 200, 200, null, 0, 200)) {
            count += pixel == color.getRGB() ? 1 : 0;
        }
        return count;
    }

    /** Upwards, the text ends with L: the topmost ink is the end of its foot, on the right. */
    @Test
    void anUpwardTextIsReadFromBelow() {
        canvas.upwardText("IIIIIIIIL", 100, 100, Canvas.TITLE, Color.BLACK);
        Rectangle ink = ink();
        assertEquals(100, ink.getCenterX(), ABOUT);
        assertEquals(100, ink.getCenterY(), ABOUT);
        assertTrue(ink.height > 2 * ink.width, ink.toString());
        int top = ink.y + 1;
        assertEquals(0, inked(top, 0, 99), "left of the middle");
        assertTrue(inked(top, 101, 200) > 0, "right of it");
        canvas.text("H", 170, 30, Canvas.Align.CENTER, Canvas.TITLE, Color.RED);
        assertEquals(170, ink(Color.RED::equals).getCenterX(), ABOUT, "the next text lies as ever");
    }

    private long inked(int y, int from, int to) {
        long count = 0;
        for (int x = from; x < to; x++) {
            count += canvas.image.getRGB(x, y) == Color.BLACK.getRGB() ? 1 : 0;
        }
        return count;
    }

    @Test
    void aPowerOfTenIsAlignedWithItsExponent() {
        canvas.powerOfTen("12", 150, 100, Canvas.Align.RIGHT);
        assertEquals(150, ink().getMaxX(), ABOUT);
        RecordingCanvas.Text ten = canvas.text("10");
        assertEquals(canvas.width("10", Canvas.SMALL), canvas.text("12").x() - ten.x(), 1e-9);
        RecordingCanvas centered = RecordingCanvas.of(200, 200, "linear");
        centered.powerOfTen("12", 150, 100, Canvas.Align.CENTER);
        assertEquals((150 - ten.x()) / 2, 150 - centered.text("10").x(), 1e-9);
    }

    @Test
    void boxesDotsLinesAndCrossesLieWhereTheyShould() {
        canvas.box(20, 30, 40, 10, Color.RED);
        assertEquals(new Rectangle(20, 30, 40, 10), ink(Color.RED::equals));
        canvas.dot(100, 100, 10, Color.BLUE);
        Rectangle dot = ink(Color.BLUE::equals);
        assertTrue(
                new Rectangle(89, 89, 22, 22).contains(dot) && dot.contains(new Rectangle(91, 91, 18, 18)),
                dot.toString());
        canvas.line(150, 20, 150, 60, 4, Color.GREEN);
        Rectangle line = ink(Color.GREEN::equals);
        assertEquals(4, line.width, 1.5);
        assertEquals(44, line.height, 2, "with round ends");
        canvas.cross(150, 150, 10, Color.BLACK);
        Rectangle cross = ink(Color.BLACK::equals);
        assertEquals(List.of(150.0, 150.0), List.of((double) Math.round(cross.getCenterX()), (double)
                Math.round(cross.getCenterY())));
        assertEquals(22, cross.width, 2.5);
    }

    @Test
    void aDashedLineHasGapsAndAWholeOneNone() {
        canvas.stroke(new Line2D.Double(0, 50, 200, 50), 3, Color.RED, true);
        canvas.stroke(new Line2D.Double(0, 100, 200, 100), 3, Color.BLUE, false);
        long dashes = 0;
        for (int x = 1; x < 200; x++) {
            boolean begins = canvas.image.getRGB(x, 50) == Color.RED.getRGB()
                    && canvas.image.getRGB(x - 1, 50) != Color.RED.getRGB();
            dashes += begins ? 1 : 0;
            assertEquals(Color.BLUE.getRGB(), canvas.image.getRGB(x, 100));
        }
        assertTrue(dashes > 10 && dashes < 25, dashes + " dashes");
    }

    @Test
    void aHeadlineHasACapital() {
        assertEquals("Two linear layers", Canvas.headline("two linear layers"));
    }
}
