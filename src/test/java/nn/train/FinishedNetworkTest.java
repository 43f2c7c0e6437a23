package nn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import nn.eval.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinishedNetworkTest {

    private static final Metrics BEST = new Metrics(100, 3, 0.25);

    /** Three epochs, the second the best. */
    private static final List<EpochResult> HISTORY = List.of(
            new EpochResult(1, 1.5, new Metrics(100, 9, 0.5), 0.1, 2, 50, true),
            new EpochResult(2, 1, BEST, 0.05, 0.5, 50, true),
            new EpochResult(3, 0.5, new Metrics(100, 4, 0.125), 0.025, 0.25, 20, false));

    @Test
    void itsTimeAndExamplesAreThoseOfAllEpochsAndItsValidationThatOfTheBest() {
        FinishedNetwork network = new FinishedNetwork(7, 2, HISTORY, 0.75);
        assertEquals(2.75, network.seconds());
        assertEquals(120, network.examples());
        assertEquals(BEST, network.validation());
        assertEquals(new MemberResult(7, 3, 2, 2.75, BEST), network.result());
        assertEquals(100, HISTORY.get(1).imagesPerSecond());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void aBestEpochThatWasNotTrainedIsRefused(int best) {
        assertThrows(IllegalArgumentException.class, () -> new FinishedNetwork(7, best, HISTORY, 1));
        assertEquals(4, new FinishedNetwork(7, 3, HISTORY, 1).validation().errors());
    }
}
