package nn.image.decode;

import static nn.image.decode.PictureSamples.levels;
import static nn.image.decode.PictureSamples.read;
import static nn.image.decode.PictureSamples.written;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import nn.image.Picture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Photos of more pixels than are decoded whole. */
class LargeJpegTest {

    private static BufferedImage image(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    }

    private static byte[] noise(int width, int height) {
        BufferedImage image = image(width, height);
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < width * height; i++) {
            image.getRaster().setSample(i % width, i / width, 0, random.nextInt(256));
        }
        return written(image, "jpeg", false);
    }

    /** Every n-th pixel of every n-th row is read, the first included; n is the least that keeps to the limit. */
    @ParameterizedTest
    @CsvSource({"6767, 1", "6766, 2", "1692, 2", "1691, 3", "752, 3", "751, 4", "1, 83"})
    void pixelsAreLeftOutWhereThereAreTooMany(long mostPixels, int step) throws IOException {
        byte[] jpeg = noise(101, 67);
        Picture whole = read(jpeg);
        Picture picture = JpegDecoder.decode(jpeg, ImageFile.DIGIT_SIDE, mostPixels);
        int width = (100 + step) / step;
        int height = (66 + step) / step;
        assertEquals(List.of(width, height), List.of(picture.width(), picture.height()));
        for (int i = 0; i < width * height; i++) {
            assertEquals(
                    whole.luminance().at(i % width * step, i / width * step),
                    picture.luminance().values()[i],
                    "pixel " + i);
        }
        assertEquals(1, picture.opacity().quantile(0));
    }

    /**
     * A picture of 25 megapixels is averaged over blocks of 5x5 pixels. A little larger, it is read with gaps of one pixel,
     * its 2503x2500 pixels over blocks of 3x3. Its first 1200 rows are white.
     */
    @ParameterizedTest
    @CsvSource({"5000, 5000, 1000, 1000, 240", "5005, 4999, 835, 834, 200"})
    void aPhotoOfMoreThan25MegapixelsIsRead(int width, int height, int shrunkWidth, int shrunkHeight, int whiteRows) {
        BufferedImage image = image(width, height);
        byte[] white = new byte[width * 1200];
        Arrays.fill(white, (byte) 255);
        image.getRaster().setDataElements(0, 0, width, 1200, white);
        Picture picture = read(written(image, "jpeg", false));
        assertEquals(List.of(shrunkWidth, shrunkHeight), List.of(picture.width(), picture.height()));
        float[] expected = new float[shrunkWidth * shrunkHeight];
        Arrays.fill(expected, 0, whiteRows * shrunkWidth, 255);
        assertArrayEquals(expected, levels(picture), 1e-3f);
    }
}
