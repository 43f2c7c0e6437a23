package nn.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nn.image.prepare.Candidate;
import nn.image.prepare.PreparedDigit;
import org.junit.jupiter.api.Test;

class JudgmentTest {

    private static double score(Candidate candidate, double probability) {
        return Judgment.of(candidate, Judgments.prediction(3, probability)).score();
    }

    @Test
    void thereIsAWeightForEachTraitAndKind() {
        assertEquals(
                JudgmentWeights.CANDIDATE.length,
                Judgment.traits(Judgments.candidate(1), Judgments.prediction(3, 0.9)).length);
        assertEquals(JudgmentWeights.KIND.length, Candidate.Kind.values().length);
    }

    @Test
    void aProbableDigitThatExplainsTheInkIsLikely() {
        double usual = score(Judgments.candidate(0.9), 0.9);
        assertTrue(usual < score(Judgments.candidate(0.9), 0.999));
        assertTrue(usual > score(Judgments.candidate(0.3), 0.9));
        assertTrue(usual > score(Judgments.candidate(0.9, PreparedDigit.TOUCHES_EDGE), 0.9));
    }
}
