package nn.data;

import nn.json.FormerName;

/**
 * The strengths of the random deformations, which are drawn again in each epoch. A component of 0 is off. All draws but the
 * elastic ones are uniform between minus and plus the component.
 *
 * @param rotation         degrees, 0 to 180
 * @param scale            fraction of the size, for each axis on its own, 0 to 0.9
 * @param shear            columns that the image leans per row, 0 to 2
 * @param translation      pixels, for each axis on its own, 0 to 100
 * @param elastic          standard deviation of the displacement of a pixel along an axis, in pixels, 0 to 16
 * @param elasticSmoothing standard deviation of the Gaussian that smooths the displacements, in pixels, 0 to 32
 * @param thickness        pixels by which strokes become thinner or thicker, 0 to 2
 * @param blur             share of the image that may be replaced by its 3 x 3 binomial blur, 0 to 1 (drawn from 0 up)
 * @param contrast         share of the ink that may fade, 0 to 1 (drawn from 0 up)
 * @param penStyles        share of the ones, fours and sevens that are redrawn by {@link PenStyles}, 0 to 1; for digits only
 */
public record Augmentation(
        double rotation,
        double scale,
        double shear,
        double translation,
        double elastic,
        double elasticSmoothing,
        double thickness,
        double blur,
        double contrast,
        @FormerName("flags") double penStyles) {

    /** No deformation. */
    public static final Augmentation NONE = new Augmentation(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** @throws IllegalArgumentException if a component is outside its range */
    public Augmentation {
        check("rotation", rotation, 180);
        check("scale", scale, 0.9);
        check("shear", shear, 2);
        check("translation", translation, 100);
        check("elastic", elastic, 16);
        check("elastic-smoothing", elasticSmoothing, 32);
        check("thickness", thickness, 2);
        check("blur", blur, 1);
        check("contrast", contrast, 1);
        check("pen-styles", penStyles, 1);
    }

    private static void check(String name, double value, double max) {
        if (!(value >= 0 && value <= max)) {
            throw new IllegalArgumentException("--%s is %s; it must be from 0 to %s".formatted(name, value, max));
        }
    }

    /** A copy without {@link PenStyles}. */
    public Augmentation withoutPenStyles() {
        return new Augmentation(
                rotation, scale, shear, translation, elastic, elasticSmoothing, thickness, blur, contrast, 0);
    }

    /** Whether images stay unchanged. */
    public boolean isNone() {
        return rotation == 0
                && scale == 0
                && shear == 0
                && translation == 0
                && elastic == 0
                && thickness == 0
                && blur == 0
                && contrast == 0
                && penStyles == 0;
    }
}
