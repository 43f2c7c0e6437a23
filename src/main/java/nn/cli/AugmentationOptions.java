package nn.cli;

import java.util.function.BooleanSupplier;
import nn.data.Augmentation;

/** The flags of the random deformations; each overrides the value of where they come from. */
final class AugmentationOptions {

    private final Flag<Boolean> none = Flag.on("--no-augment", "None of the deformations.");

    private final Flag<Double> rotation =
            Flag.of(Double.class, "--rotation", "DEGREES", "Turn by up to so much, 0 to 180.");

    private final Flag<Double> scale =
            Flag.of(Double.class, "--scale", "SHARE", "Larger or smaller along each axis, 0 to 0.9.");

    private final Flag<Double> shear =
            Flag.of(Double.class, "--shear", "SLOPE", "Lean by up to so many columns a row, 0 to 2.");

    private final Flag<Double> translation =
            Flag.of(Double.class, "--translation", "PIXELS", "Shift along each axis, 0 to 100.");

    private final Flag<Double> elastic =
            Flag.of(Double.class, "--elastic", "PIXELS", "Standard deviation of the elastic displacement, 0 to 16.");

    private final Flag<Double> elasticSmoothing = Flag.of(
            Double.class,
            "--elastic-smoothing",
            "PIXELS",
            "Deviation of the Gaussian that smooths the displacement, 0 to 32.");

    private final Flag<Double> thickness =
            Flag.of(Double.class, "--thickness", "PIXELS", "Thinner or thicker strokes, 0 to 2.");

    private final Flag<Double> blur = Flag.of(Double.class, "--blur", "SHARE", "Blurred by up to so much, 0 to 1.");

    private final Flag<Double> contrast = Flag.of(Double.class, "--contrast", "SHARE", "Ink that may fade, 0 to 1.");

    private final Flag<Double> penStyles = Flag.of(
            Double.class,
            "--pen-styles",
            "SHARE",
            "Ones with an upstroke, closed fours, crossed sevens, as other schools write them; digits only, 0 to 1.");

    /** Adds them to a command, under a heading. */
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
     * Whether the pen styles of a preset are to be left out, as they are for digits alone: only of MNIST is it known that it has
     * nothing else, and who names them knows his data.
     *
     * @param preset what the preset, with what the flags say, would do
     */
    boolean leavesOutPenStyles(Augmentation preset, BooleanSupplier isMnist) {
        boolean named = none.isOn() || penStyles.isGiven();
        return preset.penStyles() > 0 && !named && !isMnist.getAsBoolean();
    }

    /** The base with what the flags say. */
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
