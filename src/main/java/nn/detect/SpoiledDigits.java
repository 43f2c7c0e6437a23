package nn.detect;

import static nn.detect.Handwriting.between;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * Digits that are none any more: a part of one, two that grew together, one with a line through it, one in the wrong polarity, one on its
 * side. What still looks like a digit, such as the upper half of an eight, is not among them.
 */
final class SpoiledDigits {

    /** The digits of which the half in a direction is no digit, for up, down, left and right. */
    private static final List<String> HALVES = List.of("023457", "0235", "2358", "25");

    private static final double[][] DIRECTIONS = {{0, 1}, {0, -1}, {1, 0}, {-1, 0}};

    /** The digits that are none when they are mirrored, stand on their head, or lie. */
    private static final String MIRRORED = "34679";

    private static final String UPSIDE_DOWN = "347";
    private static final String LYING = "1234567";

    private final IntFunction<byte[]> images;
    private final IntFunction<Integer> labels;
    private final int count;

    /**
     * Made of a data set's digits.
     *
     * @param images 28 x 28 pixels by example, 0 paper to 255 ink
     * @param labels 0 to 9 by example
     */
    SpoiledDigits(IntFunction<byte[]> images, IntFunction<Integer> labels, int count) {
        this.images = images;
        this.labels = labels;
        this.count = count;
    }

    private int anyOf(String digits, SplittableRandom random) {
        while (true) {
            int example = random.nextInt(count);
            if (digits.indexOf('0' + labels.apply(example)) >= 0) {
                return example;
            }
        }
    }

    private int any(SplittableRandom random) {
        return random.nextInt(count);
    }

    Drawing half(SplittableRandom random) {
        int side = random.nextInt(4);
        Drawing drawing = new Drawing(60, 60);
        drawing.stamp(images.apply(anyOf(HALVES.get(side), random)), 30, 30, 2, between(-0.15, 0.15, random), false);
        double[] direction = DIRECTIONS[side];
        double shift = between(-7, 2, random);
        drawing.eraseBeyond(
                30 + shift * direction[0],
                30 + shift * direction[1],
                direction[0] + between(-0.2, 0.2, random),
                direction[1] + between(-0.2, 0.2, random));
        return drawing;
    }

    /** Two digits next to each other, or three. */
    Drawing together(SplittableRandom random) {
        Drawing drawing = new Drawing(120, 60);
        int digits = 2 + random.nextInt(4) / 3;
        double apart = between(20, 34, random);
        for (int i = 0; i < digits; i++) {
            drawing.stamp(
                    images.apply(any(random)),
                    60 + apart * (i - (digits - 1) / 2.0),
                    30 + between(-5, 5, random),
                    between(1.6, 2.1, random),
                    between(-0.15, 0.15, random),
                    false);
        }
        return drawing;
    }

    /** A digit with a long line that touches it: beside it, under it, or through it; or with a corner of its box. */
    Drawing withLines(SplittableRandom random) {
        Drawing drawing = new Drawing(84, 84);
        drawing.stamp(images.apply(anyOf("23456789", random)), 42, 42, 2, between(-0.1, 0.1, random), false);
        double radius = between(0.7, 2.5, random);
        int lines = 1 + random.nextInt(15);
        for (int edge = 0; edge < 4; edge++) {
            if ((lines >> edge & 1) == 0) {
                continue;
            }
            double at = between(17, 24, random) * (edge % 2 == 0 ? 1 : -1);
            double from = 42 - between(20, 34, random);
            double to = 42 + between(20, 34, random);
            double tilt = between(-2, 2, random);
            if (edge < 2) {
                drawing.line(from, 42 + at - tilt, to, 42 + at + tilt, radius, 1);
            } else {
                drawing.line(42 + at - tilt, from, 42 + at + tilt, to, radius, 1);
            }
        }
        return drawing;
    }

    /** Crossed out. */
    Drawing crossedOut(SplittableRandom random) {
        Drawing drawing = new Drawing(84, 84);
        drawing.stamp(images.apply(anyOf("123456789", random)), 42, 42, 2, between(-0.1, 0.1, random), false);
        double radius = between(1, 3, random);
        int strokes = 1 + random.nextInt(3);
        double angle = between(-0.6, 0.6, random);
        for (int i = 0; i < strokes; i++) {
            double middle = 42 + between(-10, 10, random);
            double own = angle + (strokes > 1 ? between(-0.7, 0.7, random) : 0);
            double reach = between(26, 34, random);
            drawing.line(
                    42 - reach * Math.cos(own),
                    middle - reach * Math.sin(own),
                    42 + reach * Math.cos(own),
                    middle + reach * Math.sin(own),
                    radius,
                    1);
        }
        return drawing;
    }

    /** Paper in ink: the filled box is the shape, the digit a hole in it. */
    Drawing inverted(SplittableRandom random) {
        Drawing digit = new Drawing(60, 60);
        digit.stamp(images.apply(any(random)), 30, 30, between(1.2, 2.2, random), between(-0.2, 0.2, random), false);
        digit.invert();
        double margin = between(0, 9, random);
        for (double[] direction : DIRECTIONS) {
            double reach = 30 - margin * random.nextDouble();
            digit.eraseBeyond(30 + reach * direction[0], 30 + reach * direction[1], direction[0], direction[1]);
        }
        return digit;
    }

    /** Mirrored, upside down, or on its side. */
    Drawing turned(SplittableRandom random) {
        Drawing drawing = new Drawing(60, 60);
        int way = random.nextInt(4);
        String digits = way == 0 ? MIRRORED : way == 1 ? UPSIDE_DOWN : LYING;
        double turn = way == 0 ? 0 : way == 1 ? Math.PI : (way == 2 ? 1 : -1) * Math.PI / 2;
        drawing.stamp(images.apply(anyOf(digits, random)), 30, 30, 2, turn + between(-0.15, 0.15, random), way == 0);
        return drawing;
    }
}
