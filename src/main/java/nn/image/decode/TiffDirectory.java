package nn.image.decode;

/** The first directory of a TIFF structure (TIFF 6.0 section 2), which is also the payload of EXIF, in either byte order. */
final class TiffDirectory {

    private TiffDirectory() {}

    /** The first 16-bit number of a tag in the bytes {@code from} to {@code to}; -1 where there is none, or no directory. */
    static int value(byte[] tiff, int from, int to, int tag) {
        if (to - from < 8) {
            return -1;
        }
        boolean little = tiff[from] == 'I';
        if (tiff[from] != tiff[from + 1]
                || !little && tiff[from] != 'M'
                || unsignedShort(tiff, from + 2, little) != 42) {
            return -1;
        }
        long directory = Integer.toUnsignedLong(unsignedShort(tiff, from + (little ? 6 : 4), little) << 16
                | unsignedShort(tiff, from + (little ? 4 : 6), little));
        if (directory + 2 > to - from) {
            return -1;
        }
        int entries = unsignedShort(tiff, from + (int) directory, little);
        for (int e = 0; e < entries; e++) {
            int entry = from + (int) directory + 2 + 12 * e;
            if (entry + 12 > to) {
                return -1;
            }
            if (unsignedShort(tiff, entry, little) == tag) {
                return unsignedShort(tiff, entry + 8, little);
            }
        }
        return -1;
    }

    private static int unsignedShort(byte[] bytes, int at, boolean little) {
        int first = bytes[at] & 0xff;
        int second = bytes[at + 1] & 0xff;
        return little ? second << 8 | first : first << 8 | second;
    }
}
