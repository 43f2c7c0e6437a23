package nn.read;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import nn.image.prepare.Box;

/** Divides the digits of a line into numbers: where a gap is wider than those within numbers, or a sign stands between digits. */
final class NumberGaps {

    /** Narrow digits are as wide as this share of the height, as far as gaps are concerned. */
    private static final double NARROWEST = 0.5;
    /** Gaps up to this share of the height are within a number, whatever the others are. */
    private static final double CERTAINLY_WITHIN = 0.35;
    /** Gaps from this share on are between numbers, unless all gaps are alike. */
    private static final double CERTAINLY_BETWEEN = 1.0;
    /** Gaps between numbers are so many times as wide as those within. */
    private static final double RATIO = 1.9;

    /** Distances between the middles of digits that differ by less than this factor are equal. */
    private static final double REGULAR = 1.65;

    /** Digits that are so many heights apart are not of one number. */
    private static final double WIDEST_PITCH = 3;
    /** A point is at least so many strokes wide or high. */
    private static final double SPECK = 0.5;
    /** The same for one that is not clear of both digits. */
    private static final double CROWDED_SPECK = 0.8;

    /** What divides numbers stands between digits, up to this share of its width: what is above or below one is left of the paper. */
    private static final double MOST_OVERLAP = 0.5;

    /** What a part between two digits is. */
    enum Sign {
        /** Read as a decimal point, if it is the only one. */
        POINT,
        /** A dot above the base: with another one it is a colon, which divides numbers. */
        RAISED_POINT,
        /** A minus sign, a slash, a colon, a comma, a letter: it divides numbers. */
        DIVIDER,
        /** Nothing. */
        SPECK
    }

    /**
     * A number within a line.
     *
     * @param from  its first digit
     * @param to    the digit after its last
     * @param point the digit that a decimal point stands before; 0 or less if there is none
     */
    record Span(int from, int to, int point) {}

    private NumberGaps() {}

    /**
     * The numbers of a line.
     *
     * @param digits the boxes of its digits, at least one, from left to right
     * @param others what else stands in the line
     * @param height of its digits
     * @param stroke the width of their strokes
     * @param ofPage what the gaps of all lines say; see {@link #between}
     */
    static List<Span> spans(List<Box> digits, List<Part> others, double height, double stroke, OptionalDouble ofPage) {
        int[] points = new int[digits.size()];
        int[] raised = new int[digits.size()];
        boolean[] divided = new boolean[digits.size()];
        for (Part other : others) {
            int next = 0;
            while (next < digits.size() && center(digits.get(next)) < other.centerX()) {
                next++;
            }
            if (next == 0 || next == digits.size()) {
                continue;
            }
            Sign sign = sign(other, digits.get(next - 1), digits.get(next), height, stroke);
            points[next] += sign == Sign.POINT ? 1 : 0;
            raised[next] += sign == Sign.RAISED_POINT ? 1 : 0;
            divided[next] |= sign == Sign.DIVIDER || raised[next] > 0 && raised[next] + points[next] > 1;
        }
        double between = between(gaps(digits, height)).orElse(ofPage.orElse(CERTAINLY_BETWEEN));
        boolean[] starts = new boolean[digits.size()];
        for (int from = 0; from < starts.length; ) {
            int to = from + 1;
            while (to < starts.length && pitch(digits, to) < WIDEST_PITCH * height) {
                to++;
            }
            List<Box> near = digits.subList(from, to);
            boolean regular = isRegular(near) && gaps(near, height).min().orElse(0) < ofPage.orElse(Double.MAX_VALUE);
            for (int i = Math.max(1, from); i < to; i++) {
                double gap = gap(digits.get(i - 1), digits.get(i), height);
                boolean far = gap >= (points[i] == 1 ? Math.max(between, 0.9) : between) && !regular;
                starts[i] = divided[i] || points[i] > 1 || far || i == from;
            }
            from = to;
        }
        return spans(points, starts);
    }

    /** How far the middle of a digit is from that of the one before it. */
    private static double pitch(List<Box> digits, int at) {
        return center(digits.get(at)) - center(digits.get(at - 1));
    }

