package nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The strip of displacements, and the choice of fields from it. */
class ElasticFieldTest {

    @Test
    void elasticFieldIsAsSmoothAsAsked() {
        int[] values = ElasticField.of(28, 28, 4, 3).values();
        double square = 0;
        double below = 0;
        double beside = 0;
        int pairs = 0;
        for (int i = 0; i + 4 * 28 < values.length; i++) {
            square += (double) values[i] * values[i];
            below += (double) values[i] * values[i + 4 * 28];
            if (i % 28 < 24) {
                beside += (double) values[i] * values[i + 4];
                pairs++;
            }
        }
        double expected = Math.exp(-0.25);
        int all = values.length - 4 * 28;
        assertEquals(expected, below / square, 0.05, "correlation at a distance of sigma, exp(-d^2 / (4 sigma^2))");
        assertEquals(expected, beside / pairs / (square / all), 0.05, "the same along a row");
    }

    /** Displacements have the requested deviation along each axis, with any smoothing. */
    @Test
    void elasticFieldHasItsDeviation() {
        for (double smoothing : new double[] {0, 1, 4, 8}) {
            int[] values = ElasticField.of(28, 28, smoothing, 3).values();
            double square = 0;
            for (int value : values) {
                square += (double) value * value / values.length / 65_536;
            }
            assertEquals(1, Math.sqrt(square), 0.15, "smoothing " + smoothing);
        }
    }

    /** 4681 fields of 28 rows. Each starts at another row. */
    @Test
    void everyFieldIsChosenEquallyOften() {
        ElasticField field = ElasticField.of(28, 28, 4, 3);
        int fields = field.values().length / 28 - 27;
        assertEquals((1 << 17) / 28, fields);
        SplittableRandom random = new SplittableRandom(1);
        Set<Integer> starts = new HashSet<>();
        double mean = 0;
        for (int i = 0; i < 100_000; i++) {
            int start = field.start(random.nextLong());
            assertEquals(0, start % 28);
            assertTrue(start >= 0 && start / 28 < fields, "start " + start);
            starts.add(start);
            mean += start / 28 / 100_000.0;
        }
        assertEquals(fields, starts.size());
        assertEquals((fields - 1) / 2.0, mean, 5 * fields / Math.sqrt(12 * 100_000));
    }

    @Test
    void anImageOfAnySizeHasFieldsToChooseFrom() {
        for (int[] size : new int[][] {{1, 1}, {1, 40}, {28, 28}, {300, 200}, {4096, 1}, {50, 4096}}) {
            ElasticField field = ElasticField.of(size[0], size[1], 1, 3);
            int last = field.start(-1L);
            assertEquals(field.values().length, last + size[0] * size[1], size[0] + " x " + size[1]);
            assertEquals(0, field.start(0xffff_ffffL));
            assertTrue(last >= (4 * size[0] - 1) * size[1], size[0] + " x " + size[1]);
        }
    }
}
