package nn.image.prepare;

import nn.image.Plane;

/**
 * The paper under the ink: how bright each pixel would be without the digit. Uneven light and the soft edges of shadows
 * belong to the paper.
 */
final class Paper {

    /** Strokes up to this share of the shorter side are ink; darker stretches that are wider are shadow. */
    private static final double WIDEST_STROKE = 0.33;

    private static final float DARKEST_PAPER = 0.08f;

    private Paper() {}

    /** Paper brightness per pixel: gray closing, then a blur, for dark ink on lighter paper. */
    static Plane under(Plane light) {
        int radius = (int) Math.ceil(WIDEST_STROKE * Math.min(light.width(), light.height()) / 2);
        Plane closed = Morphology.close(light, radius);
        return Morphology.blur(closed, radius / 4);
    }

    /** How much of the paper's light the ink swallows, per pixel, 0 none to 1 all; a ratio, so that shade cancels out. */
    static Plane ink(Plane light, Plane paper) {
        Plane ink = Plane.of(light.width(), light.height());
        for (int i = 0; i < ink.values().length; i++) {
            float bright = Math.max(DARKEST_PAPER, paper.values()[i]);
            ink.values()[i] = Math.max(0, 1 - light.values()[i] / bright);
        }
        return ink;
    }
}
