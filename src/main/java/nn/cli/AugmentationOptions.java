package nn.cli;

import java.util.function.BooleanSupplier;
import nn.data.Augmentation;
import picocli.CommandLine.Option;

/** The flags of the random deformations; each overrides the value of where they come from. */
final class AugmentationOptions {

    @Option(names = "--no-augment", description = "None of the deformations.")
    private boolean none;

    @Option(names = "--rotation", paramLabel = "DEGREES", description = "Turn by up to so much, 0 to 180.")
    private Double rotation;

    @Option(names = "--scale", paramLabel = "SHARE", description = "Larger or smaller along each axis, 0 to 0.9.")
    private Double scale;

    @Option(names = "--shear", paramLabel = "SLOPE", description = "Lean by up to so many columns a row, 0 to 2.")
    private Double shear;

    @Option(names = "--translation", paramLabel = "PIXELS", description = "Shift along each axis, 0 to 100.")
    private Double translation;

    @Option(names = "--elastic", paramLabel = "PIXELS",
            description = "Standard deviation of the elastic displacement, 0 to 16.")
    private Double elastic;

    @Option(names = "--elastic-smoothing", paramLabel = "PIXELS",
            description = "Deviation of the Gaussian that smooths the displacement, 0 to 32.")
    private Double elasticSmoothing;

    @Option(names = "--thickness", paramLabel = "PIXELS", description = "Thinner or thicker strokes, 0 to 2.")
    private Double thickness;

    @Option(names = "--blur", paramLabel = "SHARE", description = "Blurred by up to so much, 0 to 1.")
    private Double blur;

    @Option(names = "--contrast", paramLabel = "SHARE", description = "Ink that may fade, 0 to 1.")
    private Double contrast;

    @Option(names = "--pen-styles", paramLabel = "SHARE", description = "Ones with an upstroke, closed fours, crossed sevens, as "
            + "other schools write them; digits only, 0 to 1.")
    private Double penStyles;

    /**
     * Whether the pen styles of a preset are to be left out, as they are for digits alone: only of MNIST is it known that it has
     * nothing else, and who names them knows his data.
     *
     * @param preset what the preset, with what the flags say, would do
     */
    boolean leavesOutPenStyles(Augmentation preset, BooleanSupplier isMnist) {
        boolean named = none || penStyles != null;
        return preset.penStyles() > 0 && !named && !isMnist.getAsBoolean();
    }

    /** The base with what the flags say. */
    Augmentation over(Augmentation base) {
        Augmentation from = none ? Augmentation.NONE : base;
        return new Augmentation(pick(rotation, from.rotation()), pick(scale, from.scale()), pick(shear, from.shear()),
                pick(translation, from.translation()), pick(elastic, from.elastic()),
                pick(elasticSmoothing, from.elasticSmoothing()), pick(thickness, from.thickness()),
                pick(blur, from.blur()), pick(contrast, from.contrast()), pick(penStyles, from.penStyles()));
    }

    private static double pick(Double flag, double base) {
        return flag == null ? base : flag;
    }
}

