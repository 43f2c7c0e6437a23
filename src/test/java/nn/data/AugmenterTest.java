package nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AugmenterTest {

    private static final Augmentation EVERYTHING = new Augmentation(12, 0.15, 0.15, 1.5, 1, 4, 1, 0.5, 0.3, 0);

    /** A thick seven-like stroke, well inside of 28 x 28. */
    private static byte[] digit() {
        byte[] pixels = new byte[784];
        for (int i = 9; i < 19; i++) {
            for (int k = 0; k < 3; k++) {
                pixels[(9 + k) * 28 + i] = (byte) 255;
                pixels[i * 28 + 15 + k] = (byte) 200;
            }
        }
        return pixels;
    }

    private static byte[] augmented(Augmentation augmentation, long seed, long epoch, int example) {
        byte[] into = new byte[784];
        new Augmenter(augmentation, 28, 28, seed).apply(digit(), into, epoch, example);
        return into;
    }

    @Test
    void noneGivesTheImageItself() {
        byte[] pixels = new byte[784];
        new Random(1).nextBytes(pixels);
        byte[] into = new byte[784];
        new Augmenter(Augmentation.NONE, 28, 28, 1).apply(pixels, into, 3, 4);
        assertArrayEquals(pixels, into);
        Arrays.fill(into, (byte) 1);
        new Augmenter(EVERYTHING, 28, 28, 1).apply(pixels, into, 3, 4, 0);
        assertArrayEquals(pixels, into);
    }

    @Test
    void resultIsAPureFunctionOfSeedEpochAndExample() {
        Augmenter augmenter = new Augmenter(EVERYTHING, 28, 28, 5);
        Augmenter another = augmenter.another();
        byte[] noise = new byte[784];
        new Random(1).nextBytes(noise);
        byte[] into = new byte[784];
        for (int example = 0; example < 10; example++) {
            another.apply(noise, into, 1, example);
            another.apply(digit(), into, 2, example);
            assertArrayEquals(augmented(EVERYTHING, 5, 2, example), into);
        }
    }

    @Test
    void seedEpochAndExampleEachMatter() {
        byte[] image = augmented(EVERYTHING, 5, 2, 7);
        assertFalse(Arrays.equals(image, augmented(EVERYTHING, 6, 2, 7)));
        assertFalse(Arrays.equals(image, augmented(EVERYTHING, 5, 3, 7)));
        assertFalse(Arrays.equals(image, augmented(EVERYTHING, 5, 2, 8)));
    }

    @Test
    void eachComponentAloneChangesTheImage() {
        for (int i = 0; i < 9; i++) {
            double[] v = new double[9];
            v[i] = 0.8;
            Augmentation augmentation = new Augmentation(10 * v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], 0);
            byte[] image = augmented(augmentation, 1, 1, 1);
            boolean smoothingAlone = i == 5;
            assertEquals(smoothingAlone, Arrays.equals(augmented(Augmentation.NONE, 1, 1, 1), image), "component " + i);
        }
    }

    /** Half the strength halves each component, except the smoothing. */
    @Test
    void aFadedDeformationIsThatOfSmallerComponents() {
        double[] all = {20, 0.4, 0.4, 4, 2, 4, 1.6, 0.8, 0.6};
        for (int component = 0; component < 9; component++) {
            double[] v = new double[9];
            v[component] = all[component];
            Augmentation full = new Augmentation(v[0], v[1], v[2], v[3], v[4], 4, v[6], v[7], v[8], 0);
            v[component] /= 2;
            Augmentation half = new Augmentation(v[0], v[1], v[2], v[3], v[4], 4, v[6], v[7], v[8], 0);
            byte[] faded = new byte[784];
            new Augmenter(full, 28, 28, 5).apply(digit(), faded, 2, 7, 0.5);
            assertArrayEquals(augmented(half, 5, 2, 7), faded, "component " + component);
            assertEquals(component == 5, Arrays.equals(augmented(full, 5, 2, 7), faded), "component " + component);
        }
    }

    /**
     * Saved runs continue with these deformations, so they must stay the same. Translation moves a square of 9 x 9 pixels,
     * and scale changes its sides, by the random numbers that random_draws.py computed.
     */
    @Test
    void deformationsStayWhatTheyWere() {
        byte[] square = new byte[784];
        for (int row = 10; row < 19; row++) {
            Arrays.fill(square, row * 28 + 10, row * 28 + 19, (byte) 255);
        }
        byte[] into = new byte[784];
        new Augmenter(new Augmentation(0, 0, 0, 5, 0, 0, 0, 0, 0, 0), 28, 28, 1).apply(square, into, 2, 3);
        assertEquals(14 + 5 * 0.204219, center(into)[0], 0.05);
        assertEquals(14 + 5 * 0.799359, center(into)[1], 0.05);
        new Augmenter(new Augmentation(0, 0.5, 0, 0, 0, 0, 0, 0, 0, 0), 28, 28, 1).apply(square, into, 2, 3);
        assertEquals(9 * (1 + 0.5 * 0.987784), sum(Arrays.copyOfRange(into, 14 * 28, 15 * 28)) / 255, 0.15);
        double column = 0;
        for (int row = 0; row < 28; row++) {
            column += (into[row * 28 + 14] & 0xff) / 255.0;
        }
        assertEquals(9 * (1 + 0.5 * 0.762424), column, 0.15);
    }

    /** A value that overflows would be inverted: ink where all is paper, or paper in the middle of ink. */
    @Test
    void noValueOverflows() {
        Augmentation strong = new Augmentation(180, 0.9, 2, 20, 8, 2, 2, 1, 0, 0);
        byte[] black = new byte[784];
        Arrays.fill(black, (byte) 255);
        byte[] into = new byte[784];
        Augmenter augmenter = new Augmenter(strong, 28, 28, 1);
        Augmenter faint = new Augmenter(new Augmentation(180, 0.9, 2, 20, 8, 2, 2, 1, 1, 0), 28, 28, 1);
        Augmenter small = new Augmenter(new Augmentation(5, 0.05, 0.05, 1, 0.5, 4, 2, 1, 0, 0), 28, 28, 1);
        for (int example = 0; example < 1000; example++) {
            augmenter.apply(new byte[784], into, 0, example);
            assertArrayEquals(new byte[784], into);
            small.apply(black, into, 0, example);
            for (int i = 8 * 28 + 8; i < 8 * 28 + 20; i++) {
                assertEquals((byte) 255, into[i], "pixel " + i + " in example " + example);
            }
            augmenter.apply(black, into, 0, example);
            byte[] full = into.clone();
            faint.apply(black, into, 0, example);
            for (int i = 0; i < 784; i++) {
                assertTrue((into[i] & 0xff) <= (full[i] & 0xff), "pixel " + i + " in example " + example);
            }
        }
    }

    @Test
    void geometryKeepsTheInkRoughly() {
        Augmentation geometry = new Augmentation(12, 0, 0.15, 1.5, 0.7, 4, 0, 0, 0, 0);
        double expected = sum(augmented(Augmentation.NONE, 1, 1, 1));
        double mean = 0;
        for (int example = 0; example < 300; example++) {
            double ink = sum(augmented(geometry, 1, 1, example));
            assertEquals(expected, ink, 0.4 * expected, "example " + example);
            mean += ink / 300;
        }
        assertEquals(expected, mean, 0.03 * expected);
    }

    @Test
    void translationIsUniformWithinItsRange() {
        Augmentation translation = new Augmentation(0, 0, 0, 2, 0, 0, 0, 0, 0, 0);
        double[] center = center(augmented(Augmentation.NONE, 1, 1, 1));
        double square = 0;
        for (int example = 0; example < 500; example++) {
            double[] moved = center(augmented(translation, 1, 1, example));
            assertEquals(0, moved[0] - center[0], 2.01);
            assertEquals(0, moved[1] - center[1], 2.01);
            square += (moved[0] - center[0]) * (moved[0] - center[0]) / 500;
        }
        assertEquals(4 / 3.0, square, 0.25);
    }

    @Test
    void thicknessChangesTheInkBothWays() {
        Augmentation thickness = new Augmentation(0, 0, 0, 0, 0, 0, 1, 0, 0, 0);
        double plain = sum(augmented(Augmentation.NONE, 1, 1, 1));
        int thicker = 0;
        for (int example = 0; example < 400; example++) {
            thicker += sum(augmented(thickness, 1, 1, example)) > plain ? 1 : 0;
        }
        assertEquals(200, thicker, 50);
    }

    @Test
    void contrastOnlyFades() {
        byte[] plain = augmented(Augmentation.NONE, 1, 1, 1);
        byte[] faded = augmented(new Augmentation(0, 0, 0, 0, 0, 0, 0, 0, 0.5, 0), 1, 1, 1);
        double ratio = sum(faded) / sum(plain);
        assertTrue(ratio >= 0.5 && ratio < 1, "ratio " + ratio);
        for (int i = 0; i < 784; i++) {
            assertEquals(ratio * (plain[i] & 0xff), faded[i] & 0xff, 1);
        }
    }

    @Test
    void anyImageSizeWorks() {
        int[][] sizes = {{1, 1}, {1, 40}, {40, 1}, {2, 3}, {32, 32}, {50, 20}, {300, 200}};
        for (int[] size : sizes) {
            byte[] pixels = new byte[size[0] * size[1]];
            Arrays.fill(pixels, (byte) 255);
            byte[] into = new byte[pixels.length];
            new Augmenter(EVERYTHING, size[0], size[1], 1).apply(pixels, into, 1, 1);
            byte[] paper = new byte[pixels.length];
            byte[] ofPaper = pixels.clone();
            new Augmenter(EVERYTHING, size[0], size[1], 1).apply(paper, ofPaper, 1, 1);
            assertArrayEquals(paper, ofPaper);
            if (Math.min(size[0], size[1]) >= 20) {
                assertEquals(255, into[size[0] / 2 * size[1] + size[1] / 2] & 0xff, 0.3 * 255);
            }
        }
        assertThrows(IllegalArgumentException.class, () -> new Augmenter(EVERYTHING, 4097, 1, 1));
    }

    private static double sum(byte[] image) {
        double sum = 0;
        for (byte value : image) {
            sum += value & 0xff;
        }
        return sum;
    }

    /** Center of the ink: column, row. */
    private static double[] center(byte[] image) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < 784; i++) {
            x += (image[i] & 0xff) * (i % 28);
            y += (image[i] & 0xff) * (i / 28);
        }
        return new double[] {x / sum(image), y / sum(image)};
    }
}
