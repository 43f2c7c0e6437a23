package nn.bench;

import java.util.List;

/**
 * Several measurements of one thing.
 *
 * @param median the middle one; of an even number the mean of the two in the middle
 * @param least the smallest
 * @param most the largest
 * @param count how many there are
 */
public record Spread(double median, double least, double most, int count) {

    /** @throws IllegalArgumentException if there are none */
    public static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no measurements have no median");
        }
        List<Double> sorted = values.stream().sorted().toList();
        double median = (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1), sorted.size());
    }
}
