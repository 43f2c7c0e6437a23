package nn.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where one worker's time in the steps goes. Reading the clock costs some 25 ns, a dozen times a step and twice an image that is
 * made.
 */
final class StepClock {

    /** A part of a step, in the order of the step. */
    enum Phase {
        ASSEMBLE, FORWARD, LOSS, BACKWARD, GRADIENT, UPDATE
    }

    private final long[] spent = new long[Phase.values().length];
    private long last;

    /** What follows belongs to the next {@link #lap}. */
    void start() {
        last = System.nanoTime();
    }

    /** What went on since the start or the last lap was this phase. */
    void lap(Phase phase) {
        long now = System.nanoTime();
        spent[phase.ordinal()] += now - last;
        last = now;
    }

    /**
     * The seconds of all workers in each phase, summed, and what is left of their time in the steps: waiting for each other.
     *
     * @param seconds that the steps took, by the clock on the wall
     */
    static Map<String, Double> seconds(List<StepClock> workers, double seconds) {
        Map<String, Double> phases = new LinkedHashMap<>();
        double rest = seconds * workers.size();
        for (Phase phase : Phase.values()) {
            double sum = workers.stream().mapToLong(worker -> worker.spent[phase.ordinal()]).sum() / 1e9;
            phases.put(phase.name().toLowerCase(Locale.ROOT), sum);
            rest -= sum;
        }
        phases.put("wait", Math.max(0, rest));
        return phases;
    }
}
