package nn.image;

import java.util.List;

/**
 * A decoded picture, upright, shrunk by area to a size that is handy for finding a digit: luminance and opacity per pixel.
 * Immutable; {@link ImageFile} makes it from a file, {@link DigitPreparation} a digit from it.
 */
public final class Picture {

    private final Plane luminance;
    private final Plane opacity;
    private final List<String> warnings;

    /**
     * @param luminance 0 black to 1 white, in the file's own (gamma-coded) samples: 0.299 R + 0.587 G + 0.114 B
     *                  (ITU-R BT.601); meaningless where nothing is opaque
     * @param opacity   0 transparent to 1 opaque, of the same size
     * @param warnings  what was doubtful while reading, one line each, without the file's name
     */
    Picture(Plane luminance, Plane opacity, List<String> warnings) {
        if (luminance.width() != opacity.width() || luminance.height() != opacity.height()) {
            throw new IllegalArgumentException("luminance and opacity differ in size");
        }
        this.luminance = luminance;
        this.opacity = opacity;
        this.warnings = List.copyOf(warnings);
    }

    /** Columns after shrinking, at least 1. */
    public int width() {
        return luminance.width();
    }

    /** Rows after shrinking, at least 1. */
    public int height() {
        return luminance.height();
    }

    /** What was doubtful while reading the file, one line each, without the file's name. */
    public List<String> warnings() {
        return warnings;
    }

    /** This picture turned upright from the EXIF orientation 1 to 8 that it is stored in. */
    Picture turned(int orientation) {
        return new Picture(
                Orientation.upright(luminance, orientation), Orientation.upright(opacity, orientation), warnings);
    }

    Plane luminance() {
        return luminance;
    }

    Plane opacity() {
        return opacity;
    }
}
