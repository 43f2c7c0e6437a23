package nn.data;

import java.util.SplittableRandom;

/**
 * Redraws digits as other schools teach them: a one with an upstroke or a foot, a four with a closed, pointed top, a seven with
 * a bar. MNIST's American writers hardly wrote these, and a network that never saw them reads them as a seven, a nine and a
 * two. Only for images of digits.
 */
public final class PenStyles {

    private final Pen pen;

    /** For images of one size; one thread at a time. */
    public PenStyles(int rows, int columns) {
        pen = new Pen(rows, columns);
    }

    /**
     * Redraws an image in place, where its class has another style and its strokes are found, and centers it by mass again, as
     * MNIST is.
     *
     * @param image {@code [rows * columns]}, 0 paper to 255 ink
     * @param digit the image's class
     */
    public void redraw(byte[] image, int digit, SplittableRandom random) {
        pen.take(image);
        int top = pen.top();
        int bottom = pen.bottom();
        if (top < 0 || bottom - top < 8) {
            return;
        }
        switch (digit) {
            case 1 -> one(top, bottom, random);
            case 4 -> four(top, bottom, random);
            case 7 -> seven(top, bottom, random);
            default -> {
                return;
            }
        }
        pen.center();
    }

    /** A short line from the top of the stem down to the left, and under every fourth a foot. */
    private void one(int top, int bottom, SplittableRandom random) {
        double height = bottom - top + 1;
        double radius = between(0.8, 1.2, random) * Math.max(1, pen.width(top, bottom)) / 2;
        double length = between(0.15, 0.6, random) * height;
        double angle = Math.toRadians(between(20, 65, random));
        double x = pen.run(top, 0).center();
        double y = top + radius;
        boolean foot = random.nextInt(4) == 0;
        double reach = between(0.15, 0.35, random) * height;
        double base = pen.run(bottom, 0).center();
        pen.line(x, y, x - length * Math.cos(angle), y + length * Math.sin(angle), radius);
        if (foot) {
            pen.line(base - reach, bottom + 1 - radius, base + reach, bottom + 1 - radius, radius);
        }
    }

    /**
     * The left arm of an open four becomes a line from the left end of its bar to the top of its stem, and the bar crosses the
     * stem. A four whose parts are not found so stays.
     */
    private void four(int top, int bottom, SplittableRandom random) {
        double height = bottom - top + 1;
        int open = top;
        while (open < bottom && pen.runs(open) < 2) {
            open++;
        }
        int bar = open;
        while (bar < bottom && pen.runs(bar) == 2) {
            bar++;
        }
        if (pen.runs(bar) != 1 || bar - top < 0.25 * height || bar - top > 0.75 * height || open > top + 0.6 * height) {
            return;
        }
        Pen.Run stem = pen.run(open, 1);
        if (stem.from() - pen.run(open, 0).to() < 3) {
            return;
        }
        double radius = Math.max(0.7, 0.45 * pen.run((open + bar) / 2, pen.runs((open + bar) / 2) - 1).width());
        int stemTop = open;
        while (stemTop > top && pen.runs(stemTop - 1) > 0
                && pen.run(stemTop - 1, pen.runs(stemTop - 1) - 1).touches(stem)) {
            stemTop--;
            stem = pen.run(stemTop, pen.runs(stemTop) - 1);
        }
        double left = pen.run(bar, 0).from() + radius;
        double right = Math.max(pen.run(bar, 0).to(), stem.center() + between(0.1, 0.3, random) * height);
        double barY = bar + 0.5;
        double tip = stemTop + radius;
        if (stem.center() - left < 3 || barY - tip < 4) {
            return;
        }
        pen.eraseAbove(left, barY, stem.center(), tip, radius);
        pen.line(left, barY, stem.center(), tip, radius);
        pen.line(left, barY, right, barY, radius);
    }

    /** A short bar across the stem. */
    private void seven(int top, int bottom, SplittableRandom random) {
        double height = bottom - top + 1;
        int row = top + (int) (between(0.45, 0.65, random) * height);
        if (pen.runs(row) != 1) {
            return;
        }
        Pen.Run stem = pen.run(row, 0);
        double radius = between(0.7, 1, random) * Math.min(stem.width(), 4) / 2;
        double reach = between(0.15, 0.32, random) * height;
        double tilt = between(-0.25, 0.15, random) * reach;
        pen.line(stem.center() - reach, row + 0.5 - tilt, stem.center() + reach, row + 0.5 + tilt, radius);
    }

    private static double between(double from, double to, SplittableRandom random) {
        return from + (to - from) * random.nextDouble();
    }
}
