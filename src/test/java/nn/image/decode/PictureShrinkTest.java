package nn.image.decode;

import static nn.image.decode.PictureSamples.levels;
import static nn.image.decode.PictureSamples.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nn.image.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of more than 1024 pixels a side, averaged over square blocks while they are read. */
class PictureShrinkTest {

    /** Of level 50 and opaque, but for some pixels, each a level and an opacity of 0 to 255 at its column and row. */
    private static Picture read50(int width, int height, Map<List<Integer>, List<Integer>> others) {
        byte[] rows = new byte[height * (1 + 2 * width)];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                List<Integer> pixel = others.getOrDefault(List.of(x, y), List.of(50, 255));
                rows[y * (1 + 2 * width) + 1 + 2 * x] = pixel.get(0).byteValue();
                rows[y * (1 + 2 * width) + 2 + 2 * x] = pixel.get(1).byteValue();
            }
        }
        return read(PngFile.of(PngFile.header(width, height, 8, PngFile.GRAY_ALPHA, 0), PngFile.data(rows)));
    }

    @ParameterizedTest
    @CsvSource({
        "1024, 3, 1024, 3",
        "1025, 3, 513, 2",
        "3, 1025, 2, 513",
        "2048, 1, 1024, 1",
        "2049, 1, 683, 1",
        "1, 1024, 1, 1024"
    })
    void theLongerSideIsAtMost1024(int width, int height, int shrunkWidth, int shrunkHeight) {
        Picture picture = read50(width, height, Map.of());
        assertEquals(List.of(shrunkWidth, shrunkHeight), List.of(picture.width(), picture.height()));
        float[] expected = new float[shrunkWidth * shrunkHeight];
        Arrays.fill(expected, 50);
        assertEquals(-1, Arrays.mismatch(expected, rounded(levels(picture))));
        assertEquals(1, picture.opacity().quantile(0), 1e-6);
    }

    private static float[] rounded(float[] levels) {
        for (int i = 0; i < levels.length; i++) {
            levels[i] = Math.round(1000 * levels[i]) / 1000f;
        }
        return levels;
    }

    /** Blocks at the right and the lower rim hold fewer pixels; opacity is the weight of each pixel's level. */
    @Test
    void eachBlockIsTheMeanOfItsOpaquePixels() {
        Picture picture = read50(
                1025,
                3,
                Map.of(
                        List.of(0, 0),
                        List.of(100, 255),
                        List.of(1, 0),
                        List.of(200, 255),
                        List.of(0, 1),
                        List.of(255, 0),
                        List.of(1, 1),
                        List.of(20, 51),
                        List.of(1024, 0),
                        List.of(10, 255),
                        List.of(1024, 1),
                        List.of(30, 255),
                        List.of(0, 2),
                        List.of(40, 255),
                        List.of(1, 2),
                        List.of(60, 0),
                        List.of(1024, 2),
                        List.of(90, 128)));
        assertPixel(picture, 0, 0, (100 + 200 + 20 * 0.2) / 2.2, 2.2 / 4);
        assertPixel(picture, 512, 0, 20, 1);
        assertPixel(picture, 0, 1, 40, 0.5);
        assertPixel(picture, 512, 1, 90, 128 / 255.0);
        assertPixel(picture, 1, 0, 50, 1);
        assertPixel(picture, 511, 1, 50, 1);
    }

    private static void assertPixel(Picture picture, int x, int y, double level, double opacity) {
        assertEquals(level, 255 * picture.luminance().at(x, y), 1e-3);
        assertEquals(opacity, picture.opacity().at(x, y), 1e-6);
    }

    /** What a decoder leaves out is not black but nothing. */
    @Test
    void pixelsThatNeverCameAreTransparent() {
        PictureBuilder builder = new PictureBuilder(2, 1, 2);
        builder.add(1, 0, 0.5f, 1);
        Picture picture = builder.build();
        assertPixel(picture, 0, 0, 0, 0);
        assertPixel(picture, 1, 0, 127.5, 1);
    }
}
