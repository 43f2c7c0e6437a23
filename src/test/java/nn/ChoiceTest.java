package nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTest {

    @Test
    void orStandsBeforeTheLast() {
        assertEquals("a, b or c", Choice.of(List.of("a", "b", "c")));
        assertEquals("a or b", Choice.of(List.of("a", "b")));
        assertEquals("a", Choice.of(List.of("a")));
        assertEquals("", Choice.of(List.of()));
    }
}
