package nn.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Two pieces: one digit of both, with twice the odds of a digit and nothing. */
class PosteriorTest {

    private static final Posterior POSTERIOR = new Posterior(
            List.of(
                    new Posterior.Step(0, 2, 0, Math.log(2)),
                    new Posterior.Step(0, 1, 1, Math.log(1)),
                    new Posterior.Step(1, 2, Posterior.NONE, 0)),
            2);

    @Test
    void pathsShareTheirProbabilityByTheirOdds() {
        assertEquals(2 / 3.0, POSTERIOR.probability(0, segment -> segment == 0), 1e-12);
        assertEquals(1 / 3.0, POSTERIOR.probability(0, segment -> segment == 1), 1e-12);
    }

    @Test
    void aSkippedPieceBelongsToNoDigit() {
        assertEquals(1, POSTERIOR.probability(0, segment -> true), 1e-12);
        assertEquals(2 / 3.0, POSTERIOR.probability(1, segment -> true), 1e-12);
    }
}
