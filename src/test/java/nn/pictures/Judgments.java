package nn.pictures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nn.eval.Prediction;
import nn.image.prepare.Candidate;
import nn.image.prepare.Candidate.Kind;
import nn.image.prepare.PreparedDigit;

/** Judgments that tests make up. */
final class Judgments {

    private Judgments() {}

    /** A candidate of a usual digit. */
    static Candidate candidate(double explained, String... warnings) {
        PreparedDigit digit = new PreparedDigit(new byte[28 * 28], 28, 28, true, List.of(warnings));
        return new Candidate(Kind.PLAIN, "the picture", digit, 0.5, explained, 0.8, 0.1, 0);
    }

    /** A digit to which the network gives such a probability; it is surely a digit. */
    static Prediction prediction(int digit, double probability) {
        List<Double> probabilities = new ArrayList<>(Collections.nCopies(10, (1 - probability) / 9));
        probabilities.set(digit, probability);
        return new Prediction(digit, probability, probabilities, 0.99);
    }

    static Judgment of(int digit, double score) {
        return new Judgment(candidate(1), prediction(digit, 0.9), score);
    }
}
