package nn.image.prepare;

import nn.image.Plane;

/** Continues what is known of a plane over what is not, smoothly: paper beyond the picture's edge, or under a table. */
final class Extension {

    /** What is continued is smooth, so few pixels are enough. */
    private static final int SIDE = 80;

    private static final float NOTHING = 1e-3f;

    private Extension() {}

    /**
     * A plane whose unknown values are weighted means of the known ones near to them (normalized convolution; Knutsson and
     * Westin 1993), from ever larger surroundings where there are none near. Without any known value it is the plane itself.
     *
     * @param known [height * width], 1 where the value is known, 0 elsewhere
     */
    static Plane of(Plane plane, Plane known) {
        Plane product = Plane.of(plane.width(), plane.height());
        for (int i = 0; i < product.values().length; i++) {
            product.values()[i] = plane.values()[i] * known.values()[i];
        }
        Plane weight = Resampling.shrink(known, SIDE);
        Plane weighted = Resampling.shrink(product, SIDE);
        Plane smooth = Plane.of(weight.width(), weight.height());
        boolean[] done = new boolean[smooth.values().length];
        int open = done.length;
        for (int radius = 1; open > 0 && radius <= 2 * SIDE; radius *= 2) {
            weight = Morphology.blur(weight, radius);
            weighted = Morphology.blur(weighted, radius);
            for (int i = 0; i < done.length; i++) {
                if (!done[i] && weight.values()[i] > NOTHING) {
                    smooth.values()[i] = weighted.values()[i] / weight.values()[i];
                    done[i] = true;
                    open--;
                }
            }
        }
        if (open > 0) {
            return plane;
        }
        Plane extended = Resampling.resize(smooth, plane.width(), plane.height());
        for (int i = 0; i < extended.values().length; i++) {
            float share = known.values()[i];
            extended.values()[i] += share * (plane.values()[i] - extended.values()[i]);
        }
        return extended;
    }

    /**
     * The plane with so many pixels more on each side, which continue its paper.
     *
     * @param paper [height * width], 1 where the plane shows paper, 0 elsewhere
     */
    static Plane padded(Plane plane, Plane paper, int margin) {
        Plane padded = of(framed(plane, margin), framed(paper, margin));
        paste(plane, padded, margin);
        return padded;
    }

    /** The plane amid zeros. */
    private static Plane framed(Plane plane, int margin) {
        Plane framed = Plane.of(plane.width() + 2 * margin, plane.height() + 2 * margin);
        paste(plane, framed, margin);
        return framed;
    }

    private static void paste(Plane plane, Plane into, int margin) {
        for (int y = 0; y < plane.height(); y++) {
            System.arraycopy(
                    plane.values(),
                    y * plane.width(),
                    into.values(),
                    (y + margin) * into.width() + margin,
                    plane.width());
        }
    }
}
