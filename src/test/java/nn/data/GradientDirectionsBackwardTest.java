package nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradientDirectionsBackwardTest {

    private static final float STEP = 5e-4f;

    /** Compares with the differences of a random sum of the features each way: at a kink they differ from each other. */
    @ParameterizedTest
    @CsvSource({"28, 28, 1", "12, 9, 2", "5, 30, 3"})
    void itIsTheSlopeOfTheFeatures(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        GradientDirections forward = new GradientDirections(rows, columns);
        int count = (int) GradientDirections.count(rows, columns);
        float[] pixels = new float[rows * columns];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 0.1f + 0.8f * (float) random.nextDouble();
        }
        double[] dFeatures = random.doubles(count, -1, 1).toArray();
        double[] dPixels = new double[pixels.length];
        new GradientDirectionsBackward(forward, rows, columns).add(pixels, dFeatures, 0, dPixels);
        double largest = 0;
        for (double slope : dPixels) {
            largest = Math.max(largest, Math.abs(slope));
        }
        for (int i = 0; i < pixels.length; i++) {
            double here = sum(forward, pixels, i, 0, dFeatures);
            double above = (sum(forward, pixels, i, STEP, dFeatures) - here) / STEP;
            double below = (here - sum(forward, pixels, i, -STEP, dFeatures)) / STEP;
            assertEquals(
                    Math.max(Math.min(above, below), Math.min(Math.max(above, below), dPixels[i])),
                    dPixels[i],
                    0.02 * largest,
                    "pixel " + i + " of seed " + seed);
        }
    }

    private static double sum(GradientDirections forward, float[] pixels, int pixel, float step, double[] weights) {
        float[] moved = pixels.clone();
        moved[pixel] += step;
        float[] features = new float[weights.length];
        forward.write(moved, features, 0);
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            sum += features[i] * weights[i];
        }
        return sum;
    }
}
