package nn.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import nn.image.Plane;
import nn.image.prepare.Box;
import nn.image.prepare.Morphology;

/** Joins the bars of a seven-segment display, which do not touch, into digits. */
final class SegmentDisplay {

    /** A bar is so many times as long as it is wide. */
    private static final double LONG = 1.45;

    private static final int SPECK = 10;
    /** And at least so long, compared with most parts. */
    private static final double SHORT = 0.3;
    /** What is so many times as large or small as most bars is neither a bar nor several: the frame, or dirt. */
    private static final double OTHER_AREA = 8;

    private static final double FILLED = 0.55;
    /** Of all parts that are not specks, at least this share are bars, and of these at least the other share lie or stand. */
    private static final double MOSTLY = 0.6;

    private static final double EITHER = 0.12;
    /** Bars of a digit are nearer than so many of their widths. */
    private static final double GAP = 0.85;

    /** A dot is less than so many bars wide and high. */
    private static final double DOT = 1.8;
    /** And less than so many times as long as wide. */
    private static final double ROUND = 1.3;

    /** The bars of each digit, a bit for each; some displays leave out the tail of 6, 7 and 9, or add it. */
    private static final int[][] BARS = {
        {0b0111111},
        {0b0000110},
        {0b1011011},
        {0b1001111},
        {0b1100110},
        {0b1101101},
        {0b1111101, 0b1111100},
        {0b0000111, 0b0100111},
        {0b1111111},
        {0b1101111, 0b1100111}
    };

    /** How far the digits of displays lean to the right, in columns per row. */
    private static final double[] SLANTS = {0, 0.06, 0.12, 0.18};
    /** Bars that are lit and bars that are not differ at least so much. */
    private static final double CLEAR = 0.1;

    private SegmentDisplay() {}

    /**
     * The parts with bars joined to digits, or the same list if it shows no display.
     *
     * @param height of most parts, in pixels
     */
    static List<Part> joined(List<Part> parts, double height) {
        double[] areas = parts.stream()
                .filter(part -> isBar(part) && part.area() > SPECK && part.box().longerSide() >= SHORT * height)
                .mapToDouble(Part::area)
                .sorted()
                .toArray();
        if (areas.length < 3) {
            return parts;
        }
        double usual = areas[areas.length / 2];
        List<Part> considered = parts.stream()
                .filter(part -> part.area() > usual / OTHER_AREA && part.area() < OTHER_AREA * usual)
                .toList();
        List<Part> bars = considered.stream().filter(SegmentDisplay::isBar).toList();
        long lying = bars.stream().filter(bar -> bar.width() > bar.height()).count();
        if (bars.size() < 3
                || bars.size() < MOSTLY * considered.size()
                || Math.min(lying, bars.size() - lying) < EITHER * bars.size()) {
            return parts;
        }
        double[] widths = bars.stream()
                .mapToDouble(bar -> Math.min(bar.width(), bar.height()))
                .sorted()
                .toArray();
        double width = widths[widths.length / 2];
        List<Part> joined = new ArrayList<>();
        List<Part> ofDigits = new ArrayList<>();
        for (Part part : considered) {
            (isDot(part, width) ? joined : ofDigits).add(part);
        }
        joined.addAll(clusters(ofDigits, GAP * width));
        return joined;
    }

