package nn.image.prepare;

import nn.image.Plane;

/** Whether ink is darker or lighter than paper. */
public enum Polarity {
    /** Told from the picture. */
    AUTO,
    /** Pen on paper. */
    DARK_INK,
    /** Chalk on a board, and MNIST itself. */
    LIGHT_INK;

    private static final int SIDE = 64;
    /** Ink is denser inside than in the frame; a shadow or a table is not. */
    private static final double CONFINED = 0.8;
    /** A thin stroke's width as a share of the shorter side. */
    private static final double THIN = 0.06;

    /**
     * Tells ink from paper by the border, not by the mean: the ink is on the side where the inner pixels differ more from the
     * {@link FrameSurface}, squared, beyond what the frame itself differs. If that is as dense in the frame as within, then the
     * frame shows a shadow's edge or a table rather than one paper, and thin parts decide.
     */
    public static Polarity of(Plane light) {
        Plane small = Resampling.shrink(light, SIDE);
        FrameSurface paper = FrameSurface.of(small);
        double spread = 3 * 1.4826 * paper.medianDistance();
        // Energy beyond the spread, per side of the surface: [0] darker, [1] brighter; in the whole picture and in its
        // frame.
        double[] all = new double[2];
        double[] inFrame = new double[2];
        for (int y = 0; y < small.height(); y++) {
            for (int x = 0; x < small.width(); x++) {
                float residual = paper.residual(x, y);
                double beyond = Math.max(0, Math.abs(residual) - spread);
                int side = residual < 0 ? 0 : 1;
                all[side] += beyond * beyond;
                inFrame[side] += paper.contains(x, y) ? beyond * beyond : 0;
            }
        }
        int ink = all[1] > all[0] ? 1 : 0;
        boolean confined = inFrame[ink] < CONFINED * paper.share() * all[ink];
        if (confined || all[ink] == 0) {
            return ink == 1 ? LIGHT_INK : DARK_INK;
        }
        return ofThinParts(light);
    }

    /**
     * The darker or the brighter thin things, whichever have more energy: what a small closing fills against what a small
     * opening takes away. Strokes are thinner than the gaps between them.
     */
    private static Polarity ofThinParts(Plane light) {
        Plane small = Resampling.shrink(light, SIDE * 3 / 2);
        int radius = (int) Math.max(1, Math.round(THIN * Math.min(small.width(), small.height()) / 2));
        Plane inverted = small.inverted();
        Plane filled = Morphology.close(small, radius);
        Plane leveled = Morphology.close(inverted, radius);
        double dark = 0;
        double bright = 0;
        for (int i = 0; i < small.values().length; i++) {
            double d = filled.values()[i] - small.values()[i];
            double b = leveled.values()[i] - inverted.values()[i];
            dark += d * d;
            bright += b * b;
        }
        return bright > dark ? LIGHT_INK : DARK_INK;
    }
}
