package nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/** Filters on images of 3 x 4, with their border of paper. */
class PaddedImageTest {

    private static PaddedImage of(int... pixels) {
        byte[] bytes = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            bytes[i] = (byte) pixels[i];
        }
        PaddedImage image = new PaddedImage(3, 4);
        image.set(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1});
        image.thicken(2);
        image.set(bytes);
        return image;
    }

    @Test
    void thickenedDotFillsItsNeighborhoodButNotTheBorder() {
        PaddedImage image = of(0, 0, 0, 0, 200, 0, 0, 0, 0, 0, 0, 0);
        image.thicken(2);
        assertArrayEquals(
                new int[] {
                    0, 0, 0, 0, 0, 0,
                    0, 200, 200, 0, 0, 0,
                    0, 200, 200, 0, 0, 0,
                    0, 200, 200, 0, 0, 0,
                    0, 0, 0, 0, 0, 0
                },
                image.values());
    }

    @Test
    void halfAsThickIsHalfTheInkAround() {
        PaddedImage image = of(0, 0, 0, 0, 0, 0, 200, 0, 0, 0, 0, 0);
        image.thicken(1);
        assertArrayEquals(
                new int[] {
                    0, 0, 0, 0, 0, 0,
                    0, 0, 100, 100, 100, 0,
                    0, 0, 100, 200, 100, 0,
                    0, 0, 100, 100, 100, 0,
                    0, 0, 0, 0, 0, 0
                },
                image.values());
    }

    @Test
    void thinningLeavesOnlyTheInside() {
        PaddedImage image = of(9, 250, 250, 250, 9, 250, 240, 250, 9, 250, 250, 250);
        image.thicken(-2);
        assertArrayEquals(
                new int[] {
                    0, 0, 0, 0, 0, 0,
                    0, 0, 0, 0, 0, 0,
                    0, 0, 9, 240, 0, 0,
                    0, 0, 0, 0, 0, 0,
                    0, 0, 0, 0, 0, 0
                },
                image.values());
    }

    @Test
    void blurIsBinomial() {
        PaddedImage image = of(0, 0, 0, 0, 0, 160, 0, 0, 0, 0, 0, 0);
        image.blur(1);
        assertArrayEquals(
                new int[] {
                    0, 0, 0, 0, 0, 0,
                    0, 10, 20, 10, 0, 0,
                    0, 20, 40, 20, 0, 0,
                    0, 10, 20, 10, 0, 0,
                    0, 0, 0, 0, 0, 0
                },
                image.values());
    }
}
