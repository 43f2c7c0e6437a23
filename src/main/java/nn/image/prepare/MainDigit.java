package nn.image.prepare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nn.image.Plane;

/**
 * Which parts of the ink are the digit: the heaviest part near the middle, and what belongs to it. A broken stroke is still one
 * digit; specks, frames and neighboring digits are not.
 *
 * @param mask        [height * width] where the digit's ink is
 * @param box         its bounds
 * @param several     whether there is another part that may be a digit of its own
 * @param touchesEdge whether the digit runs into the picture's edge
 * @param share       its share of all ink
 * @param strength    its mean ink value
 */
record MainDigit(boolean[] mask, Box box, boolean several, boolean touchesEdge, double share, double strength) {

    /** Parts of less than this share of the main part's ink are specks. */
    private static final double SPECK = 0.02;
    /** A part belongs to the digit when it is nearer than this share of the size of the digit, or of both together. */
    private static final double GAP_OF_SMALL_PART = 0.4;

    private static final double GAP_OF_LARGE_PART = 0.12;
    /** A part is small, not a digit of its own, when it is lower than this share of the digit's height. */
    private static final double SMALL_PART = 0.6;

    /** The main digit of an ink plane, or an empty one ({@link #found()} is false) when nothing reaches the threshold. */
    static MainDigit of(Plane ink, float threshold) {
        return of(ink, threshold, 0, true);
    }

    /**
     * Another part than the main one, or without the parts near to it.
     *
     * @param rank   0 for the main part, 1 for the next
     * @param joined whether near parts belong to it
     */
    static MainDigit of(Plane ink, float threshold, int rank, boolean joined) {
        Components components = Components.of(ink, threshold);
        List<Components.Part> ranked = new ArrayList<>(components.parts());
        ranked.sort(Comparator.comparingDouble(part -> -part.weight() * centrality(part.box(), ink)));
        boolean[] mask = new boolean[ink.values().length];
        if (rank >= ranked.size()) {
            return new MainDigit(mask, new Box(0, 0, 0, 0), false, false, 0, 0);
        }
        return grow(ink, components, ranked.get(rank), mask, joined);
    }

    boolean found() {
        return box.width() > 0;
    }

    private static MainDigit grow(
            Plane ink, Components components, Components.Part main, boolean[] mask, boolean joined) {
        Box box = main.box();
        add(components, main, mask);
        List<Components.Part> others = new ArrayList<>(components.parts());
        // Not by equals: a record's first one takes the JVM thirty milliseconds.
        others.removeIf(part -> part.label() == main.label() || part.weight() < SPECK * main.weight());
        for (boolean grown = joined; grown && !others.isEmpty(); ) {
            grown = false;
            float[] distance = DistanceTransform.to(mask, true, ink.width(), ink.height());
            for (int i = others.size() - 1; i >= 0; i--) {
                Components.Part part = others.get(i);
                boolean small = part.box().height() < SMALL_PART * box.height();
                double gap = small
                        ? GAP_OF_SMALL_PART * box.longerSide()
                        : GAP_OF_LARGE_PART * box.union(part.box()).longerSide();
                if (nearest(components, part, distance) <= 1.5 + gap) {
                    add(components, part, mask);
                    box = box.union(part.box());
                    others.remove(i);
                    grown = true;
                }
            }
        }
        double height = box.height();
        boolean several = others.stream()
                .anyMatch(part -> part.box().height() >= SMALL_PART * height
                        && part.weight() >= 0.2 * main.weight()
                        && !part.box().touchesEdge(ink.width(), ink.height()));
        double total =
                components.parts().stream().mapToDouble(Components.Part::weight).sum();
        double own = 0;
        int area = 0;
        for (int i = 0; i < mask.length; i++) {
            own += mask[i] ? ink.values()[i] : 0;
            area += mask[i] ? 1 : 0;
        }
        return new MainDigit(mask, box, several, box.touchesEdge(ink.width(), ink.height()), own / total, own / area);
    }

    private static void add(Components components, Components.Part part, boolean[] mask) {
        for (int i = 0; i < mask.length; i++) {
            mask[i] |= components.labels()[i] == part.label();
        }
    }

    private static float nearest(Components components, Components.Part part, float[] distance) {
        float nearest = Float.MAX_VALUE;
        for (int i = 0; i < distance.length; i++) {
            if (components.labels()[i] == part.label()) {
                nearest = Math.min(nearest, distance[i]);
            }
        }
        return nearest;
    }

    /** 1 in the middle, down to 0.25 for what lies at the edge; a part that runs along the edge counts least. */
    private static double centrality(Box box, Plane ink) {
        double x = Math.abs((box.left() + box.right()) / 2.0 / ink.width() - 0.5) * 2;
        double y = Math.abs((box.top() + box.bottom()) / 2.0 / ink.height() - 0.5) * 2;
        double offCenter = Math.max(x, y);
        double factor = 1 - 0.75 * offCenter;
        return box.touchesEdge(ink.width(), ink.height()) ? factor * 0.5 : factor;
    }
}
