package nn.image.prepare;

import nn.image.Picture;
import nn.image.Plane;

/**
 * Puts a picture with transparent parts on paper. When everything opaque has one brightness, the opacity itself is the drawing,
 * whether the ink is dark or light; otherwise there is paper among the opaque pixels, and the transparent ones become
 * paper as well.
 */
public final class Transparency {

    /** Up to this difference between the 5 % and the 95 % quantile, opaque pixels count as one ink. */
    private static final float ONE_INK = 0.3f;

    private Transparency() {}

    /** Luminance, 0 black to 1 white, of the picture on opaque paper. */
    public static Plane flatten(Picture picture) {
        float[] light = picture.luminance().values();
        float[] opacity = picture.opacity().values();
        if (isOpaque(opacity)) {
            return picture.luminance();
        }
        float[] opaque = new float[light.length];
        int count = 0;
        int transparent = 0;
        for (int i = 0; i < light.length; i++) {
            if (opacity[i] > 0.5f) {
                opaque[count++] = light[i];
            } else {
                transparent++;
            }
        }
        if (count == 0) {
            // Nothing is solid: a faint drawing, if any.
            return picture.opacity().inverted();
        }
        float median = Plane.quantile(opaque, count, 0.5);
        boolean oneInk = Plane.quantile(opaque, count, 0.95) - Plane.quantile(opaque, count, 0.05) < ONE_INK;
        boolean drawnInOpacity = oneInk && transparent > 0;
        // One ink goes on its opposite, however bright it is; a transparent hole in paper becomes paper.
        float paper = drawnInOpacity ? median < 0.5f ? 1 : 0 : median;
        Plane flat = Plane.of(picture.width(), picture.height());
        for (int i = 0; i < light.length; i++) {
            flat.values()[i] = opacity[i] * (drawnInOpacity ? 1 - paper : light[i]) + (1 - opacity[i]) * paper;
        }
        return flat;
    }

    private static boolean isOpaque(float[] opacity) {
        for (float value : opacity) {
            if (value != 1) {
                return false;
            }
        }
        return true;
    }
}
