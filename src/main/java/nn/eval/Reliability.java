package nn.eval;

import java.util.ArrayList;
import java.util.List;
import nn.eval.ScoredData.Outcome;

/**
 * How well a classifier's probabilities agree with how often it is right: the answers in bins by their probability (Guo et al. 2017,
 * arXiv 1706.04599, section 2).
 *
 * @param bins of equal width from 0 to 1, without the empty ones
 * @param expectedCalibrationError the mean distance between probability and accuracy, in [0, 1] (equation 3)
 */
public record Reliability(List<Bin> bins, double expectedCalibrationError) {

    /** As many as in the paper. */
    static final int BINS = 15;

    /**
     * The answers with similar probabilities.
     *
     * @param count at least 1
     * @param probability their mean probability
     * @param accuracy the share of right ones
     */
    public record Bin(int count, double probability, double accuracy) {}

    public Reliability {
        bins = List.copyOf(bins);
    }

    /** The reliability of a classifier's answers for data that it was not trained on. */
    public static Reliability of(ScoredData scored) {
        return of(scored.outcomes());
    }

    static Reliability of(List<Outcome> outcomes) {
        int[] counts = new int[BINS];
        int[] right = new int[BINS];
        double[] sums = new double[BINS];
        for (Outcome outcome : outcomes) {
            // A bin holds its upper end: (low, high].
            int bin = Math.max(0, Math.min(BINS - 1, (int) Math.ceil(outcome.probability() * BINS) - 1));
            counts[bin]++;
            right[bin] += outcome.right() ? 1 : 0;
            sums[bin] += outcome.probability();
        }
        List<Bin> bins = new ArrayList<>();
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            if (counts[bin] > 0) {
                bins.add(new Bin(counts[bin], sums[bin] / counts[bin], (double) right[bin] / counts[bin]));
                error += Math.abs(sums[bin] - right[bin]) / outcomes.size();
            }
        }
        return new Reliability(bins, error);
    }
}
