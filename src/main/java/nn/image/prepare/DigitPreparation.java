package nn.image.prepare;

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

    /** Whether all steps are skipped. */
    public boolean isRaw() {
        return raw;
    }

    /** What the digit in the picture could be. */
    public Candidates candidates(Picture picture) {
        return new Candidates(picture, polarity);
    }

    /** The plain reading of the picture, or an outcome without ink. */
    public PreparedDigit prepare(Picture picture) {
        if (raw) {
            Plane light = Transparency.flatten(picture);
            Polarity told = polarity == Polarity.AUTO ? Polarity.of(light) : polarity;
            Plane ink = told == Polarity.LIGHT_INK ? light : light.inverted();
            return PreparedDigit.of(
                    Resampling.resize(ink, MnistCrop.SIDE, MnistCrop.SIDE).values(), true, picture.warnings());
        }
        return candidates(picture)
                .plain()
                .map(Candidate::digit)
                .orElseGet(
                        () -> PreparedDigit.of(new float[MnistCrop.SIDE * MnistCrop.SIDE], false, picture.warnings()));
    }
}
