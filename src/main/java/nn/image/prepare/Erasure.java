package nn.image.prepare;

import nn.image.Plane;

/** Makes parts of the ink blank paper. */
final class Erasure {

    private Erasure() {}

    /**
     * The ink without some of it, and without its blurred edge.
     *
     * @param ink   the ink values
     * @param inked [height * width] where there is ink
     * @param gone  [height * width] which of it goes
     * @param rim   how wide a blurred edge is, in pixels; other ink within it stays
     * @param blank the value of paper
     */
    static Plane of(Plane ink, boolean[] inked, boolean[] gone, double rim, float blank) {
        float[] distance = DistanceTransform.to(gone, true, ink.width(), ink.height());
        Plane rest = new Plane(ink.width(), ink.height(), ink.values().clone());
        for (int i = 0; i < gone.length; i++) {
            if (distance[i] <= rim && (gone[i] || !inked[i])) {
                rest.values()[i] = blank;
            }
        }
        return rest;
    }
}
