package nn.pictures;

import nn.eval.Prediction;
import nn.image.prepare.Candidate;
import nn.image.prepare.PreparedDigit;

/**
 * How likely a candidate is the digit of its picture, rightly read.
 *
 * @param candidate  what the digit could be
 * @param prediction what the network says of it
 * @param score      the probability, by itself, that it is the picture's digit and that the answer is right, in (0, 1)
 */
public record Judgment(Candidate candidate, Prediction prediction, double score) {

    /** A digit smaller than this share of what was looked at is rare. */
    private static final double SMALL = 0.25;
    /** A pen wider than this share of the digit is rare. */
    private static final double FAT = 0.2;

    /** Judges a candidate: what the network says and what its shape says, added up as log odds. */
    static Judgment of(Candidate candidate, Prediction prediction) {
        return new Judgment(
                candidate,
                prediction,
                LogOdds.probability(LogOdds.sum(JudgmentWeights.CANDIDATE, traits(candidate, prediction))
                        + JudgmentWeights.KIND[candidate.kind().ordinal()]));
    }

    /** What the weights are for, in their order. */
    static double[] traits(Candidate candidate, Prediction prediction) {
        return new double[] {
            1,
            LogOdds.of(prediction.probability()),
            LogOdds.of(prediction.digitProbability()),
            candidate.explained(),
            candidate.contrast(),
            Math.log(Math.max(0.01, candidate.size())),
            candidate.pen(),
            candidate.digit().warnings().contains(PreparedDigit.TOUCHES_EDGE) ? 1 : 0,
            candidate.digit().warnings().contains(PreparedDigit.SEVERAL_DIGITS) ? 1 : 0,
            Math.min(0, candidate.size() - SMALL),
            Math.max(0, candidate.pen() - FAT)
        };
    }
}
