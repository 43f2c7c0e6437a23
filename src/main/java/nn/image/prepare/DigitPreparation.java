package nn.image.prepare;

import java.util.Objects;
import nn.image.Picture;

/** From a picture to digits in MNIST's convention, as the user wants it prepared. Immutable and thread-safe. */
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

    /** What the digit in the picture could be. */
    public Candidates candidates(Picture picture) {
        return new Candidates(picture, polarity, raw);
    }

    /** The plain reading of the picture, or an outcome without ink. */
    public PreparedDigit prepare(Picture picture) {
        return candidates(picture)
                .plain()
                .map(Candidate::digit)
                .orElseGet(() -> PreparedDigit.blank(picture.warnings()));
    }
}
