package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import nn.eval.Prediction;
import nn.pictures.Answer;
import org.junit.jupiter.api.Test;

class PredictionTextTest {

    private static final List<String> NAMES = List.of("0", "1", "2");
    private static final Prediction TWO = new Prediction(2, 0.9921, List.of(0.0069, 0.001, 0.9921), 1);

    @Test
    void aLineHasDigitProbabilityAndFile() {
        assertEquals("2   99.2 %  photo.jpg\n", PredictionText.line("photo.jpg", TWO, NAMES, 1));
        assertEquals(
                "0  100.0 %  a\\nb\n",
                PredictionText.line("a\nb", new Prediction(0, 1, List.of(1.0, 0.0, 0.0), 1), NAMES, 1));
    }

    @Test
    void theNextProbableOnesStandBesideIt() {
        assertEquals("2   99.2 %  0   0.7 %  photo.jpg\n", PredictionText.line("photo.jpg", TWO, NAMES, 2));
        assertEquals("2   99.2 %  0   0.7 %  1   0.1 %  photo.jpg\n", PredictionText.line("photo.jpg", TWO, NAMES, 9));
    }

    @Test
    void aCsvLineHasTheSameFieldsForAnsweredAndFailedOnes() {
        assertEquals("file,digit,probability,error,warnings\n", PredictionText.csvHeader());
        assertEquals(
                "photo.jpg,2,0.992100,,low confidence; touches\n",
                PredictionText.csvLine(
                        answer("photo.jpg", Optional.of(TWO), Optional.empty(), "low confidence", "touches"), NAMES));
        assertEquals(
                "x.png,,,x.png: is empty; save it,\n",
                PredictionText.csvLine(
                        answer("x.png", Optional.empty(), Optional.of("x.png: is empty; save it")), NAMES));
    }

    @Test
    void aCsvFieldIsQuotedWhereItMust() {
        assertEquals(
                "\"a,b\",2,0.992100,,\n",
                PredictionText.csvLine(answer("a,b", Optional.of(TWO), Optional.empty()), NAMES));
        assertEquals(
                "\"a \"\"b\"\"\",2,0.992100,,\n",
                PredictionText.csvLine(answer("a \"b\"", Optional.of(TWO), Optional.empty()), NAMES));
        assertEquals(
                "\"a\nb\",2,0.992100,,\n",
                PredictionText.csvLine(answer("a\nb", Optional.of(TWO), Optional.empty()), NAMES));
    }

    private static Answer answer(
            String file, Optional<Prediction> prediction, Optional<String> error, String... warnings) {
        return new Answer(file, prediction, Optional.empty(), error, List.of(warnings), Optional.empty(), List.of());
    }
}
