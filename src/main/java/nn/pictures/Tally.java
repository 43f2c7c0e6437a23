package nn.pictures;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nn.image.prepare.PreparedDigit;

/**
 * All candidates of a picture, counted by digit. A digit ranks by its best candidate and by its share of all scores.
 *
 * @param judged all candidates
 * @param first  those with the digit that answers
 * @param other  the best candidate with another digit, if there is one
 * @param total  the sum of all scores
 */
record Tally(List<Judgment> judged, Votes first, Optional<Judgment> other, double total) {

    /** A piece of a line looks like this digit. */
    private static final int ONE = 1;
    /** Stands for the score of another digit where there is none. */
    private static final double NO_OTHER = 0.001;
    /** Keeps the logarithm of a share finite. */
    private static final double LEAST_SHARE = 1e-3;

    /** @param judged at least one */
    static Tally of(List<Judgment> judged) {
        Map<Integer, Votes> byDigit = new TreeMap<>();
        for (Judgment judgment : judged) {
            byDigit.merge(judgment.prediction().digit(), Votes.of(judgment), Votes::plus);
        }
        double total = judged.stream().mapToDouble(Judgment::score).sum();
        List<Votes> ranked = byDigit.values().stream()
                .sorted(Comparator.comparingDouble((Votes votes) -> votes.rank(total))
                        .reversed())
                .toList();
        return new Tally(
                judged,
                ranked.get(0),
                ranked.stream().skip(1).map(Votes::best).max(Comparator.comparingDouble(Judgment::score)),
                total);
    }

    /** What {@link JudgmentWeights#RIGHT} and {@link JudgmentWeights#DIGIT} are for, in their order. */
    double[] traits() {
        double count = judged.size();
        long likeDigits = judged.stream().filter(Tally::isLikeDigit).count();
        Judgment best = first.best;
        return new double[] {
            1,
            LogOdds.of(best.score()),
            first.sum / count,
            first.logShare(total),
            LogOdds.of(other.map(Judgment::score).orElse(NO_OTHER)),
            likeDigits / count,
            LogOdds.of(best.prediction().probability()),
            LogOdds.of(best.prediction().digitProbability()),
            best.candidate().contrast(),
            best.candidate().explained(),
            best.candidate().digit().warnings().contains(PreparedDigit.TOUCHES_EDGE) ? 1 : 0,
            first.likeDigits / count,
            best.prediction().digit() == ONE ? 1 : 0
        };
    }

    private static boolean isLikeDigit(Judgment judgment) {
        return judgment.prediction().digitProbability() > 0.5;
    }

    /**
     * The candidates with one digit.
     *
     * @param best       the one with the highest score
     * @param sum        of their scores
     * @param likeDigits how many of them the detector takes for a digit
     */
    record Votes(Judgment best, double sum, int likeDigits) {

        private static Votes of(Judgment judgment) {
            return new Votes(judgment, judgment.score(), isLikeDigit(judgment) ? 1 : 0);
        }

        private Votes plus(Votes more) {
            Judgment better = more.best.score() > best.score() ? more.best : best;
            return new Votes(better, sum + more.sum, likeDigits + more.likeDigits);
        }

        private double rank(double total) {
            return LogOdds.of(best.score()) + logShare(total);
        }

        private double logShare(double total) {
            return Math.log(sum / total + LEAST_SHARE);
        }
    }
}
