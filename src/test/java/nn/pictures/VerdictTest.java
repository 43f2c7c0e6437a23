package nn.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static Verdict of(Judgment... judgments) {
        return Verdict.of(List.of(judgments));
    }

    private static int answer(Verdict verdict) {
        return verdict.best().prediction().digit();
    }

    @Test
    void theHighestScoreAnswers() {
        Judgment high = Judgments.of(3, 0.9);
        Judgment low = Judgments.of(8, 0.4);
        assertEquals(high, of(low, high).best());
        assertEquals(Optional.of(low), of(low, high).other());
    }

    @Test
    void aDigitThatIsSeenInManyWaysBeatsOneHighScore() {
        List<Judgment> judged = new ArrayList<>(Collections.nCopies(6, Judgments.of(3, 0.6)));
        judged.add(Judgments.of(8, 0.8));
        Verdict verdict = Verdict.of(judged);
        assertEquals(3, answer(verdict));
        assertEquals(8, verdict.other().orElseThrow().prediction().digit());
        assertEquals(8, answer(Verdict.of(judged.subList(5, 7))), "one way against one");
    }

    @Test
    void allCandidatesAreListedTheBestFirst() {
        List<Double> scores = of(Judgments.of(3, 0.2), Judgments.of(8, 0.8), Judgments.of(3, 0.9), Judgments.of(1, 0.1))
                .judged()
                .stream()
                .map(Judgment::score)
                .toList();
        assertEquals(List.of(0.9, 0.8, 0.2, 0.1), scores);
    }

    @Test
    void theNextDigitIsTheOneWithTheBestCandidate() {
        Verdict verdict = of(Judgments.of(3, 0.9), Judgments.of(3, 0.8), Judgments.of(1, 0.2), Judgments.of(8, 0.3));
        assertEquals(8, verdict.other().orElseThrow().prediction().digit());
        assertTrue(of(Judgments.of(3, 0.9)).other().isEmpty());
    }

    @Test
    void agreementMakesTheAnswerProbableAndContradictionDoesNot() {
        Verdict alone = Verdict.of(Collections.nCopies(6, Judgments.of(3, 0.8)));
        List<Judgment> contradicted = new ArrayList<>(Collections.nCopies(3, Judgments.of(3, 0.8)));
        contradicted.addAll(Collections.nCopies(3, Judgments.of(8, 0.7)));
        assertTrue(alone.probability() > Verdict.of(contradicted).probability());
        assertFalse(alone.isNoDigit(), alone::toString);
    }

    @Test
    void whatIsNowhereLikelyIsNoDigit() {
        Verdict verdict = of(Judgments.of(3, 0.02), Judgments.of(8, 0.02), Judgments.of(1, 0.02));
        assertTrue(verdict.isNoDigit(), verdict::toString);
    }
}
