package nn.eval;

/** A 95 % confidence interval of a proportion, in [0, 1]. */
public record Interval(double low, double high) {

    private static final double Z = 1.959963984540054;

    /** The Wilson score interval of {@code successes} among {@code count} (Wilson 1927; Agresti and Coull 1998, equation 2). */
    public static Interval wilson(int successes, int count) {
        if (count < 1 || successes < 0 || successes > count) {
            throw new IllegalArgumentException("%d of %d is not a proportion".formatted(successes, count));
        }
        double p = (double) successes / count;
        double center = p + Z * Z / (2.0 * count);
        double spread = Z * Math.sqrt((p * (1 - p) + Z * Z / (4.0 * count)) / count);
        double scale = 1 + Z * Z / count;
        return new Interval(Math.max(0, (center - spread) / scale), Math.min(1, (center + spread) / scale));
    }
}
