package nn.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nn.data.DataSet;
import nn.eval.Classifier;
import nn.eval.DigitDetector;
import nn.eval.Evaluator;
import nn.eval.Scorer;
import nn.eval.Scores;
import nn.model.WorkerTeam;

/**
 * How well different scores tell digits from images without one. Besides the detector's probability these are scores that any classifier has:
 * its largest probability (Hendrycks and Gimpel 2017, arXiv 1610.02136) and the negative energy of its logits, ln of the sum of e^logit
 * (Liu et al. 2020, arXiv 2010.03759, equation 4 at temperature 1).
 */
public final class ScoreComparison {

    private static final double DIGITS_REFUSED = 0.001;

    /**
     * One score.
     *
     * @param auroc the probability that a digit has a larger score than an image without one, ties counted half
     * @param refused the share of the images without a digit that are refused where one digit in a thousand is
     */
    public record Row(String score, double auroc, double refused) {}

    private ScoreComparison() {}

    /**
     * Compares the scores of a model that has a detector.
     *
     * @param digits that neither the model nor its detector has seen
     * @param noDigits how many images without a digit are drawn, with the help of the digits
     */
    public static List<Row> of(Classifier model, DataSet digits, int noDigits, long seed, int threads) {
        DigitDetector detector = model.detector()
                .orElseThrow(() -> new IllegalArgumentException("the model has no detector to compare"));
        List<Row> rows = new ArrayList<>();
        try (WorkerTeam team = new WorkerTeam(threads);
                Evaluator evaluator = new Evaluator(threads)) {
            DataSet others = DetectorData.noDigits(digits, noDigits, seed, team);
            rows.add(row(
                    "detector",
                    evaluator.digitProbabilities(detector, digits),
                    evaluator.digitProbabilities(detector, others)));
            Scorer scorer = new Scorer(model, team);
            double[][] ofDigits = scores(model, scorer.score(model, digits));
            double[][] ofOthers = scores(model, scorer.score(model, others));
            rows.add(row("largest probability", ofDigits[0], ofOthers[0]));
            rows.add(row("energy", ofDigits[1], ofOthers[1]));
        }
        return rows;
    }

    /** The largest probability and the negative energy of each image. */
    private static double[][] scores(Classifier model, Scores outputs) {
        double[][] scores = new double[2][outputs.examples()];
        double[] logits = new double[outputs.classes()];
        for (int i = 0; i < outputs.examples(); i++) {
            outputs.read(i, logits);
            double largest = Arrays.stream(logits).max().orElseThrow();
            scores[1][i] = largest
                    + Math.log(Arrays.stream(logits)
                            .map(logit -> Math.exp(logit - largest))
                            .sum());
            model.probabilitiesInPlace(logits);
            scores[0][i] = Arrays.stream(logits).max().orElseThrow();
        }
        return scores;
    }

    static Row row(String score, double[] digits, double[] others) {
        double[] ascending = digits.clone();
        Arrays.sort(ascending);
        double threshold = ascending[(int) (DIGITS_REFUSED * ascending.length)];
        long refused = Arrays.stream(others).filter(value -> value < threshold).count();
        double wins = 0;
        for (double other : others) {
            wins += (countAbove(ascending, other) + countAbove(ascending, Math.nextDown(other))) / 2.0;
        }
        return new Row(score, wins / others.length / digits.length, (double) refused / others.length);
    }

    /** How many of the ascending values are larger. */
    private static int countAbove(double[] ascending, double value) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] > value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return ascending.length - low;
    }
}
