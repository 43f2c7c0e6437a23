package nn.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    /** Newcombe 1998, Statistics in Medicine 17, table I, method 3 (score without continuity correction). */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0, 0.1611", "1, 29, 0.0061, 0.1718"})
    void wilsonAgreesWithThePublishedTable(int successes, int count, double low, double high) {
        Interval interval = Interval.wilson(successes, count);
        assertEquals(low, interval.low(), 5e-5);
        assertEquals(high, interval.high(), 5e-5);
    }

    @Test
    void endsStayWithinZeroAndOne() {
        assertEquals(0, Interval.wilson(0, 7).low(), 1e-16);
        assertEquals(1, Interval.wilson(7, 7).high(), 1e-15);
        assertTrue(Interval.wilson(7, 7).high() <= 1);
    }

    @Test
    void successesAndFailuresMirrorEachOther() {
        assertEquals(
                1 - Interval.wilson(30, 1000).high(), Interval.wilson(970, 1000).low(), 1e-15);
    }

    @Test
    void countsBeyondAThousandMillionDoNotOverflow() {
        Interval interval = Interval.wilson(1 << 30, Integer.MAX_VALUE);
        assertTrue(interval.low() > 0.4999 && interval.high() < 0.5001, interval.toString());
    }

    @Test
    void whatIsNoProportionIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Interval.wilson(0, 0));
        assertThrows(IllegalArgumentException.class, () -> Interval.wilson(-1, 5));
        assertThrows(IllegalArgumentException.class, () -> Interval.wilson(6, 5));
    }
}
