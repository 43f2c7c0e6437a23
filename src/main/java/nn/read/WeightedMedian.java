package nn.read;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The median of values that count more or less. */
final class WeightedMedian {

    /** A value, and how much it counts. */
    record Counted(double value, long count) {}

    private WeightedMedian() {}

    /** The lowest value with half of all that counts at or below it; 0 if there is none. */
    static double of(Stream<Counted> values) {
        List<Counted> sorted =
                values.sorted(Comparator.comparingDouble(Counted::value)).toList();
        long total = sorted.stream().mapToLong(Counted::count).sum();
        long seen = 0;
        for (Counted each : sorted) {
            seen += each.count;
            if (2 * seen >= total) {
                return each.value;
            }
        }
        return 0;
    }
}
