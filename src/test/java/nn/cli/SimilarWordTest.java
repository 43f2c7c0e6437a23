package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarWordTest {

    private static final List<String> WORDS = List.of(
            "train",
            "eval",
            "predict",
            "fast",
            "accurate",
            "--learning-rate",
            "--data",
            "--data-ink",
            "--top",
            "-q",
            "-v");

    @ParameterizedTest
    @CsvSource({
        "rtain, train",
        "tran, train",
        "traain, train",
        "trein, train",
        "TRAIN, train",
        "predcit, predict",
        "acc, accurate",
        "fats, fast",
        "--lerning-rate, --learning-rate",
        "--learnign-rat=1, --learning-rate",
        "--learning, --learning-rate",
        "--date, --data"
    })
    void oneThatNeedsFewChangesIsMeant(String typed, String meant) {
        assertEquals(Optional.of(meant), SimilarWord.of(typed, WORDS));
    }

    @ParameterizedTest
    @CsvSource({"hlep", "x", "trousers", "tr", "--tip-toe", "-x"})
    void anotherWordIsNot(String typed) {
        assertEquals(Optional.empty(), SimilarWord.of(typed, WORDS));
    }

    @Test
    void theNearestIsMeant() {
        assertEquals(Optional.of("abcdef"), SimilarWord.of("abcdeg", List.of("abcxyf", "abcdef", "abcdxx")));
    }
}
