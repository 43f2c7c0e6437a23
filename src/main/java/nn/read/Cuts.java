package nn.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nn.image.prepare.Box;

/**
 * Cuts a part into pieces where digits may touch: along straight cuts, upright or slanted, that cross little ink. More pieces than
 * digits are wanted; the best way through them is chosen later (over-segmentation; Casey and Lecolinet 1996, section 3).
 *
 * @param pieces from left to right
 * @param costs  the ink that the cut before each piece crosses, in widths of the stroke; 0 for the first
 */
record Cuts(List<Part> pieces, List<Double> costs) {

    /** Slants of cuts, in columns per row. */
    private static final double[] SLANTS = {0, -0.15, 0.15, -0.3, 0.3, -0.45, 0.45};
    /** Cuts lie at least so far from each other and from the ends, as a share of the height. */
    private static final double APART = 0.11;

    private static final double MOST_CROSSED = 0.5;
    /** So many cuts are tried for each digit that a part may be wide. */
    private static final double CUTS_PER_DIGIT = 3.5;
    /** A digit's width, as a share of its height. */
    private static final double DIGIT_WIDTH = 0.6;

    private static final int MOST = 60;

    /** One cut, from a column at the top of the part to one at its bottom, which crosses so many pixels of ink. */
    private record Cut(double top, double bottom, int crossed, double rank) {

        double middle() {
            return (top + bottom) / 2;
        }

        double at(double share) {
            return top + (bottom - top) * share;
        }

        boolean isApartFrom(Cut other, double distance) {
            return Math.abs(middle() - other.middle()) >= distance
                    && (top < other.top) == (bottom < other.bottom)
                    && Math.abs(top - other.top) + Math.abs(bottom - other.bottom) > distance;
        }
    }

    /** From the first piece to the last, in pixels. */
    int width() {
        return pieces.get(pieces.size() - 1).box().right() - pieces.get(0).box().left();
    }

    /** The part as one piece. */
    static Cuts none(Part part) {
        return new Cuts(List.of(part), List.of(0.0));
    }

    static Cuts of(Part part, double lineHeight) {
        double stroke = part.stroke();
        double height = Math.min(lineHeight, part.height());
        int most = (int) Math.min(MOST, 2 + CUTS_PER_DIGIT * part.width() / (DIGIT_WIDTH * height));
        List<Cut> chosen = chosen(candidates(part, stroke), APART * height, most);
        chosen.sort(Comparator.comparingDouble(Cut::middle));
        List<Part> pieces = new ArrayList<>();
        List<Double> costs = new ArrayList<>();
        for (int i = 0; i <= chosen.size(); i++) {
            boolean[] mask = new boolean[part.mask().length];
            int area = 0;
            for (int y = 0; y < part.height(); y++) {
                double share = (y + 0.5) / part.height();
                double from = i == 0 ? 0 : chosen.get(i - 1).at(share);
                double to = i == chosen.size() ? part.width() : chosen.get(i).at(share);
                for (int x = 0; x < part.width(); x++) {
                    if (part.at(x, y) && x + 0.5 >= from && x + 0.5 < to) {
                        mask[y * part.width() + x] = true;
                        area++;
                    }
                }
            }
            if (area > 0) {
                pieces.add(Part.of(part.box(), mask));
                costs.add(i == 0 ? 0 : chosen.get(i - 1).crossed / stroke);
            }
        }
        return new Cuts(pieces, costs);
    }

    private static List<Cut> candidates(Part part, double stroke) {
        List<Cut> candidates = new ArrayList<>();
        Box box = part.box();
        double margin = APART * box.height();
        for (double slant : SLANTS) {
            double lean = slant * box.height() / 2;
            for (double middle = margin; middle <= box.width() - margin; middle += Math.max(0.5, stroke / 4)) {
                int crossed = 0;
                for (int y = 0; y < box.height(); y++) {
                    double x = middle + lean * (1 - 2 * (y + 0.5) / box.height());
                    crossed += part.at((int) Math.floor(x), y) ? 1 : 0;
                }
                if (crossed <= MOST_CROSSED * box.height()) {
                    candidates.add(
                            new Cut(middle + lean, middle - lean, crossed, crossed / stroke + 1.2 * Math.abs(slant)));
                }
            }
        }
        return candidates;
    }

    private static List<Cut> chosen(List<Cut> candidates, double apart, int most) {
        candidates.sort(Comparator.comparingDouble(Cut::rank));
        List<Cut> chosen = new ArrayList<>();
        for (Cut cut : candidates) {
            if (chosen.size() < most && chosen.stream().allMatch(other -> cut.isApartFrom(other, apart))) {
                chosen.add(cut);
            }
        }
        return chosen;
    }
}