    private static List<Span> spans(int[] points, boolean[] starts) {
        List<Span> spans = new ArrayList<>();
        for (int from = 0; from < points.length; ) {
            int to = from + 1;
            int count = 0;
            int point = 0;
            while (to < points.length && !starts[to]) {
                if (points[to] == 1) {
                    count++;
                    point = to;
                }
                to++;
            }
            if (count > 1) {
                // A date or a version: its points divide.
                for (int i = from + 1; i < to; i++) {
                    if (points[i] == 1) {
                        spans.add(new Span(from, i, 0));
                        from = i;
                    }
                }
                point = 0;
            }
            spans.add(new Span(from, to, point));
            from = to;
        }
        return spans;
    }

    private static double center(Box box) {
        return (box.left() + box.right()) / 2.0;
    }

    /** The gaps of a line between one digit and the next, in heights. */
    static DoubleStream gaps(List<Box> digits, double height) {
        return IntStream.range(1, digits.size()).mapToDouble(i -> gap(digits.get(i - 1), digits.get(i), height));
    }

    /** The gap between two digits in heights, where a narrow one has blank paper of its own around it. */
    private static double gap(Box left, Box right, double height) {
        double widths = Math.max(left.width(), NARROWEST * height) + Math.max(right.width(), NARROWEST * height);
        return Math.min(right.left() - left.right(), center(right) - center(left) - widths / 2) / height;
    }

    /**
     * From which gap on digits belong to different numbers: in the widest step between the sorted gaps, if there is one. The gaps of a line
     * say it, or those of a page: a line of single digits is like the boxes of a form by itself.
     */
    static OptionalDouble between(DoubleStream gaps) {
        double[] sorted = gaps.sorted().toArray();
        OptionalDouble between = OptionalDouble.empty();
        double widest = RATIO;
        for (int i = 1; i < sorted.length; i++) {
            double ratio = (sorted[i] + 0.1) / (Math.max(0, sorted[i - 1]) + 0.1);
            if (sorted[i] > CERTAINLY_WITHIN && ratio > widest) {
                widest = ratio;
                double middle = (sorted[i] + sorted[i - 1]) / 2;
                between = OptionalDouble.of(Math.max(CERTAINLY_WITHIN, Math.min(CERTAINLY_BETWEEN, middle)));
            }
        }
        return between;
    }

    /** Whether the digits stand at equal distances, as in the boxes of a form: then they are one number. */
    private static boolean isRegular(List<Box> digits) {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int i = 1; i < digits.size(); i++) {
            double pitch = pitch(digits, i);
            least = Math.min(least, pitch);
            most = Math.max(most, pitch);
        }
        return digits.size() >= 3 && most < REGULAR * least;
    }

    /** What a part between two digits is, by its size and by how far it is above their base. */
    private static Sign sign(Part part, Box left, Box right, double height, double stroke) {
        double base = (left.bottom() + right.bottom()) / 2.0;
        double wide = part.width() / height;
        double high = part.height() / height;
        double aboveBase = (base - part.centerY()) / height;
        int underLeft = overlap(part.box(), left);
        int underRight = overlap(part.box(), right);
        double least = underLeft + underRight == 0 ? SPECK : CROWDED_SPECK;
        if (Math.max(part.width(), part.height()) < least * stroke) {
            return Sign.SPECK;
        }
        boolean round = part.width() < 1.7 * part.height() && part.height() < 1.7 * part.width() && part.fill() > 0.55;
        // The bar of a 7 may reach over the point behind it.
        boolean beforeRight = underRight <= MOST_OVERLAP * part.width();
        if (round && high < 0.28 && beforeRight && aboveBase < 0.22 && aboveBase > -0.1) {
            return Sign.POINT;
        }
        if (round && high < 0.28 && beforeRight && aboveBase > 0 && aboveBase < 0.85) {
            return Sign.RAISED_POINT;
        }
        boolean dash = wide > 0.2 && high < 0.25 && aboveBase > 0.25 && aboveBase < 0.75;
        boolean slash = high > 0.6 && wide > 0.2;
        boolean comma = high > 0.15 && high < 0.5 && aboveBase < 0.2;
        boolean between = underLeft + underRight <= MOST_OVERLAP * part.width();
        return between && (dash || slash || comma) ? Sign.DIVIDER : Sign.SPECK;
    }

    /** How many columns two boxes share. */
    private static int overlap(Box a, Box b) {
        return Math.max(0, Math.min(a.right(), b.right()) - Math.max(a.left(), b.left()));
    }
}
