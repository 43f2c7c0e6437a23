package nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Maps with known results, on images whose pixels can be told apart. */
class WarpTest {

    private static float[] warped(byte[] pixels, int rows, int columns, InverseAffine map) {
        PaddedImage image = new PaddedImage(rows, columns);
        image.set(pixels);
        float[] into = new float[rows * columns];
        new Warp(rows, columns).apply(image, map, ElasticField.still(rows, columns), 0, 0, 0, 1, into);
        return into;
    }

    private static InverseAffine map(double rotation, double scaleX, double scaleY, double shear, double moveX, double moveY) {
        return InverseAffine.of(rotation, scaleX, scaleY, shear, moveX, moveY);
    }

    @Test
    void identityKeepsEveryPixel() {
        byte[] pixels = new byte[35];
        new Random(1).nextBytes(pixels);
        float[] image = warped(pixels, 5, 7, map(0, 1, 1, 0, 0, 0));
        for (int i = 0; i < 35; i++) {
            assertEquals((pixels[i] & 0xff) / 255f, image[i], 1e-6);
        }
    }

    @Test
    void moveGoesToTheRightAndDownAndLeavesPaper() {
        byte[] pixels = {(byte) 255, 51, 102, (byte) 153};
        assertArrayEquals(new float[] {0, 1, 0, 0.4f}, warped(pixels, 2, 2, map(0, 1, 1, 0, 1, 0)), 1e-6f);
        assertArrayEquals(new float[] {0, 0, 1, 0.2f}, warped(pixels, 2, 2, map(0, 1, 1, 0, 0, 1)), 1e-6f);
        assertArrayEquals(new float[] {0, 0, 0, 0}, warped(pixels, 2, 2, map(0, 1, 1, 0, 5, 0)), 1e-6f);
    }

    @Test
    void halfAPixelIsTheMeanOfTwo() {
        byte[] pixels = {0, 102, (byte) 204, 0};
        assertArrayEquals(new float[] {0, 0.2f, 0.6f, 0.4f}, warped(pixels, 1, 4, map(0, 1, 1, 0, 0.5, 0)), 1e-6f);
    }

    @Test
    void rotationByQuarterGoesCounterClockwise() {
        byte[] pixels = {
            (byte) 255, 0, 51,
            0, 0, 0,
            102, 0, (byte) 153};
        assertArrayEquals(new float[] {
            0.2f, 0, 0.6f,
            0, 0, 0,
            1, 0, 0.4f}, warped(pixels, 3, 3, map(90, 1, 1, 0, 0, 0)), 1e-6f);
    }

    @Test
    void shearLeansTheTopToTheRight() {
        byte[] pixels = {
            0, (byte) 255, 0,
            0, (byte) 255, 0,
            0, (byte) 255, 0};
        assertArrayEquals(new float[] {
            0, 0, 1,
            0, 1, 0,
            1, 0, 0}, warped(pixels, 3, 3, map(0, 1, 1, 1, 0, 0)), 1e-6f);
    }

    @Test
    void scaleActsOnEachAxisAlone() {
        byte[] pixels = {0, (byte) 255, (byte) 255, 0};
        assertArrayEquals(new float[] {0.75f, 1, 1, 0.75f}, warped(pixels, 1, 4, map(0, 2, 1, 0, 0, 0)), 1e-6f);
        assertArrayEquals(new float[] {0, 1, 1, 0}, warped(pixels, 1, 4, map(0, 1, 2, 0, 0, 0)), 1e-6f);
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
