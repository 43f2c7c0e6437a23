package nn.image.decode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A directory of a TIFF structure (TIFF 6.0 section 2), in either byte order. It describes a page; the first one of EXIF's payload,
 * which is such a structure, describes the picture.
 */
final class TiffDirectory {

    private static final int MOST_PAGES = 10_000;
    private static final int LONG = 4;

    private final byte[] tiff;
    private final int from;
    private final int to;
    private final boolean little;
    /** Where its entries begin, and how many of them there are. */
    private final int start;

    private final int entries;

    private TiffDirectory(byte[] tiff, int from, int to, boolean little, int start) {
        this.tiff = tiff;
        this.from = from;
        this.to = to;
        this.little = little;
        this.start = start + 2;
        this.entries = unsignedShort(start);
    }

    /** The directories in the bytes {@code from} to {@code to}, each once, up to the first that is outside of them. */
    static List<TiffDirectory> all(byte[] tiff, int from, int to) {
        List<TiffDirectory> all = new ArrayList<>();
        if (to - from < 8 || tiff[from] != tiff[from + 1] || tiff[from] != 'I' && tiff[from] != 'M') {
            return all;
        }
        boolean little = tiff[from] == 'I';
        if (number(tiff, from + 2, 2, little) != 42) {
            return all;
        }
        Set<Long> offsets = new HashSet<>();
        long offset = number(tiff, from + 4, 4, little);
        while (offset >= 8 && offset + 2 <= to - from && offsets.add(offset) && all.size() < MOST_PAGES) {
            TiffDirectory directory = new TiffDirectory(tiff, from, to, little, from + (int) offset);
            if (directory.entries == 0) {
                break;
            }
            all.add(directory);
            offset = directory.next();
        }
        return all;
    }

    /** Where the next directory is; 0 for none. */
    private long next() {
        int end = start + 12 * entries;
        return end + 4 > to ? 0 : number(tiff, end, 4, little);
    }

    /** The first number of a tag, of 16 or 32 bits; -1 where there is none. */
    long value(int tag) {
        for (int e = 0; e < entries; e++) {
            int entry = start + 12 * e;
            if (entry + 12 > to) {
                return -1;
            }
            if (unsignedShort(entry) != tag) {
                continue;
            }
            int bytes = unsignedShort(entry + 2) == LONG ? 4 : 2;
            long count = number(tiff, entry + 4, 4, little);
            long at = count * bytes <= 4 ? entry + 8 : from + number(tiff, entry + 8, 4, little);
            return at + bytes > to ? -1 : number(tiff, (int) at, bytes, little);
        }
        return -1;
    }

    private int unsignedShort(int at) {
        return (int) number(tiff, at, 2, little);
    }

    private static long number(byte[] bytes, int at, int length, boolean little) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = number << 8 | bytes[little ? at + length - 1 - i : at + i] & 0xff;
        }
        return number;
    }
}
