package nn.pictures;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nn.image.prepare.PreparedDigit;

/**
 * Which digit is in a picture, by all candidates together. A digit is in most ways to look at a picture; what only looks like one
 * is in few.
 *
 * @param judged      all candidates, the best first
 * @param best        the best candidate with the digit that answers
 * @param other       the best candidate with another digit, if there is one
 * @param probability that the answer is right, in (0, 1)
 */
record Verdict(List<Judgment> judged, Judgment best, Optional<Judgment> other, double probability) {

    /** A piece of a line looks like this digit. */
    private static final int ONE = 1;

    /**
     * Weighs candidates.
     *
     * @param judged at least one
     */
    static Verdict of(List<Judgment> judged) {
        Map<Integer, Votes> byDigit = new TreeMap<>();
        double total = 0;
        for (Judgment judgment : judged) {
            byDigit.merge(judgment.prediction().digit(), Votes.of(judgment), Votes::plus);
            total += judgment.score();
        }
        double all = total;
        List<Votes> ranked = byDigit.values().stream()
                .sorted(Comparator.comparingDouble((Votes votes) -> votes.rank(all))
                        .reversed())
                .toList();
        Votes first = ranked.get(0);
        Optional<Judgment> other =
                ranked.stream().skip(1).map(Votes::best).max(Comparator.comparingDouble(Judgment::score));
        double[] traits = traits(first, other, judged, total);
        List<Judgment> bestFirst = judged.stream()
                .sorted(Comparator.comparingDouble(Judgment::score).reversed())
                .toList();
        return new Verdict(
                bestFirst, first.best(), other, LogOdds.probability(LogOdds.sum(JudgmentWeights.PICTURE, traits)));
    }

    /** What the weights are for, in their order. */
    private static double[] traits(Votes first, Optional<Judgment> other, List<Judgment> judged, double total) {
        double count = judged.size();
        long likeDigits = judged.stream().filter(Verdict::likeDigit).count();
        return new double[] {
            1,
            LogOdds.of(first.best.score()),
            first.sum / count,
            share(first, total),
            LogOdds.of(other.map(Judgment::score).orElse(0.001)),
            likeDigits / count,
            LogOdds.of(first.best.prediction().probability()),
            LogOdds.of(first.best.prediction().digitProbability()),
            first.best.candidate().contrast(),
            first.best.candidate().explained(),
            first.best.candidate().digit().warnings().contains(PreparedDigit.TOUCHES_EDGE) ? 1 : 0,
            first.likeDigits / count,
            first.best.prediction().digit() == ONE ? 1 : 0
        };
    }

    /** Whether it is likelier that there is no digit in the picture. */
    boolean isNoDigit() {
        return probability < JudgmentWeights.NO_DIGIT;
    }

    private static double share(Votes votes, double total) {
        return Math.log(votes.sum / total + 1e-3);
    }

    private static boolean likeDigit(Judgment judgment) {
        return judgment.prediction().digitProbability() > 0.5;
    }

    /** The candidates with one digit. */
    private record Votes(Judgment best, double sum, int likeDigits) {

        static Votes of(Judgment judgment) {
            return new Votes(judgment, judgment.score(), likeDigit(judgment) ? 1 : 0);
        }

        Votes plus(Votes more) {
            Judgment better = more.best.score() > best.score() ? more.best : best;
            return new Votes(better, sum + more.sum, likeDigits + more.likeDigits);
        }

        double rank(double total) {
            return LogOdds.of(best.score()) + share(this, total);
        }
    }
}
