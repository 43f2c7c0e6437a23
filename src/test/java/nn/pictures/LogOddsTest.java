package nn.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LogOddsTest {

    @Test
    void evenOddsAreZero() {
        assertEquals(0, LogOdds.of(0.5));
        assertEquals(Math.log(3), LogOdds.of(0.75), 1e-12);
        assertEquals(-Math.log(3), LogOdds.of(0.25), 1e-12);
    }

    @Test
    void probabilityIsTheInverse() {
        for (double probability : new double[] {0.001, 0.3, 0.5, 0.999}) {
            assertEquals(probability, LogOdds.probability(LogOdds.of(probability)), 1e-12);
        }
    }

    /** Else one certain answer would outweigh all else. */
    @Test
    void nothingIsMoreCertainThanOneInAMillion() {
        assertEquals(Math.log(999_999), LogOdds.of(1), 1e-6);
        assertEquals(-Math.log(999_999), LogOdds.of(0), 1e-6);
    }

    @Test
    void eachTraitCountsByItsWeight() {
        assertEquals(2 * 3 - 0.5 * 4, LogOdds.sum(new double[] {2, -0.5}, new double[] {3, 4}));
        assertThrows(IllegalArgumentException.class, () -> LogOdds.sum(new double[1], new double[2]));
    }
}
