package nn.image.decode;

import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * What the samples of a raster mean, by its color model. No color management: gray, RGB and CMYK samples are taken as they are
 * stored, so that a picture has the same luminance in all of them.
 */
final class RasterSamples {

    /** Whether the color model can be believed. */
    enum Meaning {
        COLORS,
        /** The samples are cyan, magenta, yellow and, if there are more, black; what follows is ignored. */
        INKS,
        /** All samples are one less what is stored; of gray that is its darkness, and its opacity. */
        TURNED
    }

    private final ColorModel colors;
    private final Meaning meaning;
    private final SampleRange range;

    RasterSamples(ColorModel colors, Meaning meaning, SampleRange range) {
        this.colors = colors;
        this.meaning = meaning;
        this.range = range;
    }

    /** Adds every pixel of the raster; one that is no number is transparent. */
    void addAll(Raster raster, PictureBuilder builder) {
        if (colors instanceof IndexColorModel palette) {
            addIndexed(raster, builder, palette);
            return;
        }
        int bands = raster.getNumBands();
        float[] row = new float[raster.getWidth() * bands];
        float[] pixel = new float[bands];
        for (int y = 0; y < raster.getHeight(); y++) {
            range.read(raster, y, row);
            for (int x = 0; x < raster.getWidth(); x++) {
                System.arraycopy(row, x * bands, pixel, 0, bands);
                addColor(builder, x, y, pixel);
            }
        }
    }

    private static void addIndexed(Raster raster, PictureBuilder builder, IndexColorModel palette) {
        int[] row = new int[raster.getWidth()];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
            for (int x = 0; x < row.length; x++) {
                int rgb = palette.getRGB(row[x]);
                builder.addColor(
                        x,
                        y,
                        (rgb >> 16 & 0xff) / 255f,
                        (rgb >> 8 & 0xff) / 255f,
                        (rgb & 0xff) / 255f,
                        (rgb >>> 24) / 255f);
            }
        }
    }

    private void addColor(PictureBuilder builder, int x, int y, float[] pixel) {
        boolean inks = meaning == Meaning.INKS;
        boolean alpha = !inks && colors.hasAlpha() && (pixel.length == 2 || pixel.length == 4);
        boolean turned = meaning == Meaning.TURNED;
        float opacity = !alpha ? 1 : turned ? 1 - pixel[pixel.length - 1] : pixel[pixel.length - 1];
        float whole = alpha && colors.isAlphaPremultiplied() && opacity > 0 ? opacity : 1;
        float left = inks && pixel.length > 3 ? 1 - pixel[3] : 1;
        for (int b = 0; b < pixel.length; b++) {
            if (Float.isNaN(pixel[b])) {
                builder.add(x, y, 0, 0);
                return;
            }
            float sample = inks || turned ? (1 - pixel[b]) * left : pixel[b];
            float light = Math.min(1, sample / whole);
            pixel[b] = turned ? 1 - light : light;
        }
        if (pixel.length < 3) {
            builder.add(x, y, pixel[0], opacity);
        } else {
            builder.addColor(x, y, pixel[0], pixel[1], pixel[2], opacity);
        }
    }
}
