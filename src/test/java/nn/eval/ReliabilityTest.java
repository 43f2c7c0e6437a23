package nn.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nn.eval.Reliability.Bin;
import nn.eval.ScoredData.Outcome;
import org.junit.jupiter.api.Test;

class ReliabilityTest {

    /** By hand: bins (0.4, 0.4667], (0.7333, 0.8] and (0.9333, 1]; (|0.45 - 0| + |1.55 - 1| + |1 - 1|) / 4 = 0.25. */
    @Test
    void theErrorIsTheMeanDistanceOfProbabilityAndAccuracy() {
        Reliability reliability = Reliability.of(List.of(
                new Outcome(0.45, false), new Outcome(0.75, true), new Outcome(0.8, false), new Outcome(1, true)));
        assertEquals(0.25, reliability.expectedCalibrationError(), 1e-12);
        assertEquals(3, reliability.bins().size());
        assertEquals(new Bin(1, 0.45, 0), reliability.bins().get(0));
        assertEquals(2, reliability.bins().get(1).count());
        assertEquals(0.775, reliability.bins().get(1).probability(), 1e-12);
        assertEquals(0.5, reliability.bins().get(1).accuracy(), 1e-12);
        assertEquals(new Bin(1, 1, 1), reliability.bins().get(2));
    }

    @Test
    void answersThatAreAsOftenRightAsTheySayHaveNoError() {
        Reliability reliability = Reliability.of(List.of(
                new Outcome(0.75, true), new Outcome(0.75, true), new Outcome(0.75, true), new Outcome(0.75, false)));
        assertEquals(0, reliability.expectedCalibrationError(), 1e-12);
    }
}
