package nn.detect;

import static nn.detect.Handwriting.between;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** What is found where a digit was expected and is none: lines, boxes, blots, scribbles, textures. */
final class Clutter {

    private Clutter() {}

    /** A cell of a form or a puzzle that nobody wrote into: some of its lines, or none, at the edges of the picture, and specks. */
    static Drawing emptyCell(SplittableRandom random) {
        int side = 36 + random.nextInt(60);
        Drawing drawing = new Drawing(side, side);
        double strength = between(0.1, 1, random);
        double tilt = between(-0.06, 0.06, random) * side;
        for (int edge = 0; edge < 4; edge++) {
            if (random.nextInt(3) > 0) {
                double at = side * between(-0.02, random.nextInt(4) == 0 ? 0.25 : 0.08, random);
                double from = random.nextInt(4) == 0 ? side * random.nextDouble() : -5;
                double to = random.nextInt(4) == 0 ? side * random.nextDouble() : side + 5;
                double radius = between(0.3, 3, random);
                double far = edge % 2 == 0 ? at : side - at;
                if (edge < 2) {
                    drawing.line(from, far - tilt, to, far + tilt, radius, strength);
                } else {
                    drawing.line(far + tilt, from, far - tilt, to, radius, strength);
                }
            }
        }
        specks(drawing, random);
        return drawing;
    }

    private static void specks(Drawing drawing, SplittableRandom random) {
        int specks = random.nextInt(3) * random.nextInt(6);
        for (int i = 0; i < specks; i++) {
            double x = drawing.width() * random.nextDouble();
            double y = drawing.height() * random.nextDouble();
            double reach = 3 * random.nextDouble();
            drawing.line(
                    x,
                    y,
                    x + between(-reach, reach, random),
                    y + between(-reach, reach, random),
                    between(0.3, 1.5, random),
                    between(0.05, 1, random));
        }
    }

    /** Ruled or squared paper, or a column of a table. */
    static Drawing lines(SplittableRandom random) {
        int side = 40 + random.nextInt(60);
        Drawing drawing = new Drawing(side, side);
        double spacing = side * between(0.12, 0.6, random);
        double tilt = between(-0.05, 0.05, random) * side;
        double radius = between(0.4, 2.5, random);
        int kind = random.nextInt(3);
        for (double at = spacing * random.nextDouble(); at < side; at += spacing) {
            double strength = between(0.3, 1, random);
            if (kind != 1) {
                drawing.line(-5, at - tilt, side + 5, at + tilt, radius, strength);
            }
            if (kind != 0) {
                drawing.line(at + tilt, -5, at - tilt, side + 5, radius, strength);
            }
        }
        specks(drawing, random);
        return drawing;
    }

    /**
     * A box or a part of one, away from the edges of the picture. It is never narrow, and no line runs across it: the segments of a
     * display make digits of such.
     */
    static Drawing box(SplittableRandom random) {
        Drawing drawing = new Drawing(96, 84);
        double left = between(6, 16, random);
        double right = between(70, 90, random);
        double top = between(6, 28, random);
        double bottom = between(56, 76, random);
        double radius = between(0.8, 4, random);
        double[] xs = {left, right, right, left, left};
        double[] ys = {top, top, bottom, bottom, top};
        int sides = 0;
        while (Integer.bitCount(sides) < 2) {
            sides = random.nextInt(16);
        }
        for (int i = 0; i < 4; i++) {
            if ((sides >> i & 1) == 1) {
                drawing.line(
                        xs[i] + between(-3, 3, random),
                        ys[i] + between(-3, 3, random),
                        xs[i + 1] + between(-3, 3, random),
                        ys[i + 1] + between(-3, 3, random),
                        radius,
                        1);
            }
        }
        if (random.nextInt(3) == 0) {
            double x = between(left, right, random);
            drawing.line(x, top - 6, x + between(-4, 4, random), bottom + 6, radius, 1);
        }
        return drawing;
    }

    /** A spot of ink, a shadow's corner, or a filled rectangle. */
    static Drawing blot(SplittableRandom random) {
        Drawing drawing = new Drawing(64, 64);
        if (random.nextInt(4) == 0) {
            double left = between(4, 24, random);
            double top = between(4, 24, random);
            drawing.rectangle(left, top, between(38, 60, random), between(38, 60, random), 1);
        } else {
            int bumps = 1 + random.nextInt(6);
            double uneven = between(0, 0.6, random);
            double turn = between(0, 6.3, random);
            double oblong = between(0, 0.4, random);
            DoubleUnaryOperator radius = angle -> 20
                    * (1 + uneven * 0.5 * Math.cos(bumps * angle + turn) + oblong * Math.cos(2 * angle - turn))
                    / (1 + uneven);
            drawing.blob(32, 32, radius, 1);
        }
        if (random.nextInt(3) == 0) {
            double angle = between(0, 6.3, random);
            drawing.eraseBeyond(between(26, 38, random), between(26, 38, random), Math.cos(angle), Math.sin(angle));
        }
        return drawing;
    }

    /** A pen that wanders, at least so long that it is no digit. */
    static Drawing scribble(SplittableRandom random) {
        Drawing drawing = new Drawing(84, 84);
        double[][] points = new double[2][7 + random.nextInt(16)];
        for (int i = 0; i < points[0].length; i++) {
            points[0][i] = between(10, 74, random);
            points[1][i] = between(10, 74, random);
        }
        double[][] path = random.nextBoolean() ? Handwriting.curve(points) : points;
        drawing.stroke(path[0], path[1], between(1, 4, random), 1);
        return drawing;
    }

    /** One stroke that is no one: it lies, or is an arc that does not close. */
    static Drawing stroke(SplittableRandom random) {
        Drawing drawing = new Drawing(84, 84);
        double radius = between(1, 5, random);
        double length = between(20, 34, random);
        double angle = between(-0.45, 0.45, random);
        double bend = random.nextInt(3) == 0 ? 0 : between(-1, 1, random);
        double[][] points = new double[2][3];
        for (int i = 0; i < 3; i++) {
            double along = (i - 1) * length;
            double across = (i == 1 ? bend : 0) * length;
            points[0][i] = 42 + along * Math.cos(angle) - across * Math.sin(angle);
            points[1][i] = 42 + along * Math.sin(angle) + across * Math.cos(angle);
        }
        double[][] path = Handwriting.curve(points);
        drawing.stroke(path[0], path[1], radius, 1);
        return drawing;
    }

    /** Patches, as noise, crumpled paper and fabric leave them. */
    static Drawing texture(SplittableRandom random) {
        int side = 24 + random.nextInt(30);
        Drawing drawing = new Drawing(side, side);
        float[] noise = Noise.smooth(side, side, random.nextInt(6), random);
        double level = between(0, 1.8, random);
        double softness = between(0.05, 1, random);
        double round = random.nextInt(2) * side * between(0.3, 0.5, random);
        for (int i = 0; i < noise.length; i++) {
            int x = i % side;
            int y = i / side;
            if (round == 0 || Math.hypot(x - side / 2.0, y - side / 2.0) < round) {
                drawing.rectangle(x, y, x + 1, y + 1, Math.max(0, (noise[i] - level) / softness));
            }
        }
        return drawing;
    }
}
