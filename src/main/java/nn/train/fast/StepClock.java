package nn.train.fast;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Where the time of the steps goes, by the clock of the thread that makes them; waiting for other threads is part of each phase. */
final class StepClock {

    /** A part of a step, in the order of the step. */
    enum Phase {
        INPUTS,
        FORWARD,
        OUTPUTS,
        BACKWARD,
        UPDATE
    }

    private final long[] nanoseconds = new long[Phase.values().length];
    private long last;

    /** What follows belongs to the next {@link #lap}. */
    void start() {
        last = System.nanoTime();
    }

    /** What went on since the start or the last lap was this phase. */
    void lap(Phase phase) {
        long now = System.nanoTime();
        nanoseconds[phase.ordinal()] += now - last;
        last = now;
    }

    /** The seconds of each phase so far, by its name. */
    Map<String, Double> seconds() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (Phase phase : Phase.values()) {
            seconds.put(phase.name().toLowerCase(Locale.ROOT), nanoseconds[phase.ordinal()] / 1e9);
        }
        return seconds;
    }
}
