package nn.image.decode;

import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * What the samples of a raster mean, by its color model. No color management: gray, RGB and CMYK samples are taken as they are
 * stored, so that a picture has the same luminance in all of them.
 */
final class RasterSamples {

    private final ColorModel colors;
    private final boolean inks;

    /**
     * @param inks whether the samples are cyan, magenta, yellow and, if there are more, black, whatever the color model says;
     *             what follows is ignored
     */
    RasterSamples(ColorModel colors, boolean inks) {
        this.colors = colors;
        this.inks = inks;
    }

    /** Adds every pixel of the raster. */
    void addAll(Raster raster, PictureBuilder builder) {
        int bands = raster.getNumBands();
        float[] scale = new float[bands];
        boolean real =
                raster.getTransferType() == DataBuffer.TYPE_FLOAT || raster.getTransferType() == DataBuffer.TYPE_DOUBLE;
        for (int b = 0; b < bands; b++) {
            scale[b] = real ? 1 : 1f / ((1L << raster.getSampleModel().getSampleSize(b)) - 1);
        }
        float[] row = new float[raster.getWidth() * bands];
        float[] pixel = new float[bands];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
            for (int x = 0; x < raster.getWidth(); x++) {
                if (colors instanceof IndexColorModel palette) {
                    addIndexed(builder, x, y, palette, (int) row[x]);
                    continue;
                }
                for (int b = 0; b < bands; b++) {
                    pixel[b] = Math.min(1, Math.max(0, row[x * bands + b] * scale[b]));
                }
                addColor(builder, x, y, pixel);
            }
        }
    }

    private static void addIndexed(PictureBuilder builder, int x, int y, IndexColorModel palette, int index) {
        builder.addColor(
                x,
                y,
                palette.getRed(index) / 255f,
                palette.getGreen(index) / 255f,
                palette.getBlue(index) / 255f,
                palette.getAlpha(index) / 255f);
    }

    private void addColor(PictureBuilder builder, int x, int y, float[] pixel) {
        boolean alpha = !inks && colors.hasAlpha() && (pixel.length == 2 || pixel.length == 4);
        float opacity = alpha ? pixel[pixel.length - 1] : 1;
        float whole = alpha && colors.isAlphaPremultiplied() && opacity > 0 ? opacity : 1;
        if (pixel.length < 3) {
            builder.add(x, y, Math.min(1, pixel[0] / whole), opacity);
            return;
        }
        float left = inks && pixel.length > 3 ? 1 - pixel[3] : 1;
        builder.addColor(
                x,
                y,
                light(pixel[0], left, whole),
                light(pixel[1], left, whole),
                light(pixel[2], left, whole),
                opacity);
    }

    /** One of red, green and blue, from its sample or its ink, less what black leaves, made whole from premultiplied. */
    private float light(float sample, float left, float whole) {
        return Math.min(1, (inks ? (1 - sample) * left : sample) / whole);
    }
}
