package nn.bench;

import java.util.List;

/**
 * Several measurements of one thing.
 *
 * @param median the middle one; of an even number the upper of the two
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
        return new Spread(sorted.get(sorted.size() / 2), sorted.get(0), sorted.get(sorted.size() - 1), sorted.size());
    }
}
