package nn.image.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistanceTransformTest {

    /** Every pixel against every other. */
    private static float[] byTrial(boolean[] mask, boolean target, int width) {
        float[] distance = new float[mask.length];
        for (int i = 0; i < mask.length; i++) {
            double nearest = Double.MAX_VALUE;
            for (int j = 0; j < mask.length; j++) {
                if (mask[j] == target) {
                    nearest = Math.min(nearest, Math.hypot(i % width - j % width, i / width - j / width));
                }
            }
            distance[i] = (float) nearest;
        }
        return distance;
    }

    @ParameterizedTest
    @CsvSource({"1, 9, 0.3", "9, 1, 0.3", "13, 7, 0.04", "7, 13, 0.3", "16, 16, 0.02", "16, 16, 0.9", "30, 20, 0.1"})
    void distancesAreThoseFoundByTryingEveryPair(int width, int height, double density) {
        for (int seed = 0; seed < 10; seed++) {
            float[] values = Planes.random(width, height, seed).values();
            boolean[] mask = new boolean[values.length];
            for (int i = 0; i < mask.length; i++) {
                mask[i] = values[i] < density;
            }
            // One pixel of each kind, as far apart as can be.
            mask[0] = true;
            mask[mask.length - 1] = false;
            for (boolean target : new boolean[] {true, false}) {
                assertArrayEquals(
                        byTrial(mask, target, width),
                        DistanceTransform.to(mask, target, width, height),
                        1e-5f,
                        "seed " + seed + ", to " + target);
            }
        }
    }

    @Test
    void whereThereIsNothingEverythingIsVeryFar() {
        float[] distance = DistanceTransform.to(new boolean[12], true, 4, 3);
        assertEquals(12, distance.length);
        for (float d : distance) {
            assertTrue(d > 1e5, "distance " + d);
        }
    }
}
