package nn.image.decode;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import nn.image.Picture;

/**
 * Decodes through a javax.imageio reader: the JDK's own for GIF, BMP, TIFF and (as raw samples) JPEG, or one that is handed
 * in. Samples are taken from the raster, because ImageIO's way to RGB puts gray through a gamma curve.
 */
final class ImageIoDecoder {

    /** The tag of a TIFF that says what its samples mean, and its number for CMYK (TIFF 6.0 section 16). */
    private static final int PHOTOMETRIC = 262;

    private static final int INKS = 5;

    private ImageIoDecoder() {}

    /**
     * @param format the JDK's name of the format
     * @throws IOException when the picture is too large or damaged
     */
    static Picture decode(byte[] file, String format, int orientation) throws IOException {
        return decode(file, jdkReader(format), format, orientation);
    }

    /** Decodes the first picture of the file with the given reader, which is disposed of. */
    static Picture decode(byte[] file, ImageReader reader, String format, int orientation) throws IOException {
        try (FiniteInput in = new FiniteInput(file)) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            ImageLimits.check(width, height);
            ImageLimits.check(reader.getTileWidth(0), reader.getTileHeight(0));
            if (format.equals("gif") || format.equals("bmp")) {
                ImageLimits.checkPacked(width, height, file.length);
            }
            ImageTypeSpecifier type = reader.getImageTypes(0).next();
            ImageLimits.checkDecoded(width, height, type.getColorModel().getPixelSize());
            PictureBuilder builder = new PictureBuilder(width, height);
            WarningCollector.listen(reader, builder);
            BufferedImage image = reader.read(0);
            // The JDK takes inks of 16 bits, or with a further sample, for other colors.
            boolean inks = format.equals("tiff") && TiffDirectory.value(file, 0, file.length, PHOTOMETRIC) == INKS;
            new RasterSamples(image.getColorModel(), inks).addAll(image.getRaster(), builder);
            return Orientation.upright(builder.build(), orientation);
        } finally {
            reader.dispose();
        }
    }

    /**
     * The JDK's reader, also when there are plug-ins on the class path: looking for those in every jar costs start-up time, and
     * what reads a format should not depend on what else is installed.
     */
    static ImageReader jdkReader(String format) {
        System.setProperty("java.awt.headless", "true");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            return ImageIO.getImageReadersByFormatName(format).next();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Reads every n-th pixel of every n-th row, n so small that the decoder's raster has at most the given pixels. */
    static ImageReadParam subsampled(ImageReader reader, int width, int height, long mostPixels) {
        ImageReadParam param = reader.getDefaultReadParam();
        int step = (int) Math.ceil(Math.sqrt((double) width * height / mostPixels));
        param.setSourceSubsampling(step, step, 0, 0);
        return param;
    }
}
