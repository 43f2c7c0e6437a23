package nn.cli;

import java.util.function.BooleanSupplier;
import nn.data.Augmentation;

/** The flags of the random deformations. Each overrides one value of a preset or configuration file. */
final class AugmentationOptions {

    private final Flag<Boolean> none = Flag.on("--no-augment", "No deformations.");

    private final Flag<Double> rotation =
            Flag.of(Double.class, "--rotation", "DEGREES", "Rotate by up to this angle, 0 to 180.");

    private final Flag<Double> scale =
            Flag.of(Double.class, "--scale", "SHARE", "Scale each axis by up to this share, 0 to 0.9.");

    private final Flag<Double> shear =
            Flag.of(Double.class, "--shear", "SLOPE", "Shear by up to this many columns per row, 0 to 2.");

    private final Flag<Double> translation =
            Flag.of(Double.class, "--translation", "PIXELS", "Shift each axis by up to this distance, 0 to 100.");

    private final Flag<Double> elastic =
            Flag.of(Double.class, "--elastic", "PIXELS", "Standard deviation of an elastic displacement, 0 to 16.");

    private final Flag<Double> elasticSmoothing = Flag.of(
            Double.class,
            "--elastic-smoothing",
            "PIXELS",
            "Standard deviation of the Gaussian that smooths it, 0 to 32.");

    private final Flag<Double> thickness = Flag.of(
            Double.class, "--thickness", "PIXELS", "Make strokes thinner or thicker by up to this width, 0 to 2.");

    private final Flag<Double> blur = Flag.of(Double.class, "--blur", "SHARE", "Blur by up to this share, 0 to 1.");

    private final Flag<Double> contrast =
            Flag.of(Double.class, "--contrast", "SHARE", "Fade the ink by up to this share, 0 to 1.");

    private final Flag<Double> penStyles = Flag.of(
            Double.class,
            "--pen-styles",
            "SHARE",
            "Share of ones, fours and sevens redrawn in the styles of other schools; digits only, 0 to 1.");

    /** Adds the flags to a command, under a heading. */
    void addTo(Command command, String heading) {
        command.addGroup(
                heading,
                none,
                rotation,
                scale,
                shear,
                translation,
                elastic,
                elasticSmoothing,
                thickness,
                blur,
                contrast,
                penStyles);
    }

    /**
     * Whether to leave out a preset's pen styles. They are for digits only, and only MNIST is known to hold nothing else. A
     * user who gives the flag knows the data.
     *
     * @param preset the preset's deformations with the flags applied
     */
    boolean leavesOutPenStyles(Augmentation preset, BooleanSupplier isMnist) {
        boolean named = none.isOn() || penStyles.isGiven();
        return preset.penStyles() > 0 && !named && !isMnist.getAsBoolean();
    }

    /** The base with the flags applied. */
    Augmentation over(Augmentation base) {
        Augmentation from = none.isOn() ? Augmentation.NONE : base;
        return new Augmentation(
                rotation.or(from.rotation()),
                scale.or(from.scale()),
                shear.or(from.shear()),
                translation.or(from.translation()),
                elastic.or(from.elastic()),
                elasticSmoothing.or(from.elasticSmoothing()),
                thickness.or(from.thickness()),
                blur.or(from.blur()),
                contrast.or(from.contrast()),
                penStyles.or(from.penStyles()));
    }
}
