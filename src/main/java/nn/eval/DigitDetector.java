package nn.eval;

/**
 * Tells digits from all else: a network with a class for each digit and one more, the last, for what is none.
 *
 * @param network one network with its temperature, which makes its probabilities honest
 * @param threshold images whose probability of being a digit is below it are refused; in [0, 1]
 */
public record DigitDetector(Classifier network, double threshold) {

    /** The name of the last class. */
    public static final String NO_DIGIT = "-";

    public DigitDetector {
        int classes = network.classNames().size();
        if (network.members().size() != 1
                || classes < 2
                || !network.classNames().get(classes - 1).equals(NO_DIGIT)) {
            throw new IllegalArgumentException("a detector is one network whose last class is " + NO_DIGIT);
        }
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("the threshold must be from 0 to 1, not " + threshold);
        }
    }

    /** The probability that an image shows a digit, from the network's outputs {@code [classes]}, which it overwrites. */
    double probabilityInPlace(double[] outputs) {
        network.probabilitiesInPlace(outputs);
        double digit = 0;
        for (int k = 0; k < outputs.length - 1; k++) {
            digit += outputs[k];
        }
        return Math.min(1, digit);
    }
}
