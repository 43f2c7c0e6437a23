package nn.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import nn.image.Chroma;
import nn.image.Picture;
import nn.image.prepare.Box;
import nn.image.prepare.Transparency;
import nn.read.Page;

/** Draws what was read into the picture: a box around each digit, and its answer above in strokes, so that no font is needed. */
public final class BoxesDrawing {

    private static final Color SURE = new Color(0, 140, 60);
    private static final Color UNSURE = new Color(220, 60, 0);

    /** The segments of a display that each character lights: a top, b upper right, c lower right, d bottom, e, f left, g middle. */
    private static final String[] SEGMENTS = {
        "abcdef", "bc", "abged", "abgcd", "fgbc", "afgcd", "afgedc", "abc", "abcdefg", "abcdfg"
    };

    private static final String QUESTION = "abge";

    private BoxesDrawing() {}

    /** The picture as a PNG of the size to which it was shrunk for reading. */
    public static byte[] png(Picture picture, Page page) {
        BufferedImage image = image(picture);
        Graphics2D graphics = image.createGraphics();
        double scale = 1.0 / picture.original().scale();
        try {
            for (Page.Digit digit : page.digits()) {
                draw(graphics, digit, scale);
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

    private static void draw(Graphics2D graphics, Page.Digit digit, double scale) {
        Box box = digit.box();
        double x = box.left() * scale;
        double y = box.top() * scale;
        double width = box.width() * scale;
        double height = box.height() * scale;
        graphics.setColor(digit.text().equals(Page.UNSURE) ? UNSURE : SURE);
        graphics.setStroke(new BasicStroke((float) Math.max(1, height / 30)));
        graphics.drawRect((int) x - 1, (int) y - 1, (int) width + 1, (int) height + 1);
        double size = Math.max(8, 0.35 * height);
        segments(graphics, digit, x, Math.max(1, y - size - 4), size);
    }

    private static void segments(Graphics2D graphics, Page.Digit digit, double x, double y, double size) {
        String lit = digit.text().equals(Page.UNSURE)
                ? QUESTION
                : digit.digit() < SEGMENTS.length ? SEGMENTS[digit.digit()] : "adg";
        double w = 0.55 * size;
        double h = size / 2;
        graphics.setStroke(new BasicStroke((float) Math.max(1.5, size / 9)));
        for (char segment : lit.toCharArray()) {
            graphics.draw(
                    switch (segment) {
                        case 'a' -> new Line2D.Double(x, y, x + w, y);
                        case 'b' -> new Line2D.Double(x + w, y, x + w, y + h);
                        case 'c' -> new Line2D.Double(x + w, y + h, x + w, y + size);
                        case 'd' -> new Line2D.Double(x, y + size, x + w, y + size);
                        case 'e' -> new Line2D.Double(x, y + h, x, y + size);
                        case 'f' -> new Line2D.Double(x, y, x, y + h);
                        default -> new Line2D.Double(x, y + h, x + w, y + h);
                    });
        }
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
