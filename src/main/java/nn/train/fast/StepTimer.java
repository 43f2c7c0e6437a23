package nn.train.fast;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Measures how long each phase of the steps takes on the calling thread. A phase includes waiting for other threads. */
final class StepTimer {

    /** In the order of a step. */
    enum Phase {
        INPUTS,
        FORWARD,
        OUTPUTS,
        BACKWARD,
        UPDATE
    }

    private final long[] nanoseconds = new long[Phase.values().length];
    private long last;

    /** Begins the first phase of a step. */
    void start() {
        last = System.nanoTime();
    }

    /** Ends a phase and begins the next one. */
    void end(Phase phase) {
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
