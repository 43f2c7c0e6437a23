package nn.cli;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import nn.image.GrayPng;
import nn.image.Plane;
import nn.image.prepare.Resampling;

/** A page of white paper with MNIST's test digits on it, 0 paper to 1 ink. */
final class NumberPage {

    /** A plain example of each digit. */
    private static final int[] EXAMPLES = {3, 2, 1, 18, 4, 15, 11, 0, 61, 7};

    private static final float BLANK = 0.3f;

    private final Plane ink;

    NumberPage(int width, int height) {
        ink = Plane.of(width, height);
    }

    /** Puts digits side by side, their boxes so many pixels apart; returns the column behind the last. */
    int string(String digits, int left, int top, int height, int gap) {
        int x = left;
        for (char digit : digits.toCharArray()) {
            x += digit(digit - '0', x, top, height) + gap;
        }
        return x - gap;
    }

    /** Puts a digit with its box at that place; returns its width. */
    int digit(int digit, int left, int top, int height) {
        Plane glyph = glyph(digit, height);
        for (int y = 0; y < glyph.height(); y++) {
            for (int x = 0; x < glyph.width(); x++) {
                darken(left + x, top + y, glyph.at(x, y));
            }
        }
        return glyph.width();
    }

    /** Fills a rectangle with ink. */
    NumberPage bar(int left, int top, int width, int height) {
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                darken(x, y, 1);
            }
        }
        return this;
    }

    /** Takes all ink out of a rectangle. */
    NumberPage blank(int left, int top, int width, int height) {
        for (int y = top; y < top + height; y++) {
            Arrays.fill(ink.values(), y * ink.width() + left, y * ink.width() + left + width, 0);
        }
        return this;
    }

    /** The page with each column moved down by its share of the slope. */
    NumberPage sloped(double slope) {
        NumberPage sloped = new NumberPage(ink.width(), ink.height());
        for (int x = 0; x < ink.width(); x++) {
            int down = (int) Math.round(slope * (x - ink.width() / 2.0));
            for (int y = Math.max(0, down); y < Math.min(ink.height(), ink.height() + down); y++) {
                sloped.ink.values()[y * ink.width() + x] = ink.at(x, y - down);
            }
        }
        return sloped;
    }

    private void darken(int x, int y, float value) {
        int at = y * ink.width() + x;
        ink.values()[at] = Math.max(ink.values()[at], value);
    }

    private static Plane glyph(int digit, int height) {
        Plane image = Plane.of(28, 28);
        byte[] pixels = SmallMnist.testPixels(EXAMPLES[digit]);
        int left = 28;
        int top = 28;
        int right = 0;
        int bottom = 0;
        for (int i = 0; i < pixels.length; i++) {
            image.values()[i] = (pixels[i] & 0xff) / 255f;
            if (image.values()[i] > BLANK) {
                left = Math.min(left, i % 28);
                right = Math.max(right, i % 28 + 1);
                top = Math.min(top, i / 28);
                bottom = i / 28 + 1;
            }
        }
        int width = Math.max(1, Math.round((float) height * (right - left) / (bottom - top)));
        return Resampling.resize(image, left, top, right, bottom, width, height);
    }

    /** Dark ink on white paper. */
    byte[] png() {
        return GrayPng.encode(samples(false), ink.height(), ink.width());
    }

    /** Light ink on black paper. */
    byte[] invertedPng() {
        return GrayPng.encode(samples(true), ink.height(), ink.width());
    }

    /** Another format of ImageIO. */
    byte[] written(String format) throws IOException {
        BufferedImage image = new BufferedImage(ink.width(), ink.height(), BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, ink.width(), ink.height(), samples(false));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, out)) {
            throw new IllegalArgumentException("no writer of " + format);
        }
        return out.toByteArray();
    }

    /** A netpbm file. */
    byte[] pgm() {
        byte[] header = "P5 %d %d 255\n".formatted(ink.width(), ink.height()).getBytes(StandardCharsets.US_ASCII);
        byte[] samples = samples(false);
        byte[] file = Arrays.copyOf(header, header.length + samples.length);
        System.arraycopy(samples, 0, file, header.length, samples.length);
        return file;
    }

    /** A PNG in two colors, each 0xRRGGBB. */
    byte[] png(int paperColor, int inkColor) throws IOException {
        BufferedImage image = new BufferedImage(ink.width(), ink.height(), BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < ink.values().length; i++) {
            image.setRGB(i % ink.width(), i / ink.width(), ink.values()[i] > 0.5 ? inkColor : paperColor);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private byte[] samples(boolean inverted) {
        byte[] samples = new byte[ink.values().length];
        for (int i = 0; i < samples.length; i++) {
            int level = Math.round(255 * ink.values()[i]);
            samples[i] = (byte) (inverted ? level : 255 - level);
        }
        return samples;
    }

    /** The page as a PNG file. */
    Path file(Path directory, String name) throws IOException {
        return Files.write(directory.resolve(name), png());
    }
}
