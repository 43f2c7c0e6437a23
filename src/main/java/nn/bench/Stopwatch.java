package nn.bench;

import java.util.function.LongSupplier;

/**
 * Measures durations with any clock.
 *
 * @param nanoTime gives nanoseconds since some fixed moment
 */
record Stopwatch(LongSupplier nanoTime) {

    static final Stopwatch SYSTEM = new Stopwatch(System::nanoTime);

    /** The current time, to measure from. */
    long start() {
        return nanoTime.getAsLong();
    }

    double secondsSince(long start) {
        return (nanoTime.getAsLong() - start) / 1e9;
    }

    /** Does the work, and returns the seconds that it took. */
    double seconds(Runnable work) {
        long start = start();
        work.run();
        return secondsSince(start);
    }
}
