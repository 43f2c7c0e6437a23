package nn.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictionTest {

    private static final Prediction TWO = new Prediction(2, 0.6, List.of(0.3, 0.1, 0.6), 0.8);

    private static double sum(Prediction prediction) {
        return prediction.probabilities().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 0.6, 0.99, 1})
    void anotherProbabilityLeavesTheOthersTheirProportions(double probability) {
        Prediction changed = TWO.withProbability(probability, 0.9);
        assertEquals(2, changed.digit());
        assertEquals(probability, changed.probability());
        assertEquals(probability, changed.probabilities().get(2));
        assertEquals(1, sum(changed), 1e-12);
        assertEquals(3 * changed.probabilities().get(1), changed.probabilities().get(0), 1e-12);
        assertEquals(0.9, changed.digitProbability());
    }

    @Test
    void aCertainAnswerLeavesAllOthersTheSame() {
        Prediction certain = new Prediction(1, 1, List.of(0.0, 1.0, 0.0), 1);
        assertEquals(List.of(0.2, 0.6, 0.2), certain.withProbability(0.6, 1).probabilities());
    }

    @Test
    void theRankingBeginsWithTheMostProbable() {
        assertEquals(List.of(2, 0, 1), TWO.ranking());
    }
}
