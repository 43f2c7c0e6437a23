package nn.image.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nn.image.Picture;
import nn.image.Plane;

/**
 * From a picture to a digit in MNIST's convention, one step after the other: paper under transparency, polarity, paper
 * brightness taken out, ink threshold, the main digit, its strokes cut out at a fixed resolution, stroke width, fit into 20x20,
 * center by mass. Immutable and thread-safe.
 */
public final class DigitPreparation {

    /** The height and the width of a prepared digit, in pixels. */
    public static final int SIDE = MnistCrop.SIDE;

    /** Where the digit is searched: large enough for a small digit, small enough to be quick. */
    private static final int SEARCH_SIDE = 320;
    /** Blank paper around the digit in the working cut-out, as a share of its size. */
    private static final double MARGIN = 0.15;

    private final Polarity polarity;
    private final boolean raw;

    /**
     * @param polarity whether ink is darker than paper
     * @param raw      whether to skip all steps: the picture is only resized to 28x28 by area
     */
    public DigitPreparation(Polarity polarity, boolean raw) {
        this.polarity = Objects.requireNonNull(polarity);
        this.raw = raw;
    }

    /** The digit in the picture, or an outcome without ink. */
    public PreparedDigit prepare(Picture picture) {
        Plane light = Transparency.flatten(picture);
        Polarity told = polarity == Polarity.AUTO ? Polarity.of(light) : polarity;
        if (told == Polarity.LIGHT_INK) {
            light = light.inverted();
        }
        if (raw) {
            return PreparedDigit.of(
                    Resampling.resize(light, MnistCrop.SIDE, MnistCrop.SIDE)
                            .inverted()
                            .values(),
                    true,
                    picture.warnings());
        }
        Plane plainInk = light.inverted();
        if (MnistCrop.matches(plainInk)) {
            return PreparedDigit.of(plainInk.values(), true, picture.warnings());
        }
        Plane coarse = Resampling.shrink(light, SEARCH_SIDE);
        Plane paper = Paper.under(coarse);
        Plane ink = Surroundings.removedFrom(Paper.ink(coarse, paper));
        InkLevel level = InkLevel.of(ink);
        MainDigit digit = MainDigit.of(ink, level.paper() + level.threshold());
        if (!digit.found()) {
            return withoutInk(picture);
        }
        CutOut cutOut = CutOut.of(light, coarse, paper, level, digit, MARGIN);
        if (cutOut.isBlank()) {
            return withoutInk(picture);
        }
        List<String> warnings = new ArrayList<>(picture.warnings());
        if (digit.several()) {
            warnings.add(PreparedDigit.SEVERAL_DIGITS);
        }
        if (digit.touchesEdge()) {
            warnings.add(PreparedDigit.TOUCHES_EDGE);
        }
        return PreparedDigit.of(MassCentering.center(cutOut.fitted()), true, warnings);
    }

    private static PreparedDigit withoutInk(Picture picture) {
        return PreparedDigit.of(new float[MnistCrop.SIDE * MnistCrop.SIDE], false, picture.warnings());
    }
}
