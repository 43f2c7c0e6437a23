package nn.pictures;

import nn.eval.Prediction;
import nn.image.prepare.Candidate;
import nn.image.prepare.PreparedDigit;

/**
 * How likely a candidate is the digit of its picture, rightly read.
 *
 * @param candidate  what the digit could be
 * @param prediction what the network says of it
 * @param score      the probability that this is the picture's digit and that the answer is right, in [0, 1]
 */
public record Judgment(Candidate candidate, Prediction prediction, double score) {

    /** The network's word and the shape's, added up as log odds. The weights were fitted by {@code scripts/fit-judgment.py}. */
    static Judgment of(Candidate candidate, Prediction prediction) {
        double odds = Weights.BIAS
                + Weights.CLASS * logit(prediction.probability())
                + Weights.DIGIT * logit(prediction.digitProbability())
                + Weights.EXPLAINED * candidate.explained()
                + Weights.CONTRAST * candidate.contrast()
                + Weights.SIZE * Math.log(candidate.size())
                + Weights.PEN * candidate.pen()
                + Weights.EDGE * (candidate.digit().warnings().contains(PreparedDigit.TOUCHES_EDGE) ? 1 : 0)
                + Weights.SEVERAL * (candidate.digit().warnings().contains(PreparedDigit.SEVERAL_DIGITS) ? 1 : 0)
                + Weights.KIND[candidate.kind().ordinal()];
        return new Judgment(candidate, prediction, 1 / (1 + Math.exp(-odds)));
    }

    private static double logit(double probability) {
        double inside = Math.min(1 - 1e-6, Math.max(1e-6, probability));
        return Math.log(inside / (1 - inside));
    }
}
