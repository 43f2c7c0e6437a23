package nn.image.prepare;

import nn.image.Plane;

/**
 * One way to look at a picture: dark ink on lighter paper, and what counts as ink.
 *
 * @param name      what is looked at, such as "light ink on the sheet"
 * @param light     brightness, 0 dark to 1 light, ink darker than its paper
 * @param strictness how much of the usual ink level a pixel must reach; 1 as usual
 * @param withoutLines whether straight lines that are longer than a digit's strokes are taken out
 * @param part      which of the parts is the digit: 0 for the main one, 1 for the next
 * @param joined    whether near parts belong to it
 */
record View(String name, Plane light, double strictness, boolean withoutLines, int part, boolean joined) {

    int searchSide() {
        return name.equals("dark ink on the picture") || name.equals("light ink on the picture") ? 320 : 224;
    }

    static View of(String name, Plane light) {
        return new View(name, light, 1, false, 0, true);
    }

    View strict(String what, double newStrictness) {
        return new View(name + ", " + what, light, newStrictness, withoutLines, part, joined);
    }

    View linesRemoved() {
        return new View(name + ", without lines", light, strictness, true, part, joined);
    }

    View nextPart(int newPart) {
        return new View(name + ", part " + (newPart + 1), light, strictness, withoutLines, newPart, joined);
    }

    View alone() {
        return new View(name + ", one part", light, strictness, withoutLines, part, false);
    }
}
