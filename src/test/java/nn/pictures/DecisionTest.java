package nn.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nn.checkpoint.Checkpoint;
import nn.image.prepare.PreparedDigit;
import org.junit.jupiter.api.Test;

/** What is said of a picture, with the detector's threshold of the model that comes with the project. */
class DecisionTest {

    private static final Decision DECISION =
            new Decision(Checkpoint.readClassifier(Path.of("data", "model.safetensors")));
    private static final Judgment EIGHT = Judgments.of(8, 0.3);

    private static Answer answer(Judgment best, double probability) {
        return answer(best, probability, 0.9);
    }

    private static Answer answer(Judgment best, double probability, double digitProbability) {
        return DECISION.ofSearched(
                "a.png",
                new Verdict(List.of(best, EIGHT), best, Optional.of(EIGHT), probability, digitProbability),
                List.of("cut short"));
    }

    @Test
    void theProbabilityIsThatOfAllCandidatesTogether() {
        Answer answer = answer(Judgments.of(3, 0.9), 0.8);
        assertEquals(3, answer.prediction().orElseThrow().digit());
        assertEquals(0.8, answer.prediction().orElseThrow().probability());
        assertEquals(List.of(), answer.warnings());
        assertEquals(Optional.of("the picture"), answer.candidate());
    }

    @Test
    void anUnsureAnswerNamesTheNextDigit() {
        assertEquals(
                List.of("could also be 8", "low confidence"),
                answer(Judgments.of(3, 0.9), 0.69).warnings());
        assertEquals(List.of(), answer(Judgments.of(3, 0.9), 0.7).warnings());
    }

    @Test
    void aTurnIsSaidBeforeOtherDoubts() {
        Judgment upright = Judgments.of(3, 0.9);
        Judgment turned = new Judgment(upright.candidate().turned(1), upright.prediction(), upright.score());
        assertEquals(
                List.of(
                        "lies on its side (or is several digits); read after a turn by 90 degrees",
                        "could also be 8",
                        "low confidence"),
                answer(turned, 0.6).warnings());
    }

    /** What is doubtful about a digit does not matter where there is none. */
    @Test
    void aRefusedPictureHasTheWarningsOfItsReadingOnly() {
        Judgment atEdge = new Judgment(
                Judgments.candidate(1, "cut short", PreparedDigit.TOUCHES_EDGE), Judgments.prediction(3, 0.9), 0.1);
        Answer answer = answer(atEdge, 0.1, 0.1);
        assertTrue(answer.isNoDigit());
        assertEquals(3, answer.refused().orElseThrow().digit());
        assertEquals(
                Optional.of("a.png: no digit found (looks most like 3); show one digit, large and alone"),
                answer.error());
        assertEquals(List.of("cut short"), answer.warnings());
        assertFalse(answer.prediction().isPresent());
    }
}
