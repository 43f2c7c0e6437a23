package nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import nn.SyntheticData;
import org.junit.jupiter.api.Test;

/** Deformations are drawn again for every image and every epoch. */
class DeformedImagesTest {

    private static final int EXAMPLES = 1000;
    private static final int SIDE = 28;

    private static DeformedImages elastic(IntUnaryOperator grayOfPixel) {
        byte[] image = new byte[SIDE * SIDE];
        IntStream.range(0, image.length).forEach(i -> image[i] = (byte) grayOfPixel.applyAsInt(i));
        return new DeformedImages(
                SyntheticData.of(new byte[][] {image, image, image}, SIDE, SIDE, new int[3], 10),
                new Augmentation(0, 0, 0, 0, 0.8, 1, 0, 0, 0, 0),
                5);
    }

    /** Gray is 8 times the column, or the row, so that it tells the source of a pixel. */
    private static final DeformedImages TO_THE_RIGHT = elastic(i -> 8 * (i % SIDE));

    private static final DeformedImages DOWN = elastic(i -> 8 * (i / SIDE));

    /** The displacements of an image's pixels, without those at the rim, where paper comes in. */
    private static double[] displacements(DeformedImages ramp, int example, int epoch) {
        byte[] image = new byte[SIDE * SIDE];
        ramp.read(example, epoch, 1, image);
        return IntStream.range(0, image.length)
                .filter(i -> i / SIDE > 3 && i / SIDE < 24 && i % SIDE > 3 && i % SIDE < 24)
                .mapToDouble(i -> (image[i] & 0xff) / 8.0 - (ramp == DOWN ? i / SIDE : i % SIDE))
                .toArray();
    }

    private static double product(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    /** 1 for the same displacements, also with the sign changed; small for independent ones, as far pixels move independently. */
    private static double squaredCorrelation(double[] a, double[] b) {
        return product(a, b) * product(a, b) / product(a, a) / product(b, b);
    }

    @Test
    void elasticDisplacementsOfOneImageTellNothingOfThoseOfAnyOther() {
        double deviation = 0;
        double nextImage = 0;
        double nextEpoch = 0;
        double otherAxis = 0;
        for (int epoch = 1; epoch <= 100; epoch++) {
            double[] right = displacements(TO_THE_RIGHT, 0, epoch);
            assertEquals(400, right.length);
            deviation += Math.sqrt(product(right, right) / right.length) / 100;
            nextImage += squaredCorrelation(right, displacements(TO_THE_RIGHT, 1, epoch)) / 100;
            nextEpoch += squaredCorrelation(right, displacements(TO_THE_RIGHT, 0, epoch + 1)) / 100;
            otherAxis += squaredCorrelation(right, displacements(DOWN, 0, epoch)) / 100;
        }
        assertEquals(0, nextImage, 0.1, "another image");
        assertEquals(0, nextEpoch, 0.1, "another epoch");
        assertEquals(0, otherAxis, 0.1, "the other axis");
        assertEquals(0.8, deviation, 0.05, "root of the mean square, in pixels");
    }

    /** Vertical strokes, of class 1 and of class 8 in turn. */
    private static DataSet strokes() {
        byte[] stroke = new byte[SIDE * SIDE];
        IntStream.rangeClosed(5, 22).forEach(row -> stroke[row * SIDE + 14] = stroke[row * SIDE + 15] = (byte) 255);
        return SyntheticData.of(
                Collections.nCopies(EXAMPLES, stroke).toArray(byte[][]::new),
                SIDE,
                SIDE,
                IntStream.range(0, EXAMPLES).map(i -> i % 2 == 0 ? 1 : 8).toArray(),
                10);
    }

    private static final DataSet STROKES = strokes();

    private static DeformedImages redrawing(double share) {
        return new DeformedImages(STROKES, new Augmentation(0, 0, 0, 0, 0, 0, 0, 0, 0, share), 5);
    }

    /** The examples that have changed. */
    private static BitSet changed(DeformedImages images, int epoch, double strength) {
        byte[] before = new byte[SIDE * SIDE];
        byte[] after = new byte[SIDE * SIDE];
        BitSet changed = new BitSet();
        for (int example = 0; example < EXAMPLES; example++) {
            STROKES.readPixels(example, before);
            images.read(example, epoch, strength, after);
            changed.set(example, !Arrays.equals(before, after));
        }
        return changed;
    }

    private static int both(BitSet a, BitSet b) {
        BitSet both = (BitSet) a.clone();
        both.and(b);
        return both.cardinality();
    }

    @Test
    void theShareOfDigitsThatIsRedrawnIsAnotherOneInEachEpoch() {
        BitSet first = changed(redrawing(0.3), 1, 1);
        BitSet second = changed(redrawing(0.3), 2, 1);
        assertTrue(first.stream().allMatch(example -> example % 2 == 0), "an eight has no other style");
        assertEquals(150, first.cardinality(), 5 * Math.sqrt(500 * 0.3 * 0.7));
        assertEquals(150, second.cardinality(), 5 * Math.sqrt(500 * 0.3 * 0.7));
        assertEquals(45, both(first, second), 5 * Math.sqrt(500 * 0.09 * 0.91));
        assertEquals(500, changed(redrawing(1), 1, 1).cardinality());
    }

    @Test
    void aFadedTrainingRedrawsFewerOfTheSameDigits() {
        BitSet full = changed(redrawing(0.6), 1, 1);
        BitSet half = changed(redrawing(0.6), 1, 0.5);
        assertEquals(150, half.cardinality(), 5 * Math.sqrt(500 * 0.3 * 0.7));
        assertEquals(half.cardinality(), both(half, full));
        assertEquals(0, changed(redrawing(0.6), 1, 0).cardinality());
    }

    @Test
    void noTwoImagesAreRedrawnAlike() {
        DeformedImages images = redrawing(1);
        byte[] image = new byte[SIDE * SIDE];
        Set<ByteBuffer> different = new HashSet<>();
        for (int epoch = 1; epoch <= 2; epoch++) {
            for (int example = 0; example < EXAMPLES; example += 2) {
                images.read(example, epoch, 1, image);
                different.add(ByteBuffer.wrap(image.clone()));
            }
        }
        assertEquals(1000, different.size());
    }

    @Test
    void everyWorkerMakesTheSameImages() {
        DeformedImages images =
                new DeformedImages(STROKES, new Augmentation(10, 0.1, 0.1, 1, 1, 4, 0.5, 0.5, 0.2, 0.5), 5);
        DeformedImages another = images.another();
        byte[] one = new byte[SIDE * SIDE];
        byte[] two = new byte[SIDE * SIDE];
        for (int example = 0; example < 40; example++) {
            images.read(example, 3, 0.7, one);
            another.read(39 - example, 3, 0.7, two);
            another.read(example, 3, 0.7, two);
            assertArrayEquals(one, two, "example " + example);
            STROKES.readPixels(example, two);
            assertFalse(Arrays.equals(one, two), "example " + example);
        }
    }
}
