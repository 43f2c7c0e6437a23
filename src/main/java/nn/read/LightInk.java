package nn.read;

import java.util.Arrays;
import nn.image.Plane;
import nn.image.prepare.Components;
import nn.image.prepare.Morphology;
import nn.image.prepare.Polarity;

/** Where on a page ink is lighter than its paper: everywhere, nowhere, or in dark areas such as the display of a device. */
final class LightInk {

    /** Paper is what most of the surroundings look like: so far around, as a share of the page's side. */
    private static final double AROUND = 0.13;
    /** An area of its own is at least so wide, as a share of the page's width, and so high, as a share of its shorter side. */
    private static final double SMALLEST_AREA = 0.3;
    /** And so are its surroundings: strokes that are as broad as an area of its own stand on other paper. */
    private static final double HALFWAY = 0.6;
    /** The rim of an area, where another one may shine in, as a share of the shorter side. */
    private static final double RIM = 0.02;
    /** Ink on a darker or lighter area differs at least so much from it. */
    private static final float CONTRAST = 0.12f;
    /** What differs from the paper by less than this share of the most that anything does is blank. */
    private static final double BLANK = 0.4;

    private static final double MOSTLY_BLANK = 0.88;
    /** Of an area of its own, more than this share is ink. */
    private static final double FEW = 0.02;
    /** Strokes are at most twice so wide, as a share of the shorter side. */
    private static final double STROKE = 0.05;
    /** An area is so much nearer to its paper than to its ink. */
    private static final float DECIDED = 0.3f;

    private LightInk() {}

    /**
     * For each pixel, whether ink is light there.
     *
     * @param light the page
     * @param upper how bright the page is between dark strokes
     * @param lower how bright it is between light strokes
     */
    static boolean[] of(Plane light, Plane upper, Plane lower, Polarity polarity) {
        boolean[] inverted = new boolean[light.values().length];
        if (polarity != Polarity.AUTO) {
            Arrays.fill(inverted, polarity == Polarity.LIGHT_INK);
            return inverted;
        }
        // A strip with one line of writing is no higher than its digits, so the shorter side says little.
        double side = Math.sqrt((double) light.width() * light.height());
        Plane mean = Morphology.blur(light, (int) Math.max(1, Math.round(AROUND * side)));
        double votes = 0;
        for (int i = 0; i < inverted.length; i++) {
            float high = upper.values()[i] - mean.values()[i];
            float low = mean.values()[i] - lower.values()[i];
            votes += high + low > CONTRAST ? high - low : 0;
        }
        boolean everywhere = votes > 0;
        Arrays.fill(inverted, everywhere);
        int shorter = Math.min(light.width(), light.height());
        Plane paper = withoutStrokes(light, (int) Math.max(1, Math.round(STROKE * shorter)), everywhere);
        Plane other = Plane.of(light.width(), light.height());
        for (int i = 0; i < inverted.length; i++) {
            float high = upper.values()[i] - paper.values()[i];
            float low = paper.values()[i] - lower.values()[i];
            float contrast = high + low;
            other.values()[i] = contrast > CONTRAST && (everywhere ? high : low) < DECIDED * contrast ? 1 : 0;
        }
        Components areas = Components.of(other, 1);
        Plane inside = Morphology.erode(other, (int) Math.max(1, Math.round(RIM * shorter)));
        Plane middle = Morphology.erode(inside, (int) Math.max(1, Math.round(STROKE / 2 * shorter)));
        double[] off = new double[areas.parts().size() + 1];
        for (int i = 0; i < inverted.length; i++) {
            float contrast = Math.max(CONTRAST, upper.values()[i] - lower.values()[i]);
            off[areas.labels()[i]] +=
                    (everywhere ? upper.values()[i] - mean.values()[i] : mean.values()[i] - lower.values()[i])
                            / contrast;
        }
        boolean[] own = new boolean[areas.parts().size() + 1];
        for (Components.Part area : areas.parts()) {
            own[area.label()] = area.box().width() >= SMALLEST_AREA * light.width()
                    && area.box().height() >= SMALLEST_AREA * shorter
                    && area.area() >= 0.5 * area.box().width() * area.box().height()
                    && off[area.label()] < HALFWAY * area.area()
                    && ink(light, areas, area, inside, middle) == (everywhere ? -1 : 1);
        }
        for (int i = 0; i < inverted.length; i++) {
            inverted[i] ^= own[areas.labels()[i]];
        }
        return inverted;
    }

    /** A page without its light strokes and without its dark ones; the ink of the smaller areas goes first. */
    private static Plane withoutStrokes(Plane light, int radius, boolean darkFirst) {
        return darkFirst
                ? Morphology.close(Morphology.close(light, radius).inverted(), radius)
                        .inverted()
                : Morphology.close(Morphology.close(light.inverted(), radius).inverted(), radius);
    }

    /**
     * 1 if what stands out of an area is lighter than most of it, -1 if it is darker, as in the shade of a hand; 0 if nothing does, or
     * nothing is blank around it, as in bold digits that stand side by side.
     */
    private static int ink(Plane light, Components areas, Components.Part area, Plane inside, Plane middle) {
        float[] values = new float[area.area()];
        float[] around = new float[area.area()];
        int count = 0;
        int countAround = 0;
        for (int i = 0; i < areas.labels().length; i++) {
            if (areas.labels()[i] == area.label() && inside.values()[i] > 0) {
                values[count++] = light.values()[i];
                if (middle.values()[i] == 0) {
                    around[countAround++] = light.values()[i];
                }
            }
        }
        if (count == 0) {
            return 0;
        }
        float paper = Plane.quantile(values, count, 0.5);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.pow(values[i] - paper, 3);
        }
        float most =
                Math.max(paper - Plane.quantile(values, count, FEW), Plane.quantile(values, count, 1 - FEW) - paper);
        if (most < 2 * CONTRAST) {
            return 0;
        }
        int blank = 0;
        for (int i = 0; i < countAround; i++) {
            blank += Math.abs(around[i] - paper) < BLANK * most ? 1 : 0;
        }
        return blank < MOSTLY_BLANK * countAround ? 0 : sum > 0 ? 1 : -1;
    }
}
