package nn.image.prepare;

import nn.image.Plane;

/**
 * One way to look at a picture: dark ink on lighter paper, and what counts as ink.
 *
 * @param kind          what kind of look it is
 * @param name          the same in words, such as "light ink in a dark area"
 * @param light         brightness, 0 dark to 1 light, where ink is darker than its paper
 * @param strictness    how much of the usual ink level a pixel must reach; 1 as usual
 * @param withoutLines  whether straight lines that are longer than a digit's strokes are taken out
 * @param part          which part of the ink is the digit: 0 for the main one, 1 for the next
 * @param joined        whether near parts belong to it
 */
record View(
        Candidate.Kind kind,
        String name,
        Plane light,
        double strictness,
        boolean withoutLines,
        int part,
        boolean joined) {

    /** The main digit of a plane, read as usual. */
    static View of(Candidate.Kind kind, String name, Plane light) {
        return new View(kind, name, light, 1, false, 0, true);
    }

    /** The same with more or less of what counts as ink. */
    View withInk(String what, double newStrictness) {
        return new View(Candidate.Kind.INK, name + ", " + what, light, newStrictness, withoutLines, part, joined);
    }

    View linesRemoved() {
        return new View(Candidate.Kind.LINES, name + ", without lines", light, strictness, true, part, joined);
    }

    /** Another part of the ink than the main one, counted from 0. */
    View withPart(int newPart) {
        return new View(
                Candidate.Kind.PART,
                name + ", part " + (newPart + 1),
                light,
                strictness,
                withoutLines,
                newPart,
                joined);
    }

    /** The part alone, without what is near to it. */
    View alone() {
        return new View(Candidate.Kind.PART, name + ", one part", light, strictness, withoutLines, part, false);
    }
}
