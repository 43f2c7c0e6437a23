package nn.image;

import java.util.List;
import java.util.Optional;

/**
 * A decoded picture, upright, shrunk by area to a size that is handy for finding a digit: luminance, opacity and color per pixel.
 * {@link nn.image.decode.ImageFile} makes it from a file, {@link nn.image.prepare.DigitPreparation} makes a digit from it.
 *
 * @param luminance 0 black to 1 white, in the file's own (gamma-coded) samples: 0.299 R + 0.587 G + 0.114 B
 *                  (ITU-R BT.601); meaningless where nothing is opaque
 * @param opacity   0 transparent to 1 opaque, of the same size
 * @param chroma    the color, of the same size; empty when all is gray
 * @param warnings  what was doubtful while reading, one line each, without the file's name
 * @param original  the size before shrinking
 */
public record Picture(
        Plane luminance, Plane opacity, Optional<Chroma> chroma, List<String> warnings, Original original) {

    /**
     * The upright picture before it was shrunk.
     *
     * @param width  columns
     * @param height rows
     * @param scale  how many of its columns and rows became one
     */
    public record Original(int width, int height, int scale) {

        /** Columns and rows exchanged. */
        public Original transposed() {
            return new Original(height, width, scale);
        }
    }

    public Picture {
        if (luminance.width() != opacity.width() || luminance.height() != opacity.height()) {
            throw new IllegalArgumentException("luminance and opacity differ in size");
        }
        warnings = List.copyOf(warnings);
    }

    /** A picture that was not shrunk. */
    public Picture(Plane luminance, Plane opacity, Optional<Chroma> chroma, List<String> warnings) {
        this(luminance, opacity, chroma, warnings, new Original(luminance.width(), luminance.height(), 1));
    }

    /** A gray picture that was not shrunk. */
    public Picture(Plane luminance, Plane opacity, List<String> warnings) {
        this(luminance, opacity, Optional.empty(), warnings);
    }

    /** Columns after shrinking, at least 1. */
    public int width() {
        return luminance.width();
    }

    /** Rows after shrinking, at least 1. */
    public int height() {
        return luminance.height();
    }
}
