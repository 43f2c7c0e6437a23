package nn.image.prepare;

import java.util.Optional;
import nn.image.Chroma;
import nn.image.Plane;

/** How much each pixel's color differs from the paper's, as dark ink in full contrast, whatever the colors are. */
public final class ColorDistance {

    /** Colors that differ less are one. */
    private static final float ONE_COLOR = 0.04f;
    /** What is farther than this share of all pixels is full ink. */
    private static final double FULL_INK = 0.998;

    private ColorDistance() {}

    /** The distance in luminance and color; empty if all is of one color. */
    public static Optional<Plane> of(Plane light, Chroma chroma) {
        float paper = light.quantile(0.5);
        Plane hue = hue(chroma);
        Plane distance = Plane.of(light.width(), light.height());
        for (int i = 0; i < distance.values().length; i++) {
            float l = light.values()[i] - paper;
            float h = hue.values()[i];
            distance.values()[i] = (float) Math.sqrt(l * l + 4 * h * h);
        }
        return dark(distance);
    }

    /** The distance in color only, which shadows do not change much; empty if all is of one color. */
    static Optional<Plane> ofHue(Chroma chroma) {
        return dark(hue(chroma));
    }

    private static Plane hue(Chroma chroma) {
        float paperBlue = chroma.blue().quantile(0.5);
        float paperRed = chroma.red().quantile(0.5);
        Plane hue = Plane.of(chroma.blue().width(), chroma.blue().height());
        for (int i = 0; i < hue.values().length; i++) {
            float b = chroma.blue().values()[i] - paperBlue;
            float r = chroma.red().values()[i] - paperRed;
            hue.values()[i] = (float) Math.sqrt(b * b + r * r);
        }
        return hue;
    }

    private static Optional<Plane> dark(Plane distance) {
        float most = distance.quantile(FULL_INK);
        if (most < ONE_COLOR) {
            return Optional.empty();
        }
        Plane dark = Plane.of(distance.width(), distance.height());
        for (int i = 0; i < dark.values().length; i++) {
            dark.values()[i] = 1 - Math.min(1, distance.values()[i] / most);
        }
        return Optional.of(dark);
    }
}
