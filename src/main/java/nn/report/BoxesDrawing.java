package nn.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import nn.image.Chroma;
import nn.image.Picture;
import nn.image.prepare.Box;
import nn.image.prepare.Transparency;
import nn.read.Page;

/**
 * Draws what was read into the picture: a box around each digit, and its answer above or below in strokes, so that no font is needed.
 */
public final class BoxesDrawing {

    private static final Color SURE = new Color(0, 140, 60);
    private static final Color UNSURE = new Color(220, 60, 0);

    /** The segments of a display that each character lights: a top, b upper right, c lower right, d bottom, e, f left, g middle. */
    private static final String[] SEGMENTS = {
        "abcdef", "bc", "abged", "abgcd", "fgbc", "afgcd", "afgedc", "abc", "abcdefg", "abcdfg"
    };

    private static final String QUESTION = "abge";

    /** A label's height as a share of its digit's, and in pixels at least. */
    private static final double LABEL = 0.35;

    private static final double LEAST_LABEL = 10;
    /** Its width as a share of its height. */
    private static final double LABEL_WIDTH = 0.55;
    /** Between a label and its box, in pixels. */
    private static final double LABEL_GAP = 4;

    private BoxesDrawing() {}

    /** The picture as a PNG of the size to which it was shrunk for reading. */
    public static byte[] png(Picture picture, Page page) {
        BufferedImage image = image(picture);
        Graphics2D graphics = image.createGraphics();
        int scale = picture.original().scale();
        List<Box> boxes =
                page.digits().stream().map(digit -> shrunk(digit.box(), scale)).toList();
        List<Rectangle2D> labels = labels(page, boxes, image);
        try {
            for (int i = 0; i < boxes.size(); i++) {
                Box box = boxes.get(i);
                Shape frame = new Rectangle2D.Double(box.left() - 1, box.top() - 1, box.width() + 1, box.height() + 1);
                stroke(graphics, frame, color(page.digits().get(i)), Math.max(1, box.height() / 30.0));
            }
            for (int i = 0; i < boxes.size(); i++) {
                Page.Digit digit = page.digits().get(i);
                Rectangle2D label = labels.get(i);
                stroke(graphics, segments(digit, label), color(digit), Math.max(1.5, label.getHeight() / 9));
            }
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return png.toByteArray();
    }

    private static Box shrunk(Box box, int scale) {
        return new Box(box.left() / scale, box.top() / scale, box.right() / scale, box.bottom() / scale);
    }

    private static Color color(Page.Digit digit) {
        return digit.text().equals(Page.UNSURE) ? UNSURE : SURE;
    }

    /** Draws lines with light around them, so that they are seen on any color. */
    private static void stroke(Graphics2D graphics, Shape lines, Color color, double width) {
        graphics.setStroke(new BasicStroke((float) (1.3 * width + 1.7)));
        graphics.setColor(Color.WHITE);
        graphics.draw(lines);
        graphics.setStroke(new BasicStroke((float) width));
        graphics.setColor(color);
        graphics.draw(lines);
    }

    /** Where the label of each digit goes: those of a line above it or below it, where they hide less. */
    private static List<Rectangle2D> labels(Page page, List<Box> boxes, BufferedImage image) {
        List<Rectangle2D> labels = new ArrayList<>();
        for (Page.Line line : page.lines()) {
            int digits = line.numbers().stream()
                    .mapToInt(number -> number.digits().size())
                    .sum();
            List<Box> own = boxes.subList(labels.size(), labels.size() + digits);
            List<Rectangle2D> above = own.stream().map(BoxesDrawing::above).toList();
            List<Rectangle2D> below = own.stream().map(BoxesDrawing::below).toList();
            List<Rectangle2D> best = hidden(above, boxes, image) <= hidden(below, boxes, image) ? above : below;
            best.forEach(label -> labels.add(within(label, image)));
        }
        return labels;
    }

    private static Rectangle2D above(Box box) {
        double size = labelSize(box);
        return new Rectangle2D.Double(box.left(), box.top() - size - LABEL_GAP, LABEL_WIDTH * size, size);
    }

    private static Rectangle2D below(Box box) {
        double size = labelSize(box);
        return new Rectangle2D.Double(box.left(), box.bottom() + LABEL_GAP, LABEL_WIDTH * size, size);
    }

    private static double labelSize(Box box) {
        return Math.max(LEAST_LABEL, LABEL * box.height());
    }

    private static Rectangle2D within(Rectangle2D label, BufferedImage image) {
        double lowest = Math.max(1, image.getHeight() - label.getHeight() - 2);
        double top = Math.min(lowest, Math.max(1, label.getY()));
        return new Rectangle2D.Double(label.getX(), top, label.getWidth(), label.getHeight());
    }

    /** The area that labels hide of boxes, or have outside of the picture. */
    private static double hidden(List<Rectangle2D> labels, List<Box> boxes, BufferedImage image) {
        Box whole = new Box(0, 0, image.getWidth(), image.getHeight());
        return labels.stream()
                .mapToDouble(label -> label.getHeight() * label.getWidth()
                        - common(label, whole)
                        + boxes.stream().mapToDouble(box -> common(label, box)).sum())
                .sum();
    }

    private static double common(Rectangle2D label, Box box) {
        Rectangle2D both =
                label.createIntersection(new Rectangle2D.Double(box.left(), box.top(), box.width(), box.height()));
        return both.isEmpty() ? 0 : both.getWidth() * both.getHeight();
    }

    private static Path2D segments(Page.Digit digit, Rectangle2D label) {
        String lit = digit.text().equals(Page.UNSURE)
                ? QUESTION
                : digit.digit() < SEGMENTS.length ? SEGMENTS[digit.digit()] : "adg";
        double left = label.getMinX();
        double right = label.getMaxX();
        double top = label.getMinY();
        double middle = label.getCenterY();
        double bottom = label.getMaxY();
        Path2D lines = new Path2D.Double();
        for (char segment : lit.toCharArray()) {
            lines.append(
                    switch (segment) {
                        case 'a' -> new Line2D.Double(left, top, right, top);
                        case 'b' -> new Line2D.Double(right, top, right, middle);
                        case 'c' -> new Line2D.Double(right, middle, right, bottom);
                        case 'd' -> new Line2D.Double(left, bottom, right, bottom);
                        case 'e' -> new Line2D.Double(left, middle, left, bottom);
                        case 'f' -> new Line2D.Double(left, top, left, middle);
                        default -> new Line2D.Double(left, middle, right, middle);
                    },
                    false);
        }
        return lines;
    }

    private static BufferedImage image(Picture picture) {
        float[] light = Transparency.flatten(picture).values();
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int at = y * picture.width() + x;
                image.setRGB(
                        x,
                        y,
                        picture.chroma()
                                .map(chroma -> rgb(light[at], chroma, at))
                                .orElseGet(() -> rgb(light[at], 0, 0)));
            }
        }
        return image;
    }

    private static int rgb(float light, Chroma chroma, int at) {
        return rgb(light, chroma.blue().values()[at], chroma.red().values()[at]);
    }

    private static int rgb(float light, float blueDifference, float redDifference) {
        float blue = light + blueDifference / 0.564f;
        float red = light + redDifference / 0.713f;
        float green = (light - 0.299f * red - 0.114f * blue) / 0.587f;
        return level(red) << 16 | level(green) << 8 | level(blue);
    }

    private static int level(float value) {
        return Math.round(255 * Math.min(1, Math.max(0, value)));
    }
}
