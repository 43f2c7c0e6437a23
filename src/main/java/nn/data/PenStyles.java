package nn.data;

import java.util.SplittableRandom;

/**
 * Redraws digits in the styles of other schools: a one with an upstroke or a foot, a four with a closed, pointed top, a seven
 * with a bar. MNIST's American writers rarely used these styles. A network that never saw them reads them as a seven, a nine
 * and a two. Only for images of digits.
 */
final class PenStyles {

    private final Pen pen;

    /** For images of one size. Not thread-safe. */
    PenStyles(int rows, int columns) {
        pen = new Pen(rows, columns);
    }

    /**
     * Redraws an image in place, if its class has another style and its strokes are found. It centers every image of such a
     * class by mass, as MNIST does.
     *
     * @param image {@code [rows * columns]}, 0 paper to 255 ink
     * @param digit the image's class
     */
    void redraw(byte[] image, int digit, SplittableRandom random) {
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

    /** Adds a short line from the top of the stem down to the left. One in four also gets a foot. */
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
     * Closes an open four: its left arm becomes a line from the left end of the bar to the top of the stem. Or redraws it
     * completely, with a triangle at the top of a stem of the same place and width. A four whose parts are not found stays.
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
        double radius = Math.max(
                0.7,
                0.45 * pen.run((open + bar) / 2, pen.runs((open + bar) / 2) - 1).width());
        int stemTop = open;
        while (stemTop > top
                && pen.runs(stemTop - 1) > 0
                && pen.run(stemTop - 1, pen.runs(stemTop - 1) - 1).touches(stem)) {
            stemTop--;
            stem = pen.run(stemTop, pen.runs(stemTop) - 1);
        }
        double tip = stemTop + radius;
        double crossing = Math.max(0, between(-0.2, 0.3, random)) * height;
        if (random.nextBoolean()) {
            pointedFour(stem.center(), tip, pen.run(bottom, 0).center(), bottom + 1 - radius, crossing, radius, random);
            return;
        }
        double left = pen.run(bar, 0).from() + radius;
        double right = Math.max(pen.run(bar, 0).to(), stem.center() + crossing);
        double barY = bar + 0.5;
        if (stem.center() - left < 3 || barY - tip < 4) {
            return;
        }
        pen.eraseAbove(left, barY, stem.center(), tip, radius);
        pen.line(left, barY, stem.center(), tip, radius);
        pen.line(left, barY, right, barY, radius);
    }

    private void pointedFour(
            double tipX,
            double tipY,
            double footX,
            double footY,
            double crossing,
            double radius,
            SplittableRandom random) {
        double height = footY - tipY;
        double down = between(0.25, 0.65, random);
        double barX = tipX + down * (footX - tipX);
        double barY = tipY + down * height;
        double left = barX - between(0.3, 0.7, random) * height;
        double leftY = barY + between(-0.08, 0.08, random) * height;
        pen.clear();
        pen.line(tipX, tipY, footX, footY, radius);
        pen.line(tipX, tipY, left, leftY, radius);
        pen.line(left, leftY, barX + crossing, barY, radius);
    }

    /** Adds a short bar across the stem. */
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
