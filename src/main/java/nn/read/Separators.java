package nn.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes out the bars between the boxes of a form, which look like ones: alike, at equal distances, with something between them, and not
 * as high or not as thick as that.
 */
final class Separators {

    /** A bar is narrower than this share of its height. */
    private static final double BAR = 0.35;
    /** So many bars make a comb. */
    private static final int FEWEST = 3;
    /** They are this far from where they should be at most, as a share of their distance, and of their height. */
    private static final double ACROSS = 0.12;

    private static final double DOWN = 0.2;
    /** Their heights differ by less than this share. */
    private static final double ALIKE = 0.25;
    /** Of all places for a bar, and of all places between two, at least this share is taken. */
    private static final double TAKEN = 0.6;
    /** A bar that differs less from what is beside it may be a one: in where it ends, as a share of the height, and in its stroke. */
    private static final double OTHER_ENDS = 0.12;

    private static final double OTHER_STROKE = 0.7;
    /** Combs are not looked for among more bars. */
    private static final int MOST = 150;

    private Separators() {}

    /** The parts without separators. */
    static List<Part> removed(List<Part> parts) {
        List<Part> bars = parts.stream()
                .filter(part -> part.width() < BAR * part.height())
                .sorted(Comparator.comparingDouble(Part::centerX))
                .toList();
        if (bars.size() < FEWEST || bars.size() > MOST) {
            return parts;
        }
        Set<Part> gone = new HashSet<>();
        for (int i = 0; i < bars.size(); i++) {
            for (int k = i + 1; k < bars.size(); k++) {
                List<Part> comb = comb(bars.get(i), bars.get(k), bars);
                if (comb.size() >= FEWEST && !gone.containsAll(comb) && divides(comb, parts)) {
                    gone.addAll(comb);
                }
            }
        }
        return parts.stream().filter(part -> !gone.contains(part)).toList();
    }

    /** The bars that continue two neighbors, or nothing if too many are missing. */
    private static List<Part> comb(Part first, Part second, List<Part> bars) {
        double pitch = second.centerX() - first.centerX();
        double rise = second.centerY() - first.centerY();
        double height = first.height();
        List<Part> comb = new ArrayList<>();
        if (pitch < 0.4 * height || Math.abs(rise) > DOWN * pitch) {
            return comb;
        }
        long last = -1;
        for (Part bar : bars) {
            double places = (bar.centerX() - first.centerX()) / pitch;
            long place = Math.round(places);
            boolean fits = place > last
                    && Math.abs(places - place) < ACROSS
                    && Math.abs(bar.centerY() - first.centerY() - places * rise) < DOWN * height
                    && Math.abs(bar.height() - height) < ALIKE * height;
            if (fits && place - last > 3) {
                break;
            }
            if (fits) {
                comb.add(bar);
                last = place;
            }
        }
        return comb.size() >= TAKEN * (last + 1) ? comb : List.of();
    }

    /** Whether other parts stand between most of the bars, and differ from them. */
    private static boolean divides(List<Part> comb, List<Part> parts) {
        int taken = 0;
        int different = 0;
        for (int i = 1; i < comb.size(); i++) {
            Part left = comb.get(i - 1);
            Part right = comb.get(i);
            List<Part> between = parts.stream()
                    .filter(part -> part.box().left() >= left.centerX() - 0.5 * left.width()
                            && part.box().right() <= right.centerX() + right.width()
                            && part.width() >= BAR * part.height()
                            && part.height() >= 0.6 * left.height()
                            && part.box().bottom() > left.box().top() - left.height()
                            && part.box().top() < left.box().bottom())
                    .toList();
            taken += between.isEmpty() ? 0 : 1;
            different += between.stream().anyMatch(part -> differs(left, part)) ? 1 : 0;
        }
        int places = comb.size() - 1;
        return taken >= TAKEN * places && different >= TAKEN * taken;
    }

    private static boolean differs(Part bar, Part part) {
        double ends = OTHER_ENDS * part.height();
        return Math.abs(bar.box().top() - part.box().top()) > ends
                        && Math.abs(bar.box().bottom() - part.box().bottom()) > ends
                || Math.abs(bar.height() - part.height()) > 2 * ends
                || bar.stroke() < OTHER_STROKE * part.stroke();
    }
}
