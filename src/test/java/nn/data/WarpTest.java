package nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Maps with known results, on images whose pixels differ. */
class WarpTest {

    private static byte[] warped(byte[] pixels, int rows, int columns, InverseAffine map) {
        PaddedImage image = new PaddedImage(rows, columns);
        image.set(pixels);
        byte[] into = new byte[rows * columns];
        new Warp(rows, columns).apply(image, map, ElasticField.still(rows, columns), 0, 0, 0, 1, into);
        return into;
    }

    private static byte[] levels(int... levels) {
        byte[] bytes = new byte[levels.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) levels[i];
        }
        return bytes;
    }

    private static InverseAffine map(
            double rotation, double scaleX, double scaleY, double shear, double moveX, double moveY) {
        return InverseAffine.of(rotation, scaleX, scaleY, shear, moveX, moveY);
    }

    @Test
    void identityKeepsEveryPixel() {
        byte[] pixels = new byte[35];
        new Random(1).nextBytes(pixels);
        assertArrayEquals(pixels, warped(pixels, 5, 7, map(0, 1, 1, 0, 0, 0)));
    }

    @Test
    void moveGoesToTheRightAndDownAndLeavesPaper() {
        byte[] pixels = {(byte) 255, 51, 102, (byte) 153};
        assertArrayEquals(levels(0, 255, 0, 102), warped(pixels, 2, 2, map(0, 1, 1, 0, 1, 0)));
        assertArrayEquals(levels(0, 0, 255, 51), warped(pixels, 2, 2, map(0, 1, 1, 0, 0, 1)));
        assertArrayEquals(levels(0, 0, 0, 0), warped(pixels, 2, 2, map(0, 1, 1, 0, 5, 0)));
    }

    @Test
    void halfAPixelIsTheMeanOfTwo() {
        byte[] pixels = {0, 102, (byte) 204, 0};
        assertArrayEquals(levels(0, 51, 153, 102), warped(pixels, 1, 4, map(0, 1, 1, 0, 0.5, 0)));
    }

    @Test
    void rotationByQuarterGoesCounterClockwise() {
        byte[] pixels = {(byte) 255, 0, 51, 0, 0, 0, 102, 0, (byte) 153};
        assertArrayEquals(levels(51, 0, 153, 0, 0, 0, 255, 0, 102), warped(pixels, 3, 3, map(90, 1, 1, 0, 0, 0)));
    }

    @Test
    void shearLeansTheTopToTheRight() {
        byte[] pixels = {
            0, (byte) 255, 0,
            0, (byte) 255, 0,
            0, (byte) 255, 0
        };
        assertArrayEquals(levels(0, 0, 255, 0, 255, 0, 255, 0, 0), warped(pixels, 3, 3, map(0, 1, 1, 1, 0, 0)));
    }

    @Test
    void scaleActsOnEachAxisAlone() {
        byte[] pixels = {0, (byte) 255, (byte) 255, 0};
        assertArrayEquals(levels(191, 255, 255, 191), warped(pixels, 1, 4, map(0, 2, 1, 0, 0, 0)));
        assertArrayEquals(levels(0, 255, 255, 0), warped(pixels, 1, 4, map(0, 1, 2, 0, 0, 0)));
    }

    @Test
    void halvesAreRoundedUp() {
        assertArrayEquals(levels(0, 26, 0, 2), warped(levels(0, 51, 0, 3), 2, 2, map(0, 1, 1, 0, 0.5, 0)));
    }

    /** A third of a pixel to the right and a quarter down, and two thirds of the ink, in 256ths. */
    @Test
    void anInkFadesTheMeanOfFour() {
        PaddedImage image = new PaddedImage(2, 2);
        image.set(levels(90, 30, 60, 255));
        byte[] into = new byte[4];
        new Warp(2, 2).apply(image, map(0, 1, 1, 0, 1 / 3.0, 0.25), ElasticField.still(2, 2), 0, 0, 0, 2 / 3.0, into);
        byte[] expected = levels(
                rounded(90 * 2 / 3.0 * 3 / 4),
                rounded((90 / 3.0 + 30 * 2 / 3.0) * 3 / 4),
                rounded(90 * 2 / 3.0 / 4 + 60 * 2 / 3.0 * 3 / 4),
                rounded((90 / 3.0 + 30 * 2 / 3.0) / 4 + (60 / 3.0 + 255 * 2 / 3.0) * 3 / 4));
        for (int i = 0; i < 4; i++) {
            assertEquals(expected[i] & 0xff, into[i] & 0xff, 1, "pixel " + i);
        }
    }

    private static int rounded(double gray) {
        return (int) Math.round(gray * 2 / 3);
    }

    /** Gray is 9 times the column, or the row, so that it tells the source of a pixel, except near the rim. */
    @Test
    void aPixelComesFromWhereTheFieldPointsOrFromTheOtherSide() {
        ElasticField field = ElasticField.of(20, 20, 3, 5);
        Warp warp = new Warp(20, 20);
        InverseAffine still = map(0, 1, 1, 0, 0, 0);
        PaddedImage ramp = new PaddedImage(20, 20);
        byte[] warped = new byte[400];
        long first = 77L << 40;
        long second = 99L << 40;
        for (int axis = 0; axis < 2; axis++) {
            int[] grays = axis == 0
                    ? IntStream.range(0, 400).map(i -> i % 20 * 9).toArray()
                    : IntStream.range(0, 400).map(i -> i / 20 * 9).toArray();
            ramp.set(levels(grays));
            for (int turned = 0; turned < 2; turned++) {
                warp.apply(ramp, still, field, first | turned * (1 - axis), second | turned * axis, 0.5, 1, warped);
                int start = field.start(axis == 0 ? first : second);
                for (int i = 0; i < 400; i++) {
                    double moved = (turned == 0 ? 0.5 : -0.5) * field.values()[start + i] / 256;
                    if (i / 20 > 2 && i / 20 < 17 && i % 20 > 2 && i % 20 < 17) {
                        assertEquals(grays[i] + 9 * moved, warped[i] & 0xff, 1, "axis " + axis + ", pixel " + i);
                    }
                }
            }
        }
    }

    @Test
    void sidesGoFrom1To4096() {
        for (int side : new int[] {1, 4096}) {
            assertDoesNotThrow(() -> new Warp(side, 2));
            assertDoesNotThrow(() -> new Warp(2, side));
        }
        for (int side : new int[] {-1, 0, 4097}) {
            assertThrows(IllegalArgumentException.class, () -> new Warp(side, 2));
            assertThrows(IllegalArgumentException.class, () -> new Warp(2, side));
        }
    }

    @Test
    void inverseUndoesScaleShearRotationAndMove() {
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            double rotation = 360 * random.nextDouble();
            double scaleX = 0.5 + random.nextDouble();
            double scaleY = 0.5 + random.nextDouble();
            double shear = random.nextDouble() - 0.5;
            double moveX = 5 * random.nextDouble();
            double moveY = 5 * random.nextDouble();
            double x = random.nextDouble();
            double y = random.nextDouble();
            double leaning = scaleX * x - shear * scaleY * y;
            double cos = Math.cos(Math.toRadians(rotation));
            double sin = Math.sin(Math.toRadians(rotation));
            double targetX = cos * leaning + sin * scaleY * y + moveX;
            double targetY = -sin * leaning + cos * scaleY * y + moveY;
            InverseAffine map = map(rotation, scaleX, scaleY, shear, moveX, moveY);
            assertEquals(x, map.xx() * targetX + map.xy() * targetY + map.x0(), 1e-12);
            assertEquals(y, map.yx() * targetX + map.yy() * targetY + map.y0(), 1e-12);
        }
    }
}
