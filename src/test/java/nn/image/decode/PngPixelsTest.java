package nn.image.decode;

import static nn.image.decode.PictureSamples.levels;
import static nn.image.decode.PictureSamples.read;
import static nn.image.decode.PictureSamples.written;
import static nn.image.decode.PngFile.PALETTE;
import static nn.image.decode.PngFile.chunk;
import static nn.image.decode.PngFile.data;
import static nn.image.decode.PngFile.header;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import nn.image.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of PNG, sample by sample, against the JDK's own reader and writer. */
class PngPixelsTest {

    private static final int[] CHANNELS = {1, 0, 3, 1, 2, 0, 4};

    /** Color types with each of their bit depths. */
    static List<Arguments> kinds() {
        int[][] depths = {{1, 2, 4, 8, 16}, {}, {8, 16}, {1, 2, 4, 8}, {8, 16}, {}, {8, 16}};
        List<Arguments> kinds = new ArrayList<>();
        for (int colorType = 0; colorType < depths.length; colorType++) {
            for (int bitDepth : depths[colorType]) {
                kinds.add(Arguments.of(colorType, bitDepth));
            }
        }
        return kinds;
    }

    /** Random bytes behind bytes that name each row's filter: 4, 0, 1, 2, 3 and again. */
    private static byte[] anyFile(int width, int height, int colorType, int bitDepth) {
        SplittableRandom random = new SplittableRandom(100L * colorType + bitDepth);
        int rowBytes = (width * bitDepth * CHANNELS[colorType] + 7) / 8;
        byte[] rows = new byte[height * (1 + rowBytes)];
        random.nextBytes(rows);
        for (int row = 0; row < height; row++) {
            rows[row * (1 + rowBytes)] = (byte) ((row + 4) % 5);
        }
        byte[] header = header(width, height, bitDepth, colorType, 0);
        if (colorType != PALETTE) {
            return PngFile.of(header, data(rows));
        }
        byte[] palette = new byte[3 << bitDepth];
        byte[] transparency = new byte[2];
        random.nextBytes(palette);
        random.nextBytes(transparency);
        return PngFile.of(header, chunk("PLTE", palette), chunk("tRNS", transparency), data(rows));
    }

    /** Whatever bytes stand in the rows, they are a picture, and all readers must see the same in it. */
    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindIsReadAsTheJdkReadsIt(int colorType, int bitDepth) throws IOException {
        byte[] file = anyFile(13, 23, colorType, bitDepth);
        assertSame(ImageIO.read(new ByteArrayInputStream(file)), read(file));
    }

    /** Left 110, above 80 and the corner 100 promise 90: above and the corner are as near, and above is taken. */
    @Test
    void theFourthFilterTakesWhatIsAboveRatherThanTheCorner() {
        byte[] file = PngFile.of(header(2, 2, 8, PngFile.GRAY, 0), data(0, 100, 80, 4, 10, 5));
        assertArrayEquals(new float[] {100, 80, 110, 85}, levels(read(file)), 1e-3f);
    }

    /** The smaller ones have passes without a pixel. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "1, 2", "3, 5", "5, 3", "8, 8", "13, 23"})
    void interlacedPicturesAreReadAsTheyWereWritten(int width, int height) throws IOException {
        for (Arguments kind : kinds()) {
            byte[] plain = anyFile(width, height, (int) kind.get()[0], (int) kind.get()[1]);
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(plain));
            byte[] interlaced = written(image, "png", true);
            assertEquals(1, interlaced[28], "how it is interlaced");
            assertSame(image, read(interlaced));
        }
    }

    /** The luminance of raw samples, and their opacity. */
    private static void assertSame(BufferedImage expected, Picture actual) {
        Raster raster = expected.getRaster();
        ColorModel colors = expected.getColorModel();
        int bands = raster.getNumBands();
        float most = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        assertEquals(List.of(raster.getWidth(), raster.getHeight()), List.of(actual.width(), actual.height()));
        for (int i = 0; i < raster.getWidth() * raster.getHeight(); i++) {
            int[] pixel = raster.getPixel(i % raster.getWidth(), i / raster.getWidth(), (int[]) null);
            float luminance;
            float opacity;
            if (colors instanceof IndexColorModel palette) {
                int index = pixel[0];
                luminance = luminance(palette.getRed(index), palette.getGreen(index), palette.getBlue(index)) / 255;
                opacity = palette.getAlpha(index) / 255f;
            } else {
                luminance = (bands < 3 ? pixel[0] : luminance(pixel[0], pixel[1], pixel[2])) / most;
                opacity = bands % 2 == 0 ? pixel[bands - 1] / most : 1;
            }
            assertEquals(opacity, actual.opacity().values()[i], 1e-6, "opacity of pixel " + i);
            assertEquals(opacity == 0 ? 0 : luminance, actual.luminance().values()[i], 1e-5, "luminance of pixel " + i);
        }
    }

    private static float luminance(int red, int green, int blue) {
        return 0.299f * red + 0.587f * green + 0.114f * blue;
    }
}
