package nn.image;

/**
 * How a camera was held, as EXIF says it (tag 0x0112, Exif 2.32 section 4.6.4): eight ways to put the stored rows and columns
 * upright.
 */
final class Orientation {

    /** The stored picture is upright. */
    static final int UPRIGHT = 1;

    private static final int TAG = 0x0112;

    private Orientation() {
    }

    /** The orientation, 1 to 8, that a TIFF structure (the payload of EXIF) names in its first directory; 1 when none. */
    static int ofTiff(byte[] tiff, int from, int to) {
        if (to - from < 8) {
            return UPRIGHT;
        }
        boolean little = tiff[from] == 'I';
        if (tiff[from] != tiff[from + 1] || !little && tiff[from] != 'M' || unsignedShort(tiff, from + 2, little) != 42) {
            return UPRIGHT;
        }
        long directory = Integer.toUnsignedLong(unsignedShort(tiff, from + (little ? 6 : 4), little) << 16
                | unsignedShort(tiff, from + (little ? 4 : 6), little));
        if (directory + 2 > to - from) {
            return UPRIGHT;
        }
        int entries = unsignedShort(tiff, from + (int) directory, little);
        for (int e = 0; e < entries; e++) {
            int entry = from + (int) directory + 2 + 12 * e;
            if (entry + 12 > to) {
                return UPRIGHT;
            }
            if (unsignedShort(tiff, entry, little) == TAG) {
                int value = unsignedShort(tiff, entry + 8, little);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static int unsignedShort(byte[] bytes, int at, boolean little) {
        int first = bytes[at] & 0xff;
        int second = bytes[at + 1] & 0xff;
        return little ? second << 8 | first : first << 8 | second;
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
