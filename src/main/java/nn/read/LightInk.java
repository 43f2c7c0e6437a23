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
    /** An area of its own is at least so wide and high, as a share of the page's side. */
    private static final double SMALLEST_AREA = 0.3;
    /** Ink on a darker or lighter area differs at least so much from it. */
    private static final float CONTRAST = 0.12f;
    /** The mean of an area is so much nearer to its paper than to its ink. */
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
        Plane other = Plane.of(light.width(), light.height());
        for (int i = 0; i < inverted.length; i++) {
            float high = upper.values()[i] - mean.values()[i];
            float low = mean.values()[i] - lower.values()[i];
            float contrast = high + low;
            other.values()[i] = contrast > CONTRAST && (everywhere ? high : low) < DECIDED * contrast ? 1 : 0;
        }
        Components areas = Components.of(other, 1);
        boolean[] own = new boolean[areas.parts().size() + 1];
        for (Components.Part area : areas.parts()) {
            own[area.label()] = area.box().width() >= SMALLEST_AREA * side
                    && area.box().height() >= SMALLEST_AREA * side
                    && area.area() >= 0.5 * area.box().width() * area.box().height();
        }
        for (int i = 0; i < inverted.length; i++) {
            inverted[i] ^= own[areas.labels()[i]];
        }
        return inverted;
    }
}
