package nn.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScheduleTest {

    /** Peak 0.4, 100 steps, the first 20 of them warm-up; values by hand. */
    @ParameterizedTest
    @CsvSource({
        "CONSTANT, 0, 0.02",
        "CONSTANT, 9, 0.2",
        "CONSTANT, 19, 0.4",
        "CONSTANT, 20, 0.4",
        "CONSTANT, 99, 0.4",
        "STEP, 0, 0.02",
        "STEP, 19, 0.4",
        "STEP, 59, 0.4",
        "STEP, 60, 0.04",
        "STEP, 79, 0.04",
        "STEP, 80, 0.004",
        "STEP, 99, 0.004",
        "COSINE, 0, 0.02",
        "COSINE, 19, 0.4",
        "COSINE, 20, 0.4",
        "COSINE, 40, 0.3414213562373095",
        "COSINE, 60, 0.2",
        "COSINE, 80, 0.0585786437626905",
        "COSINE, 99, 0.000154193"
    })
    void learningRatesHaveTheirValuesByHand(Schedule schedule, long step, double expected) {
        assertEquals(expected, schedule.learningRate(0.4, 0.2, step, 100), step == 99 ? 1e-9 : 1e-15);
    }

    @ParameterizedTest
    @EnumSource
    void withoutWarmUpTheFirstStepIsAtThePeak(Schedule schedule) {
        assertEquals(0.4, schedule.learningRate(0.4, 0, 0, 100));
    }

    @ParameterizedTest
    @EnumSource
    void ratesStayAboveZeroAndUpToThePeakForAnyWarmUp(Schedule schedule) {
        for (double warmup : new double[] {0, 0.01, 0.5, 0.999}) {
            for (int steps : new int[] {1, 2, 7, 1000}) {
                for (int step = 0; step < steps; step++) {
                    double rate = schedule.learningRate(0.4, warmup, step, steps);
                    assertTrue(rate > 0 && rate <= 0.4, "%s: %s at %d of %d".formatted(warmup, rate, step, steps));
                }
            }
        }
    }

    @Test
    void aWarmUpOfAllStepsEndsAtThePeak() {
        assertEquals(0.4, Schedule.COSINE.learningRate(0.4, 0.999, 9, 10));
    }
}
