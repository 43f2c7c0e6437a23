package nn.lesson;

/**
 * An axis of a panel.
 *
 * @param key of its label, with the unit
 * @param logarithmic whether equal distances are equal ratios; then {@code min} is above 0
 */
public record Axis(String key, double min, double max, boolean logarithmic) {

    public Axis {
        if (!(min < max) || logarithmic && !(min > 0)) {
            throw new IllegalArgumentException("an axis cannot go from " + min + " to " + max);
        }
    }

    static Axis of(String key, double min, double max) {
        return new Axis(key, min, max, false);
    }

    static Axis logarithmic(String key, double min, double max) {
        return new Axis(key, min, max, true);
    }

    /** Where a value lies: 0 at the start, 1 at the end. */
    public double position(double value) {
        return logarithmic ? Math.log(Math.max(value, Double.MIN_NORMAL) / min) / Math.log(max / min)
                : (value - min) / (max - min);
    }
}
