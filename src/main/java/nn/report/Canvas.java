package nn.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

/**
 * Draws strokes, fills and aligned texts with Java's graphics. Everything but images goes through {@link #stroke},
 * {@link #fill} and one method for text, so that tests can record it.
 */
class Canvas {

    /** The position of a text relative to its point. */
    enum Align {
        LEFT(0),
        CENTER(0.5),
        RIGHT(1);

        private final double share;

        Align(double share) {
            this.share = share;
        }
    }

    static final int TITLE = 21;
    static final int HEADING = 16;
    static final int LABEL = 14;
    static final int SMALL = 13;

    private final Graphics2D graphics;
    private final LessonMessages words;

    Canvas(Graphics2D graphics, LessonMessages words) {
        this.graphics = graphics;
        this.words = words;
    }

    Graphics2D graphics() {
        return graphics;
    }

    LessonMessages words() {
        return words;
    }

    static Font font(int size, boolean bold) {
        return new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, size);
    }

    /** The title with a capital letter, as above a figure. */
    static String headline(String title) {
        return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
    }

    double width(String text, int size) {
        return graphics.getFontMetrics(font(size, false)).stringWidth(text);
    }

    /** Draws a text that is vertically centered at y. */
    void text(String text, double x, double y, Align align, int size, Color color) {
        text(text, x, y, align, font(size, false), color);
    }

    void boldText(String text, double x, double y, Align align, int size, Color color) {
        text(text, x, y, align, font(size, true), color);
    }

    void text(String text, double x, double y, Align align, Font font, Color color) {
        graphics.setFont(font);
        graphics.setColor(color);
        double width = graphics.getFontMetrics().stringWidth(text);
        graphics.drawString(text, (float) (x - width * align.share), (float) (y + 0.36 * font.getSize()));
    }

    /** Draws a text that reads upwards, centered on its point. */
    void upwardText(String text, double x, double y, int size, Color color) {
        AffineTransform before = graphics.getTransform();
        graphics.rotate(-Math.PI / 2, x, y);
        text(text, x, y, Align.CENTER, size, color);
        graphics.setTransform(before);
    }

    /** Draws 10 with a raised exponent. */
    void powerOfTen(String exponent, double x, double y, Align align) {
        double wide = width("10", SMALL) + width(exponent, 10);
        double left = x - wide * align.share;
        text("10", left, y, Align.LEFT, SMALL, Palette.MUTED);
        text(exponent, left + width("10", SMALL), y - 6, Align.LEFT, 10, Palette.MUTED);
    }

    void line(double x1, double y1, double x2, double y2, double width, Color color) {
        stroke(new Line2D.Double(x1, y1, x2, y2), width, color, false);
    }

    void stroke(Shape shape, double width, Color color, boolean dashed) {
        graphics.setColor(color);
        graphics.setStroke(
                dashed
                        ? new BasicStroke(
                                (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {8, 5}, 0)
                        : new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }

    void fill(Shape shape, Color color) {
        graphics.setColor(color);
        graphics.fill(shape);
    }

    void box(double x, double y, double width, double height, Color fill) {
        fill(new Rectangle2D.Double(x, y, width, height), fill);
    }

    void dot(double x, double y, double radius, Color color) {
        fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), color);
    }

    void cross(double x, double y, double radius, Color color) {
        line(x - radius, y - radius, x + radius, y + radius, 2.6, color);
        line(x - radius, y + radius, x + radius, y - radius, 2.6, color);
    }
}
