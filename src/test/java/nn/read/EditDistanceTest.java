package nn.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

    private static List<Integer> letters(String word) {
        return word.chars().boxed().toList();
    }

    /** Worked by hand; the first is the classic example. */
    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "2026, 2026, 0", "2026, 026, 1", "2026, 20226, 1", "12, 21, 2"})
    void isTheFewestInsertionsDeletionsAndReplacements(String truth, String reading, int distance) {
        assertEquals(distance, EditDistance.of(letters(truth), letters(reading)));
        assertEquals(distance, EditDistance.of(letters(reading), letters(truth)));
    }

    @Test
    void ofNothingIsTheLength() {
        assertEquals(3, EditDistance.of(letters("123"), List.of()));
        assertEquals(0, EditDistance.of(List.of(), List.of()));
    }
}
