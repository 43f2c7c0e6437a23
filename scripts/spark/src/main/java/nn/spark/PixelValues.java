package nn.spark;

import nn.UntrustedText;

/** Pixels that are written as numbers from 0 (paper) to 255 (ink). */
final class PixelValues {

    private PixelValues() {}

    /** Whether a line holds names of columns: it begins with a letter, maybe in quotes. */
    static boolean isHeader(String line) {
        String start = line.strip().replaceFirst("^[\ufeff\"]+", "");
        return !start.isEmpty() && Character.isLetter(start.charAt(0));
    }

    /** The image of a line of a CSV file, whose first value is a label if there is one more than {@code pixels}. */
    static PixelImage ofLine(String id, String line, int pixels) {
        String[] values = line.split(",", -1);
        int before = values.length - pixels;
        if (before != 0 && before != 1) {
            return new PixelImage(
                    id,
                    null,
                    "%s: has %d values; the model reads %d pixels, with or without a label before them"
                            .formatted(id, values.length, pixels));
        }
        byte[] image = new byte[pixels];
        for (int i = 0; i < pixels; i++) {
            String value = values[before + i].strip();
            int level = level(value);
            if (level < 0) {
                return wrong(id, i, UntrustedText.quoted(value));
            }
            image[i] = (byte) level;
        }
        return new PixelImage(id, image, null);
    }

    /** -1 if the text is no pixel. */
    private static int level(String text) {
        if (text.isEmpty() || text.length() > 3) {
            return -1;
        }
        int level = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            level = 10 * level + digit;
        }
        return level <= 255 ? level : -1;
    }

    /** An image without a pixel that is one. */
    static PixelImage wrong(String id, int pixel, String value) {
        return new PixelImage(
                id, null, "%s: pixel %d is %s; it must be a whole number from 0 to 255".formatted(id, pixel, value));
    }
}
