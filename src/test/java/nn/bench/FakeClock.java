package nn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A clock that moves only as a test says. */
final class FakeClock {

    /** The time between two measurements. It is long, so that a wrong starting point is noticed. */
    private static final double GAP = 5000;

    private final double[] jumps;
    private int reading;
    private long nanoTime = 123_456_789_000L;

    private FakeClock(double... jumps) {
        this.jumps = jumps;
    }

    /** A clock that moves only by {@link #pass}. */
    static FakeClock still() {
        return new FakeClock();
    }

    /** A clock that moves by the given seconds before the first reading, the second, and so on. */
    static FakeClock jumping(double... seconds) {
        return new FakeClock(seconds);
    }

    /** A clock that gives measurements, of two readings each, the given results. */
    static FakeClock measuring(double... seconds) {
        double[] jumps = new double[2 * seconds.length];
        for (int i = 0; i < seconds.length; i++) {
            jumps[2 * i] = GAP;
            jumps[2 * i + 1] = seconds[i];
        }
        return new FakeClock(jumps);
    }

    void pass(double seconds) {
        nanoTime += Math.round(seconds * 1e9);
    }

    private long read() {
        if (jumps.length > 0) {
            assertTrue(reading < jumps.length, "the clock is read more often than was expected");
            pass(jumps[reading]);
        }
        reading++;
        return nanoTime;
    }

    Stopwatch stopwatch() {
        return new Stopwatch(this::read);
    }

    void assertUsedUp() {
        assertEquals(jumps.length, reading, "readings of the clock");
    }
}
