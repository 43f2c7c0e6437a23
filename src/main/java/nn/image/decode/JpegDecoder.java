package nn.image.decode;

import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import nn.image.Picture;

/**
 * Decodes a JPEG, baseline or progressive, gray, YCbCr, RGB, CMYK or YCCK, with the JDK's native decoder. It asks for the raw
 * samples: the Y of YCbCr is the luminance already, and the JDK does not convert CMYK at all.
 */
final class JpegDecoder {

    /** Larger pictures are read with gaps, so that the decoder's raster stays small beside the heap of a short command. */
    private static final long DECODED_PIXELS = 25_000_000;

    private JpegDecoder() {}

    /**
     * @throws IOException when the picture is too large or damaged
     */
    static Picture decode(byte[] file, int longestSide) throws IOException {
        return decode(file, longestSide, DECODED_PIXELS);
    }

    /**
     * @param mostPixels more are read with gaps
     * @throws IOException when the picture is too large or damaged
     */
    static Picture decode(byte[] file, int longestSide, long mostPixels) throws IOException {
        JpegHeader header = JpegHeader.of(file);
        ImageLimits.check(header.width(), header.height());
        ImageReader reader = ImageIoDecoder.jdkReader("jpeg");
        try (FiniteInput in = new FiniteInput(file)) {
            reader.setInput(in, true, true);
            ImageReadParam param = ImageIoDecoder.subsampled(reader, header.width(), header.height(), mostPixels);
            int step = param.getSourceXSubsampling();
            PictureBuilder builder = new PictureBuilder(header.width(), header.height(), longestSide, step, 0, 0);
            WarningCollector.listen(reader, builder);
            addAll(reader.readRaster(0, param), header.samples(), builder);
            return Orientation.upright(builder.build(), header.orientation());
        } finally {
            reader.dispose();
        }
    }

    private static void addAll(Raster raster, JpegHeader.Samples samples, PictureBuilder builder) {
        int bands = raster.getNumBands();
        int[] row = new int[raster.getWidth() * bands];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
            for (int x = 0; x < raster.getWidth(); x++) {
                int at = x * bands;
                switch (samples) {
                    case LUMINANCE_FIRST -> {
                        if (bands < 3) {
                            builder.add(x, y, row[at] / 255f, 1);
                        } else {
                            builder.add(
                                    x, y, row[at] / 255f, (row[at + 1] - 128) / 255f, (row[at + 2] - 128) / 255f, 1);
                        }
                    }
                    case RGB -> builder.addColor(x, y, row[at] / 255f, row[at + 1] / 255f, row[at + 2] / 255f, 1);
                    case CMYK -> {
                        float left = (255 - row[at + 3]) / 65025f;
                        builder.addColor(
                                x,
                                y,
                                (255 - row[at]) * left,
                                (255 - row[at + 1]) * left,
                                (255 - row[at + 2]) * left,
                                1);
                    }
                    case INVERTED_CMYK -> {
                        float left = row[at + 3] / 65025f;
                        builder.addColor(x, y, row[at] * left, row[at + 1] * left, row[at + 2] * left, 1);
                    }
                    // YCC here codes 255 minus the inverted C, M and Y.
                    case INVERTED_YCCK -> {
                        float left = row[at + 3] / 65025f;
                        builder.add(
                                x,
                                y,
                                (255 - row[at]) * left,
                                (128 - row[at + 1]) * left,
                                (128 - row[at + 2]) * left,
                                1);
                    }
                }
            }
        }
    }
}
