package nn.image.decode;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;

/**
 * Decodes the pictures of a file through a javax.imageio reader: the JDK's own for GIF, BMP, TIFF and (as raw samples) JPEG, or
 * one that is handed in. Samples are taken from the raster, because ImageIO's way to RGB puts gray through a gamma curve.
 */
final class ImageIoDecoder implements Closeable {

    private final ImageReader reader;
    private final FiniteInput in;
    private final int longestSide;

    /**
     * With a reader that is disposed of in the end.
     *
     * @param longestSide of the decoded pictures, in pixels
     * @param pictures how many there are: the bytes of one need not be kept once they are read
     */
    ImageIoDecoder(byte[] file, int longestSide, ImageReader reader, int pictures) {
        this.reader = reader;
        this.longestSide = longestSide;
        this.in = new FiniteInput(file);
        reader.setInput(in, pictures == 1, true);
    }

    /** For the picture of that number, whose size is checked. */
    PictureBuilder builder(int index) throws IOException {
        int width = reader.getWidth(index);
        int height = reader.getHeight(index);
        ImageLimits.check(width, height);
        return new PictureBuilder(width, height, longestSide);
    }

    /** The same of a GIF or a BMP, which cannot have more pixels than its bytes hold. */
    PictureBuilder builder(int index, byte[] file) throws IOException {
        PictureBuilder builder = builder(index);
        ImageLimits.checkPacked(reader.getWidth(index), reader.getHeight(index), file.length);
        return builder;
    }

    /** Decodes the picture of that number into the builder. */
    void read(int index, PictureBuilder builder) throws IOException {
        BufferedImage image = image(index, builder);
        new RasterSamples(image.getColorModel(), RasterSamples.Meaning.COLORS, SampleRange.ofBits(image.getRaster()))
                .addAll(image.getRaster(), builder);
    }

    /**
     * The decoded picture of that number; what the reader complains about becomes a warning of the builder.
     *
     * @throws IOException when it is too large or damaged
     */
    BufferedImage image(int index, PictureBuilder builder) throws IOException {
        int width = reader.getWidth(index);
        int height = reader.getHeight(index);
        ImageLimits.check(width, height);
        ImageLimits.check(reader.getTileWidth(index), reader.getTileHeight(index));
        ImageTypeSpecifier type = reader.getImageTypes(index).next();
        ImageLimits.checkDecoded(width, height, type.getColorModel().getPixelSize());
        WarningCollector.listen(reader, builder);
        return reader.read(index);
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        in.close();
    }

    /**
     * The JDK's reader, also when there are plug-ins on the class path: looking for those in every jar costs start-up time, and
     * what reads a format should not depend on what else is installed.
     *
     * @param format the JDK's name of the format
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
