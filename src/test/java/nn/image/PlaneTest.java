package nn.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import nn.image.prepare.Planes;
import org.junit.jupiter.api.Test;

class PlaneTest {

    @Test
    void aQuantileIsTheValueAtThatPlaceOfTheSortedOnes() {
        for (int seed = 0; seed < 20; seed++) {
            for (int size : new int[] {1, 2, 3, 10, 101}) {
                float[] values = Planes.random(size, 1, seed).values();
                // Repeated values, as pictures have them.
                for (int i = 0; i < size; i += 3) {
                    values[i] = 0.5f;
                }
                float[] sorted = values.clone();
                Arrays.sort(sorted);
                for (double share : new double[] {0, 0.05, 0.5, 0.8, 1}) {
                    assertEquals(
                            sorted[(int) Math.round(share * (size - 1))],
                            Plane.quantile(values.clone(), size, share),
                            share + " of " + Arrays.toString(sorted));
                }
            }
        }
    }

    @Test
    void aQuantileOfTheFirstValuesDoesNotSeeTheOthers() {
        assertEquals(3, Plane.quantile(new float[] {3, 1, 2, -9, 9, 9}, 3, 1));
        assertEquals(1, Plane.quantile(new float[] {3, 1, 2, -9, 9, 9}, 3, 0));
    }

    @Test
    void askingAPlaneForAQuantileLeavesItAsItIs() {
        Plane plane = new Plane(3, 2, new float[] {6, 1, 5, 2, 4, 3});
        assertEquals(4, plane.quantile(0.5));
        assertArrayEquals(new float[] {6, 1, 5, 2, 4, 3}, plane.values());
    }

    @Test
    void aPlaneHoldsExactlyItsPixels() {
        assertThrows(IllegalArgumentException.class, () -> new Plane(3, 2, new float[5]));
        assertThrows(IllegalArgumentException.class, () -> new Plane(0, 2, new float[0]));
        assertThrows(IllegalArgumentException.class, () -> new Plane(2, 0, new float[0]));
        assertEquals(6, new Plane(3, 2, new float[] {1, 2, 3, 4, 5, 6}).at(2, 1));
    }
}
