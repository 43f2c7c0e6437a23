package nn.detect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import nn.image.Picture;
import nn.image.Plane;
import nn.image.prepare.DigitPreparation;
import nn.image.prepare.MnistField;
import nn.image.prepare.Polarity;
import nn.image.prepare.PreparedDigit;

/**
 * A sheet that is drawn on: ink from 0 (paper) to 1. Lengths are pixels, the y axis points down. What is drawn later does not cover what is
 * there; the stronger ink counts.
 */
final class Drawing {

    private static final DigitPreparation PREPARATION = new DigitPreparation(Polarity.AUTO, false);

    private final int width;
    private final int height;
    private final float[] ink;

    Drawing(int width, int height) {
        this.width = width;
        this.height = height;
        ink = new float[width * height];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** A stroke of a round pen through points, straight from each to the next. */
    void stroke(double[] xs, double[] ys, double radius, double strength) {
        for (int i = 0; i < xs.length; i++) {
            int next = Math.min(i + 1, xs.length - 1);
            line(xs[i], ys[i], xs[next], ys[next], radius, strength);
        }
    }

    /** A straight stroke of a round pen. */
    void line(double fromX, double fromY, double toX, double toY, double radius, double strength) {
        double dx = toX - fromX;
        double dy = toY - fromY;
        double square = Math.max(1e-9, dx * dx + dy * dy);
        int left = (int) Math.max(0, Math.min(fromX, toX) - radius - 1);
        int right = (int) Math.min(width - 1, Math.max(fromX, toX) + radius + 1);
        int top = (int) Math.max(0, Math.min(fromY, toY) - radius - 1);
        int bottom = (int) Math.min(height - 1, Math.max(fromY, toY) + radius + 1);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double awayX = x + 0.5 - fromX;
                double awayY = y + 0.5 - fromY;
                double along = Math.max(0, Math.min(1, (awayX * dx + awayY * dy) / square));
                double distance = Math.hypot(awayX - along * dx, awayY - along * dy);
                draw(x, y, strength * (radius + 0.5 - distance));
            }
        }
    }

    /** A filled shape around a center; its radius in each direction is told by a function of the angle. */
    void blob(double centerX, double centerY, DoubleUnaryOperator radius, double strength) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double dx = x + 0.5 - centerX;
                double dy = y + 0.5 - centerY;
                draw(x, y, strength * (radius.applyAsDouble(Math.atan2(dy, dx)) + 0.5 - Math.hypot(dx, dy)));
            }
        }
    }

    /** A filled rectangle. */
    void rectangle(double left, double top, double right, double bottom, double strength) {
        for (int y = (int) Math.max(0, top); y < Math.min(height, bottom); y++) {
            for (int x = (int) Math.max(0, left); x < Math.min(width, right); x++) {
                draw(x, y, strength);
            }
        }
    }

    /**
     * An image of 28 x 28 pixels.
     *
     * @param image 0 paper to 255 ink
     * @param centerX where its middle comes to
     * @param scale pixels for each of its own
     * @param turn in radians, clockwise
     * @param mirrored whether left and right are exchanged first
     */
    void stamp(byte[] image, double centerX, double centerY, double scale, double turn, boolean mirrored) {
        double reach = 20 * scale;
        double cos = Math.cos(turn) / scale;
        double sin = Math.sin(turn) / scale;
        for (int y = (int) Math.max(0, centerY - reach); y < Math.min(height, centerY + reach); y++) {
            for (int x = (int) Math.max(0, centerX - reach); x < Math.min(width, centerX + reach); x++) {
                double dx = x + 0.5 - centerX;
                double dy = y + 0.5 - centerY;
                double column = cos * dx + sin * dy;
                draw(x, y, sample(image, 14 + (mirrored ? -column : column), 14 - sin * dx + cos * dy));
            }
        }
    }

    /** Between the centers of pixels. */
    private static double sample(byte[] image, double x, double y) {
        int left = (int) Math.floor(x - 0.5);
        int top = (int) Math.floor(y - 0.5);
        double right = x - 0.5 - left;
        double below = y - 0.5 - top;
        return ((1 - below) * ((1 - right) * pixel(image, left, top) + right * pixel(image, left + 1, top))
                        + below * ((1 - right) * pixel(image, left, top + 1) + right * pixel(image, left + 1, top + 1)))
                / 255;
    }

    private static int pixel(byte[] image, int x, int y) {
        return x < 0 || y < 0 || x >= 28 || y >= 28 ? 0 : image[y * 28 + x] & 0xff;
    }

    private void draw(int x, int y, double strength) {
        int at = y * width + x;
        ink[at] = (float) Math.max(ink[at], Math.min(1, strength));
    }

    /** Exchanges ink and paper. */
    void invert() {
        for (int i = 0; i < ink.length; i++) {
            ink[i] = 1 - ink[i];
        }
    }

    /** Removes all ink on one side of a line through a point. */
    void eraseBeyond(double x, double y, double directionX, double directionY) {
        for (int i = 0; i < ink.length; i++) {
            if ((i % width + 0.5 - x) * directionX + (i / width + 0.5 - y) * directionY > 0) {
                ink[i] = 0;
            }
        }
    }

    /** Ink as it is, fitted into the field of MNIST's images. */
    byte[] fitted() {
        return MnistField.fitted(new Plane(width, height, ink));
    }

    /** What the preparation makes of it as a picture of ink on paper, or none where it finds no ink. */
    Optional<byte[]> prepared(SplittableRandom random) {
        PreparedDigit prepared = PREPARATION.prepare(picture(random));
        return prepared.hasInk() ? Optional.of(prepared.pixels()) : Optional.empty();
    }

    /** Under light from one side, on paper of some brightness, with the grain of a camera. */
    private Picture picture(SplittableRandom random) {
        Plane light = Plane.of(width, height);
        double paper = 0.5 + 0.5 * random.nextDouble();
        double contrast = paper * (0.4 + 0.6 * random.nextDouble());
        double shade = random.nextInt(2) * 0.25 * random.nextDouble();
        double direction = 2 * Math.PI * random.nextDouble();
        double grain = random.nextInt(3) == 0 ? 0 : 0.04 * Math.pow(random.nextDouble(), 2);
        float[] noise = Noise.smooth(width, height, random.nextInt(3), random);
        for (int i = 0; i < ink.length; i++) {
            double along = Math.cos(direction) * (i % width) / width + Math.sin(direction) * (i / width) / height;
            double value = (paper - contrast * ink[i]) * (1 - shade * (0.5 + 0.5 * along)) + grain * noise[i];
            light.values()[i] = (float) Math.max(0, Math.min(1, value));
        }
        Plane opacity = Plane.of(width, height);
        Arrays.fill(opacity.values(), 1);
        return new Picture(light, opacity, List.of());
    }
}
