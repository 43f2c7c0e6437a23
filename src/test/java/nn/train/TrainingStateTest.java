package nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import nn.model.Architecture;
import org.junit.jupiter.api.Test;

class TrainingStateTest {

    private static TrainingState state(double averaging) {
        Configs configs = new Configs();
        configs.optimizer = OptimizerKind.ADAM;
        configs.averaging = averaging;
        TrainingConfig config = configs.build();
        Architecture architecture = config.architecture(2, 3, 4);
        return TrainingState.initial(architecture, config);
    }

    /** Such a state could not be saved, and the next step would not repair it. */
    @Test
    void aNumberThatIsNotFiniteIsFoundInEachVectorThatTheNextStepsGoOnFrom() {
        List<Consumer<TrainingState>> ruins = List.of(
                state -> state.parameters().setBias(1, 3, Double.NaN),
                state -> state.slots().get(0).piece(0)[5] = Float.POSITIVE_INFINITY,
                state -> state.slots().get(1).piece(0)[0] = Float.NaN,
                state -> state.average().orElseThrow().setWeight(0, 0, 0, Double.NEGATIVE_INFINITY));
        for (Consumer<TrainingState> ruin : ruins) {
            TrainingState state = state(0.5);
            assertTrue(state.isFinite());
            ruin.accept(state);
            assertFalse(state.isFinite(), "vector " + ruins.indexOf(ruin));
        }
    }

    @Test
    void theModelIsTheAverageWhereThereIsOne() {
        TrainingState averaged = state(0.5);
        assertSame(averaged.average().orElseThrow(), averaged.model());
        TrainingState plain = state(0);
        assertTrue(plain.average().isEmpty());
        assertSame(plain.parameters(), plain.model());
    }

    @Test
    void averageAndBestStartAsCopiesOfTheParameters() {
        TrainingState state = state(0.5);
        double[] start = TrialRun.numbers(state.parameters());
        assertNotSame(state.parameters(), state.best());
        state.parameters().vector().fill(9);
        assertArrayEquals(start, TrialRun.numbers(state.best()));
        assertArrayEquals(start, TrialRun.numbers(state.average().orElseThrow()));
        assertEquals(0, state.bestEpoch());
    }
}
