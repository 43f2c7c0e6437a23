package nn.bench;

import java.util.List;

/**
 * Several measurements of one thing.
 *
 * @param median the middle value, or the mean of the two middle values
 * @param least the smallest
 * @param most the largest
 * @param count the number of measurements
 */
public record Spread(double median, double least, double most, int count) {

    /** @throws IllegalArgumentException if the list is empty */
    public static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no measurements have no median");
        }
        List<Double> sorted = values.stream().sorted().toList();
        double median = (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1), sorted.size());
    }
}
