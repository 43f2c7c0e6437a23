package nn.image.prepare;

import java.util.ArrayList;
import java.util.List;
import nn.image.Plane;

/**
 * What is as dark as ink but not written on the paper: the table beyond the page's edge, the border of a form, a frame around
 * the digit. It is taken out before the ink's level is settled for good, because it is often darker than the pen.
 */
final class Surroundings {

    /** A part along this share of a side of the picture is an edge, not a digit that happens to touch it. */
    private static final double ALONG_EDGE = 0.25;
    /** A frame's inside is at least this share of its size; the dot in a zero is smaller. */
    private static final double INSIDE = 0.25;

    private static final double FRAME_FILL = 0.4;
    /** What remains must be at least this share of the picture's longer side to be worth the removal. */
    private static final double SMALLEST_DIGIT = 0.08;

    /** The blurred edge of a part, as a share of the longer side. */
    private static final double RIM = 0.01;

    private static final int ROUNDS = 3;

    private Surroundings() {}

    /** The ink without its surroundings, or the same plane when there are none or nothing would be left. */
    static Plane removedFrom(Plane ink) {
        Plane rest = ink;
        for (int round = 0; round < ROUNDS; round++) {
            InkLevel level = InkLevel.of(rest);
            Components components = Components.of(rest, level.paper() + level.threshold());
            List<Components.Part> surroundings = new ArrayList<>();
            List<Components.Part> others = new ArrayList<>();
            for (Components.Part part : components.parts()) {
                boolean foreign = alongEdge(components, part, rest) || frames(part, components.parts());
                (foreign ? surroundings : others).add(part);
            }
            boolean digitLeft = others.stream()
                    .anyMatch(part -> part.box().longerSide() >= SMALLEST_DIGIT * ink.longerSide()
                            && !part.box().touchesEdge(ink.width(), ink.height()));
            if (surroundings.isEmpty() || !digitLeft) {
                return rest;
            }
            rest = without(rest, components, surroundings, level.paper());
        }
        return rest;
    }

    /** Whether the part runs along one side of the picture, or touches two opposite ones. */
    private static boolean alongEdge(Components components, Components.Part part, Plane ink) {
        Box box = part.box();
        if (!box.touchesEdge(ink.width(), ink.height())) {
            return false;
        }
        if (box.width() == ink.width() || box.height() == ink.height()) {
            return true;
        }
        int[] contact = new int[4];
        for (int x = 0; x < ink.width(); x++) {
            contact[0] += components.labels()[x] == part.label() ? 1 : 0;
            contact[1] += components.labels()[(ink.height() - 1) * ink.width() + x] == part.label() ? 1 : 0;
        }
        for (int y = 0; y < ink.height(); y++) {
            contact[2] += components.labels()[y * ink.width()] == part.label() ? 1 : 0;
            contact[3] += components.labels()[y * ink.width() + ink.width() - 1] == part.label() ? 1 : 0;
        }
        return Math.max(contact[0], contact[1]) >= ALONG_EDGE * ink.width()
                || Math.max(contact[2], contact[3]) >= ALONG_EDGE * ink.height();
    }

    private static boolean frames(Components.Part part, List<Components.Part> all) {
        Box box = part.box();
        if (part.area() > FRAME_FILL * box.width() * box.height()) {
            return false;
        }
        return all.stream()
                .anyMatch(other -> other != part
                        && box.encloses(other.box())
                        && other.box().longerSide() >= INSIDE * box.longerSide());
    }

    /** The plane with the parts, and a rim as wide as a blurred edge, set to blank paper. */
    private static Plane without(Plane ink, Components components, List<Components.Part> parts, float blank) {
        boolean[] removed = new boolean[components.parts().size() + 1];
        parts.forEach(part -> removed[part.label()] = true);
        boolean[] inked = new boolean[ink.values().length];
        boolean[] gone = new boolean[inked.length];
        for (int i = 0; i < gone.length; i++) {
            inked[i] = components.labels()[i] != 0;
            gone[i] = removed[components.labels()[i]];
        }
        return Erasure.of(ink, inked, gone, Math.max(1, RIM * ink.longerSide()), blank);
    }
}
