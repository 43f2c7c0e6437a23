package nn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void medianIsTheMiddleOfWhatWasMeasuredInAnyOrder() {
        assertEquals(new Spread(2, 1, 9, 3), Spread.of(List.of(9.0, 1.0, 2.0)));
        assertEquals(new Spread(2.5, 1, 4, 4), Spread.of(List.of(4.0, 1.0, 3.0, 2.0)));
    }

    @Test
    void nothingMeasuredHasNoMedian() {
        assertThrows(IllegalArgumentException.class, () -> Spread.of(List.of()));
    }

    @Test
    void phasesShareTheStep() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        seconds.put("forward", 3.0);
        seconds.put("wait", 1.0);
        assertEquals(
                List.of(new PhaseTime("forward", 0.3, 0.75), new PhaseTime("wait", 0.1, 0.25)),
                PhaseTime.of(seconds, 10));
    }

    @Test
    void phasesOfNoTimeHaveNoShare() {
        assertEquals(List.of(new PhaseTime("forward", 0, 0)), PhaseTime.of(Map.of("forward", 0.0), 10));
    }
}
