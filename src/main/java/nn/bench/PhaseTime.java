package nn.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one part of a training step takes.
 *
 * @param name of the part, such as {@code forward}
 * @param secondsPerStep the mean over the steps
 * @param share of the whole step's time, 0 to 1
 */
public record PhaseTime(String name, double secondsPerStep, double share) {

    /**
     * The parts in the order of the map.
     *
     * @param seconds of each part, summed over all steps
     * @param steps how many steps these are, at least 1
     */
    public static List<PhaseTime> of(Map<String, Double> seconds, long steps) {
        double whole =
                seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        List<PhaseTime> phases = new ArrayList<>();
        seconds.forEach((name, sum) -> phases.add(new PhaseTime(name, sum / steps, whole == 0 ? 0 : sum / whole)));
        return List.copyOf(phases);
    }
}
