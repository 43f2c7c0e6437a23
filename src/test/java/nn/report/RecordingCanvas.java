package nn.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A canvas of white paper that also remembers what was drawn on it. */
final class RecordingCanvas extends Canvas {

    /** A text with its arguments; y is its middle line. */
    record Text(String text, double x, double y, Align align, Font font, Color color, boolean upward) {}

    record Stroke(Shape shape, double width, Color color, boolean dashed) {}

    record Fill(Shape shape, Color color) {}

    final BufferedImage image;
    final List<Text> texts = new ArrayList<>();
    final List<Stroke> strokes = new ArrayList<>();
    final List<Fill> fills = new ArrayList<>();

    private RecordingCanvas(BufferedImage image, Graphics2D graphics, String lesson) {
        super(graphics, LessonMessages.of(lesson, Locale.ENGLISH));
        this.image = image;
    }

    /** A canvas with a lesson's texts. */
    static RecordingCanvas of(int width, int height, String lesson) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        return new RecordingCanvas(image, graphics, lesson);
    }

    @Override
    void text(String text, double x, double y, Align align, Font font, Color color) {
        texts.add(new Text(
                text, x, y, align, font, color, graphics().getTransform().getShearY() == -1));
        super.text(text, x, y, align, font, color);
    }

    @Override
    void stroke(Shape shape, double width, Color color, boolean dashed) {
        strokes.add(new Stroke(shape, width, color, dashed));
        super.stroke(shape, width, color, dashed);
    }

    @Override
    void fill(Shape shape, Color color) {
        fills.add(new Fill(shape, color));
        super.fill(shape, color);
    }

    List<String> written() {
        return texts.stream().map(Text::text).toList();
    }

    /** The only text of these characters. */
    Text text(String characters) {
        List<Text> found =
                texts.stream().filter(text -> text.text().equals(characters)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " times '" + characters + "' among " + written());
        }
        return found.get(0);
    }

    List<Stroke> lines(Color color) {
        return strokes.stream()
                .filter(stroke ->
                        stroke.shape() instanceof Line2D && stroke.color().equals(color))
                .toList();
    }

    List<Stroke> paths(Color color) {
        return strokes.stream()
                .filter(stroke ->
                        stroke.shape() instanceof Path2D && stroke.color().equals(color))
                .toList();
    }

    /** Filled circles of a color, whatever its opacity. */
    List<Ellipse2D> dots(Color color) {
        return fills.stream()
                .filter(fill -> fill.shape() instanceof Ellipse2D
                        && opaque(fill.color()).equals(color))
                .map(fill -> (Ellipse2D) fill.shape())
                .toList();
    }

    List<Rectangle2D> boxes(Color color) {
        return fills.stream()
                .filter(fill ->
                        fill.shape() instanceof Rectangle2D && fill.color().equals(color))
                .map(fill -> (Rectangle2D) fill.shape())
                .toList();
    }

    private static Color opaque(Color color) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue());
    }

    /** A path as text: {@code M x,y} starts a line and {@code L x,y} draws it on, to hundredths of a pixel. */
    static List<String> steps(Shape shape) {
        List<String> steps = new ArrayList<>();
        double[] point = new double[6];
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            switch (path.currentSegment(point)) {
                case PathIterator.SEG_MOVETO -> steps.add("M " + point(point[0], point[1]));
                case PathIterator.SEG_LINETO -> steps.add("L " + point(point[0], point[1]));
                default -> steps.add("Z");
            }
        }
        return steps;
    }

    /** The points of a path, in its order. */
    static List<Point2D> corners(Shape shape) {
        List<Point2D> corners = new ArrayList<>();
        double[] point = new double[6];
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            if (path.currentSegment(point) != PathIterator.SEG_CLOSE) {
                corners.add(new Point2D.Double(point[0], point[1]));
            }
        }
        return corners;
    }

    static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.2f,%.2f", x, y);
    }

    static String center(Ellipse2D circle) {
        return point(circle.getCenterX(), circle.getCenterY());
    }
}
