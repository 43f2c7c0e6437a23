package nn.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class McNemarTest {

    /** By hand: 2 (1 + 10 + 45) / 2^10. */
    @Test
    void twoAgainstEightIsTwiceTheLowerTail() {
        assertEquals(0.109375, new McNemar(2, 8).p(), 1e-12);
        assertEquals(0.109375, new McNemar(8, 2).p(), 1e-12);
    }

    /** In exact fractions: 2 sum of (68 over k) for k up to 27, by 2^68. */
    @Test
    void theExampleOfTheManual() {
        assertEquals(0.1142543068, new McNemar(27, 41).p(), 1e-9);
    }

    @Test
    void equalCountsAndNoDifferenceAreNoEvidence() {
        assertEquals(1, new McNemar(0, 0).p());
        assertEquals(1, new McNemar(5, 5).p());
    }

    @Test
    void manyExamplesDoNotUnderflow() {
        assertEquals(1, new McNemar(5000, 5000).p(), 1e-9);
        double p = new McNemar(4800, 5200).p();
        assertTrue(p > 6e-5 && p < 6.6e-5, () -> String.valueOf(p));
    }

    @Test
    void countsAreNotNegative() {
        assertThrows(IllegalArgumentException.class, () -> new McNemar(-1, 3));
    }
}