    /** The digit whose bars a part shows; empty if it shows others. */
    static OptionalInt digit(Part part) {
        if (part.width() < 0.35 * part.height()) {
            return OptionalInt.of(1);
        }
        int best = -1;
        double clearest = CLEAR;
        for (double slant : SLANTS) {
            double[] inked = inked(part, slant * part.height());
            for (int digit = 0; digit < BARS.length; digit++) {
                for (int bars : BARS[digit]) {
                    double clear = clearness(inked, bars);
                    if (clear > clearest) {
                        clearest = clear;
                        best = digit;
                    }
                }
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /** The ink where each bar's middle lies: top, upper right, lower right, bottom, lower left, upper left, middle. */
    private static double[] inked(Part part, double lean) {
        double[] x = {0.5, 0.9, 0.9, 0.5, 0.1, 0.1, 0.5};
        double[] y = {0.06, 0.27, 0.73, 0.94, 0.73, 0.27, 0.5};
        double[] inked = new double[x.length];
        for (int bar = 0; bar < x.length; bar++) {
            inked[bar] = inkAround(part, x[bar] * (part.width() - lean) + lean * (1 - y[bar]), y[bar] * part.height());
        }
        return inked;
    }

    /** How much more ink the faintest of these bars has than the strongest of the others. */
    private static double clearness(double[] inked, int bars) {
        double least = 1;
        double most = 0;
        for (int bar = 0; bar < inked.length; bar++) {
            if ((bars >> bar & 1) == 1) {
                least = Math.min(least, inked[bar]);
            } else {
                most = Math.max(most, inked[bar]);
            }
        }
        return least - most;
    }

    /** The share of ink in a small square around a point of the box. */
    private static double inkAround(Part part, double x, double y) {
        int reach = (int) Math.max(1, Math.round(0.06 * part.height()));
        int left = (int) Math.round(x);
        int top = (int) Math.round(y);
        int inked = 0;
        int count = 0;
        for (int row = Math.max(0, top - reach); row < Math.min(part.height(), top + reach); row++) {
            for (int column = Math.max(0, left - reach); column < Math.min(part.width(), left + reach); column++) {
                inked += part.at(column, row) ? 1 : 0;
                count++;
            }
        }
        return count == 0 ? 0 : (double) inked / count;
    }

    private static boolean isBar(Part part) {
        int longer = Math.max(part.width(), part.height());
        int shorter = Math.min(part.width(), part.height());
        return longer >= LONG * shorter && part.fill() > FILLED;
    }

    /** Whether a part is a decimal point, or a dot of a colon. */
    private static boolean isDot(Part part, double barWidth) {
        int longer = Math.max(part.width(), part.height());
        int shorter = Math.min(part.width(), part.height());
        return longer < ROUND * shorter && longer < DOT * barWidth && part.fill() > FILLED;
    }

    private static List<Part> clusters(List<Part> parts, double gap) {
        int[] cluster = new int[parts.size()];
        Arrays.setAll(cluster, i -> i);
        for (int i = 0; i < cluster.length; i++) {
            for (int k = 0; k < i; k++) {
                if (cluster[i] != cluster[k]
                        && areOfOneDigit(parts.get(i).box(), parts.get(k).box(), gap)) {
                    int old = cluster[i];
                    int joined = cluster[k];
                    for (int n = 0; n < cluster.length; n++) {
                        cluster[n] = cluster[n] == old ? joined : cluster[n];
                    }
                }
            }
        }
        List<Part> digits = new ArrayList<>();
        for (int number = 0; number < cluster.length; number++) {
            List<Part> own = new ArrayList<>();
            for (int i = 0; i < cluster.length; i++) {
                if (cluster[i] == number) {
                    own.add(parts.get(i));
                }
            }
            if (!own.isEmpty()) {
                digits.add(closed(Part.union(own), (int) Math.ceil(gap / 2)));
            }
        }
        return digits;
    }

    /** The part with gaps up to twice the radius filled. */
    private static Part closed(Part part, int radius) {
        int around = radius + 1;
        Box box = part.box();
        Box wide = new Box(box.left() - around, box.top() - around, box.right() + around, box.bottom() + around);
        Plane plane = Plane.of(wide.width(), wide.height());
        for (int y = 0; y < part.height(); y++) {
            for (int x = 0; x < part.width(); x++) {
                plane.values()[(y + around) * wide.width() + x + around] = part.at(x, y) ? 1 : 0;
            }
        }
        Plane filled = Morphology.close(plane, radius);
        boolean[] mask = new boolean[filled.values().length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = filled.values()[i] > 0;
        }
        return Part.of(wide, mask);
    }

    /**
     * A lying and a standing bar meet at a corner; two standing bars stand one above the other, and so do two pieces of several bars that
     * lie.
     */
    private static boolean areOfOneDigit(Box a, Box b, double gap) {
        boolean aStands = a.height() > a.width();
        boolean bStands = b.height() > b.width();
        if (aStands != bStands) {
            return distance(a, b) <= gap;
        }
        double overlap = Math.min(a.right(), b.right()) - Math.max(a.left(), b.left());
        return overlap > 0 && distance(a, b) <= (aStands ? 1.5 : 1) * gap;
    }

    /** The larger of the gaps across and down between two boxes. */
    private static double distance(Box a, Box b) {
        double across = Math.max(b.left() - a.right(), a.left() - b.right());
        double down = Math.max(b.top() - a.bottom(), a.top() - b.bottom());
        return Math.max(0, Math.max(across, down));
    }
}
