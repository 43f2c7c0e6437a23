package nn.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The time of one phase of a training step.
 *
 * @param name of the phase, such as {@code forward}
 * @param secondsPerStep the mean over the steps
 * @param share of the whole step's time, 0 to 1
 */
public record PhaseTime(String name, double secondsPerStep, double share) {

    /**
     * The phases in the order of the map.
     *
     * @param seconds of each phase, summed over all steps
     * @param steps the number of steps, at least 1
     */
    public static List<PhaseTime> of(Map<String, Double> seconds, long steps) {
        double whole =
                seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        List<PhaseTime> phases = new ArrayList<>();
        seconds.forEach((name, sum) -> phases.add(new PhaseTime(name, sum / steps, whole == 0 ? 0 : sum / whole)));
        return List.copyOf(phases);
    }
}
