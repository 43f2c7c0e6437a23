package nn.pictures;

/** Probabilities as the logarithm of their odds, which evidence adds to (logistic regression). */
final class LogOdds {

    /** Nothing is more certain than one in a million. */
    private static final double CERTAIN = 1e-6;

    private LogOdds() {}

    static double of(double probability) {
        double inside = Math.min(1 - CERTAIN, Math.max(CERTAIN, probability));
        return Math.log(inside / (1 - inside));
    }

    static double probability(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }

    /** The sum of weight times trait, of which there must be equally many. */
    static double sum(double[] weights, double[] traits) {
        if (weights.length != traits.length) {
            throw new IllegalArgumentException(weights.length + " weights for " + traits.length + " traits");
        }
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * traits[i];
        }
        return sum;
    }
}
