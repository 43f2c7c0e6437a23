package nn.lesson;

/**
 * An axis of a panel.
 *
 * @param key the key of its label, which names the unit
 * @param scale the kind of scale; on a logarithmic one {@code min} must be above 0
 */
public record Axis(String key, double min, double max, Scale scale) {

    /** The kind of scale: linear, linear with whole numbers, or logarithmic. */
    public enum Scale {
        LINEAR,
        COUNT,
        LOGARITHMIC
    }

    public Axis {
        if (!(min < max) || scale == Scale.LOGARITHMIC && !(min > 0)) {
            throw new IllegalArgumentException("an axis cannot go from " + min + " to " + max);
        }
    }

    static Axis of(String key, double min, double max) {
        return new Axis(key, min, max, Scale.LINEAR);
    }

    static Axis count(String key, double max) {
        return new Axis(key, 0, max, Scale.COUNT);
    }

    static Axis logarithmic(String key, double min, double max) {
        return new Axis(key, min, max, Scale.LOGARITHMIC);
    }

    /** The position of a value: 0 at the start, 1 at the end. */
    public double position(double value) {
        return scale == Scale.LOGARITHMIC
                ? Math.log(Math.max(value, Double.MIN_NORMAL) / min) / Math.log(max / min)
                : (value - min) / (max - min);
    }
}
