package nn.read;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * How probable each step is on a path through a lattice, where the probability of a path grows with the exponential of its score: by sums
 * over all paths, forward and backward (Rabiner 1989; for conditional random fields Lafferty, McCallum and Pereira 2001).
 */
final class Posterior {

    /**
     * A step of a path: a digit, or a piece that is none.
     *
     * @param from    the piece where it begins
     * @param to      the piece behind it
     * @param segment the index of the segment that it reads; {@link #NONE} for none
     * @param score   log odds
     */
    record Step(int from, int to, int segment, double score) {}

    /** Instead of a segment's index. */
    static final int NONE = -1;

    private final List<Step> steps;
    /** [pieces + 1] the logarithm of the sum over all ways to there. */
    private final double[] before;
    /** [pieces + 1] the same from there. */
    private final double[] after;

    /** @param steps in the order of the pieces where they begin */
    Posterior(List<Step> steps, int pieces) {
        this.steps = steps;
        before = new double[pieces + 1];
        after = new double[pieces + 1];
        Arrays.fill(before, Double.NEGATIVE_INFINITY);
        Arrays.fill(after, Double.NEGATIVE_INFINITY);
        before[0] = 0;
        after[pieces] = 0;
        for (Step step : steps) {
            before[step.to] = sum(before[step.to], before[step.from] + step.score);
        }
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            after[step.from] = sum(after[step.from], after[step.to] + step.score);
        }
    }

    /** That a piece belongs to some digit that a test accepts, by the index of its segment. */
    double probability(int piece, IntPredicate segment) {
        return steps.stream()
                .filter(step ->
                        step.segment != NONE && step.from <= piece && piece < step.to && segment.test(step.segment))
                .mapToDouble(step -> Math.exp(before[step.from] + step.score + after[step.to] - after[0]))
                .sum();
    }

    /** The logarithm of the sum of two numbers that are given as logarithms. */
    static double sum(double a, double b) {
        double most = Math.max(a, b);
        return most == Double.NEGATIVE_INFINITY ? most : most + Math.log1p(Math.exp(Math.min(a, b) - most));
    }
}
