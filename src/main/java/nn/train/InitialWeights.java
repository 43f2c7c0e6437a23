package nn.train;

import nn.json.Named;
import nn.model.Initializer;

/**
 * How the weights start.
 *
 * @param label {@code he}, {@code xavier}, or a standard deviation such as {@code 0.01}
 * @param initializer what the label means
 */
public record InitialWeights(String label, Initializer initializer) implements Named {

    /** The usual choice for ReLU. */
    public static final InitialWeights HE = new InitialWeights("he", Initializer.HE);

    /** @throws IllegalArgumentException if there is no such label */
    public static InitialWeights named(String label) {
        return switch (label) {
            case "he" -> HE;
            case "xavier" -> new InitialWeights(label, Initializer.XAVIER);
            default -> new InitialWeights(label, new Initializer.Normal(deviation(label)));
        };
    }

    private static double deviation(String label) {
        double deviation;
        try {
            deviation = Double.parseDouble(label);
        } catch (NumberFormatException e) {
            deviation = Double.NaN;
        }
        Limits.require(
                deviation >= 0 && deviation < Double.POSITIVE_INFINITY,
                "init",
                label,
                "he, xavier or a standard deviation such as 0.01");
        return deviation;
    }
}
