package nn.pictures;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which digit is in a picture, by all candidates together. A digit is in most ways to look at a picture; what only looks like one
 * is in few.
 *
 * @param judged      all candidates, the best first
 * @param best        the best candidate with the digit that answers
 * @param other       the best candidate with another digit, if there is one
 * @param probability that the answer is right, in (0, 1)
 * @param digitProbability that there is a digit in the picture, in (0, 1)
 */
record Verdict(
        List<Judgment> judged, Judgment best, Optional<Judgment> other, double probability, double digitProbability) {

    /**
     * Weighs candidates.
     *
     * @param judged at least one
     */
    static Verdict of(List<Judgment> judged) {
        Tally tally = Tally.of(judged);
        double[] traits = tally.traits();
        return new Verdict(
                judged.stream()
                        .sorted(Comparator.comparingDouble(Judgment::score).reversed())
                        .toList(),
                tally.first().best(),
                tally.other(),
                LogOdds.probability(LogOdds.sum(JudgmentWeights.RIGHT, traits)),
                LogOdds.probability(LogOdds.sum(JudgmentWeights.DIGIT, traits)));
    }

    /** Whether the picture is said to show no digit. */
    boolean isNoDigit() {
        return digitProbability < JudgmentWeights.NO_DIGIT;
    }
}
