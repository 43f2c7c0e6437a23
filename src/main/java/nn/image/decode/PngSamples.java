package nn.image.decode;

/**
 * Turns the unfiltered bytes of PNG rows into luminance and opacity, for every color type and bit depth. Gray stays what the
 * file says: no gamma curve is applied, so that one picture saved gray, as a palette or in color has one luminance.
 */
final class PngSamples {

    private final int colorType;
    private final int bitDepth;
    private final float scale;
    private final byte[] palette;
    /** Opacity of gray levels up to 8 bits, or of palette entries, NaN where there is none; [2^bitDepth], empty for other types. */
    private final float[] levelOpacity;
    /** The one transparent color of color types 0 and 2 (tRNS), -1 for none. */
    private final long transparent;

    PngSamples(int colorType, int bitDepth, byte[] palette, byte[] transparency) {
        this.colorType = colorType;
        this.bitDepth = bitDepth;
        this.scale = 1f / ((1 << bitDepth) - 1);
        this.transparent = transparentColor(colorType, transparency);
        boolean tabled = bitDepth <= 8 && (colorType == 0 || colorType == 3);
        this.palette = palette;
        this.levelOpacity = new float[tabled ? 1 << bitDepth : 0];
        for (int i = 0; i < levelOpacity.length; i++) {
            if (colorType == 0) {
                levelOpacity[i] = i == transparent ? 0 : 1;
            } else if (3 * i + 2 < palette.length) {
                levelOpacity[i] = i < transparency.length ? (transparency[i] & 0xff) / 255f : 1;
            } else {
                levelOpacity[i] = Float.NaN;
            }
        }
    }

    private static long transparentColor(int colorType, byte[] transparency) {
        if (colorType == 0 && transparency.length >= 2) {
            return wide(transparency, 0);
        }
        if (colorType == 2 && transparency.length >= 6) {
            return (long) wide(transparency, 0) << 32 | (long) wide(transparency, 2) << 16 | wide(transparency, 4);
        }
        return -1;
    }

    /** Adds a row of {@code columns} pixels that lie at {@code left}, {@code left + step}, ... of the picture's row y. */
    void addRow(PictureBuilder builder, byte[] row, int columns, int left, int step, int y) throws UnreadablePicture {
        for (int c = 0; c < columns; c++) {
            int x = left + c * step;
            if (levelOpacity.length > 0) {
                int bit = c * bitDepth;
                int level = (row[bit >> 3] & 0xff) >> 8 - bitDepth - (bit & 7) & (1 << bitDepth) - 1;
                if (Float.isNaN(levelOpacity[level])) {
                    throw new UnreadablePicture("a damaged PNG (a color outside of its palette)");
                }
                if (colorType == 0) {
                    builder.add(x, y, level * scale, levelOpacity[level]);
                } else {
                    builder.addColor(
                            x, y, light(3 * level), light(3 * level + 1), light(3 * level + 2), levelOpacity[level]);
                }
                continue;
            }
            switch (colorType) {
                case 0, 4 -> {
                    int gray = sample(row, c * (colorType == 4 ? 2 : 1));
                    float opacity = colorType == 4 ? sample(row, 2 * c + 1) * scale : gray == transparent ? 0 : 1;
                    builder.add(x, y, gray * scale, opacity);
                }
                default -> {
                    int first = c * (colorType == 6 ? 4 : 3);
                    int red = sample(row, first);
                    int green = sample(row, first + 1);
                    int blue = sample(row, first + 2);
                    float opacity = colorType == 6
                            ? sample(row, first + 3) * scale
                            : ((long) red << 32 | (long) green << 16 | blue) == transparent ? 0 : 1;
                    builder.addColor(x, y, red * scale, green * scale, blue * scale, opacity);
                }
            }
        }
    }

    private float light(int paletteByte) {
        return (palette[paletteByte] & 0xff) / 255f;
    }

    private int sample(byte[] row, int index) {
        return bitDepth == 16 ? wide(row, 2 * index) : row[index] & 0xff;
    }

    private static int wide(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
