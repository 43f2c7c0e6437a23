package nn.lesson;

/**
 * A parameter of a lesson that is worth turning. Its name is the text {@code dial} of the lesson's resource bundle.
 *
 * @param least the smallest value
 * @param most the largest value
 * @param step the distance of neighboring values
 * @param standard the value to start with
 */
public record Dial(double least, double most, double step, double standard) {

    public Dial {
        if (!(least < most && step > 0 && least <= standard && standard <= most)) {
            throw new IllegalArgumentException(
                    "a dial from %s to %s by %s that starts at %s".formatted(least, most, step, standard));
        }
    }

    /** The nearest value within the bounds. NaN becomes the standard value. */
    public double within(double value) {
        return Double.isNaN(value) ? standard : Math.max(least, Math.min(most, value));
    }
}
