package nn.image.decode;

import java.util.List;
import nn.image.Chroma;
import nn.image.Picture;
import nn.image.Plane;

/**
 * How a camera was held, as EXIF says it (tag 0x0112, Exif 2.32 section 4.6.4): eight ways to put the stored rows and columns
 * upright.
 */
final class Orientation {

    /** The stored picture is upright. */
    static final int UPRIGHT = 1;

    private static final int TAG = 0x0112;

    private Orientation() {}

    /** The orientation, 1 to 8, that a TIFF structure (the payload of EXIF) names in its first directory; 1 when none. */
    static int ofTiff(byte[] tiff, int from, int to) {
        List<TiffDirectory> directories = TiffDirectory.all(tiff, from, to);
        return directories.isEmpty() ? UPRIGHT : of(directories.get(0));
    }

    /** The orientation, 1 to 8, that the directory names; 1 when none. */
    static int of(TiffDirectory directory) {
        int value = (int) directory.value(TAG);
        return value >= 1 && value <= 8 ? value : UPRIGHT;
    }

    /** The picture turned and mirrored from the stored orientation 1 to 8 to upright. */
    static Picture upright(Picture stored, int orientation) {
        return new Picture(
                upright(stored.luminance(), orientation),
                upright(stored.opacity(), orientation),
                stored.chroma().map(c -> new Chroma(upright(c.blue(), orientation), upright(c.red(), orientation))),
                stored.warnings(),
                orientation >= 5 ? stored.original().transposed() : stored.original());
    }

    /** The plane turned and mirrored from the stored orientation 1 to 8 to upright. */
    static Plane upright(Plane stored, int orientation) {
        if (orientation == UPRIGHT) {
            return stored;
        }
        boolean swapped = orientation >= 5;
        int width = swapped ? stored.height() : stored.width();
        int height = swapped ? stored.width() : stored.height();
        Plane upright = Plane.of(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int right = width - 1 - x;
                int below = height - 1 - y;
                upright.values()[y * width + x] = switch (orientation) {
                    case 2 -> stored.at(right, y);
                    case 3 -> stored.at(right, below);
                    case 4 -> stored.at(x, below);
                    case 5 -> stored.at(y, x);
                    case 6 -> stored.at(y, right);
                    case 7 -> stored.at(below, right);
                    case 8 -> stored.at(below, x);
                    default -> throw new IllegalArgumentException("orientation is 1 to 8, not " + orientation);
                };
            }
        }
        return upright;
    }
}
