package nn.eval;

/**
 * Whether two classifiers differ on the same examples, by the examples that one gets right and the other wrong: the exact test of McNemar
 * (1947, Psychometrika 12) with the binomial distribution.
 *
 * @param onlyFirstWrong the examples that only the first gets wrong
 * @param onlySecondWrong the examples that only the second gets wrong
 */
public record McNemar(int onlyFirstWrong, int onlySecondWrong) {

    public McNemar {
        if (onlyFirstWrong < 0 || onlySecondWrong < 0) {
            throw new IllegalArgumentException(onlyFirstWrong + " and " + onlySecondWrong + " are not counts");
        }
    }

    /**
     * The probability of a difference at least as large if both were equally good, two-sided: each of the n examples then falls to either
     * side with probability 1/2, so p is twice the probability of at most the smaller count, and at most 1.
     */
    public double p() {
        int n = onlyFirstWrong + onlySecondWrong;
        double sum = 0;
        // The logarithm of n over k, as the terms of many examples are below the smallest double.
        double logTerm = -n * Math.log(2);
        for (int k = 0; k <= Math.min(onlyFirstWrong, onlySecondWrong); k++) {
            sum += Math.exp(logTerm);
            logTerm += Math.log((double) (n - k) / (k + 1));
        }
        return Math.min(1, 2 * sum);
    }
}
