package nn.lesson;

import java.util.Arrays;
import java.util.List;

/**
 * A number, a vector or a matrix of doubles, which a lesson shows and compares.
 *
 * @param shape {@code []}, {@code [length]} or {@code [rows, columns]}
 * @param values row by row
 */
public record Numbers(List<Integer> shape, List<Double> values) {

    public Numbers {
        shape = List.copyOf(shape);
        values = List.copyOf(values);
        int count = shape.stream().reduce(1, Math::multiplyExact);
        if (count != values.size()) {
            throw new IllegalArgumentException(
                    "a shape of %s holds %d numbers, not %d".formatted(shape, count, values.size()));
        }
    }

    public static Numbers of(double value) {
        return new Numbers(List.of(), List.of(value));
    }

    public static Numbers of(double[] vector) {
        return new Numbers(List.of(vector.length), Arrays.stream(vector).boxed().toList());
    }

    public static Numbers of(double[][] matrix) {
        return new Numbers(
                List.of(matrix.length, matrix[0].length),
                Arrays.stream(matrix).flatMapToDouble(Arrays::stream).boxed().toList());
    }

    /** The numbers of a vector, or the rows of a matrix. */
    public List<Numbers> parts() {
        List<Integer> rest = shape.subList(1, shape.size());
        int size = values.size() / shape.get(0);
        return java.util.stream.IntStream.range(0, shape.get(0))
                .mapToObj(i -> new Numbers(rest, values.subList(i * size, (i + 1) * size)))
                .toList();
    }

    /**
     * The largest absolute difference of corresponding numbers. NaN equals NaN. It is infinite between NaN and other numbers,
     * and between different shapes.
     */
    public double distance(Numbers other) {
        if (!shape.equals(other.shape)) {
            return Double.POSITIVE_INFINITY;
        }
        double largest = 0;
        for (int i = 0; i < values.size(); i++) {
            largest = Math.max(largest, distance(values.get(i), other.values.get(i)));
        }
        return largest;
    }

    private static double distance(double a, double b) {
        if (Double.compare(a, b) == 0) {
            return 0;
        }
        double difference = Math.abs(a - b);
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
    }
}
