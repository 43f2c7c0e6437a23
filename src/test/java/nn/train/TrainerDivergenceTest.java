package nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nn.SyntheticData;
import nn.data.DataSet;
import nn.model.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerDivergenceTest {

    private static final DataSet DATA = SyntheticData.noise(60, 5, 5, 4, 9);

    private static Configs tooFast() {
        Configs configs = new Configs();
        configs.hidden = List.of(16, 16);
        configs.activation = Activation.IDENTITY;
        configs.learningRate = 1e6;
        configs.epochs = 20;
        configs.batchSize = 6;
        configs.validation = 12;
        return configs;
    }

    private static DivergedException divergence(TrialRun run) {
        return assertThrows(DivergedException.class, run::train);
    }

    @Test
    void aLearningRateOfAMillionDivergesAndNamesTheStep() {
        TrialRun run = new TrialRun(tooFast(), DATA);
        DivergedException thrown = divergence(run);
        assertEquals(run.state.step() + 1, 8L * (thrown.epoch() - 1) + thrown.step());
        assertTrue(
                thrown.getMessage().contains("step %d of epoch %d".formatted(thrown.step(), thrown.epoch())),
                thrown.getMessage());
    }

    @Test
    void theBestModelStaysFinite() {
        TrialRun run = new TrialRun(tooFast(), DATA);
        divergence(run);
        assertTrue(run.state.best().isFinite());
    }

    /** An epoch has one step. Its loss is finite, but the parameters may not be finite after it. */
    @ParameterizedTest
    @ValueSource(ints = {0, 12})
    void parametersThatTheLastStepOfAnEpochRuinsNeverBecomeTheBest(int validation) {
        Configs configs = tooFast();
        configs.validation = validation;
        configs.batchSize = 60 - validation;
        configs.learningRate = 1e30;
        TrialRun run = new TrialRun(configs, DATA);
        DivergedException thrown = divergence(run);
        assertEquals(1, thrown.step());
        assertTrue(run.state.best().isFinite());
        assertTrue(run.epochs.stream()
                .allMatch(epoch -> Double.isFinite(epoch.loss())
                        && Double.isFinite(epoch.validation().loss())));
    }

    /** The last step of the run: there is no later loss that would show it. */
    @Test
    void parametersThatTheLastStepOfTheRunRuinsAreNoResult() {
        Configs configs = tooFast();
        configs.epochs = 1;
        configs.validation = 0;
        configs.batchSize = 60;
        configs.learningRate = 1e39;
        configs.threads = 3;
        TrialRun run = new TrialRun(configs, DATA);
        double[] initial = TrialRun.numbers(run.state.best());
        divergence(run);
        assertArrayEquals(initial, TrialRun.numbers(run.state.best()));
    }

    /** A stopped training is saved, so a diverged one must not look stopped. */
    @Test
    void aTrainingThatIsStoppedWithRuinedParametersHasDiverged() {
        Configs configs = tooFast();
        configs.learningRate = 1e39;
        TrialRun run = new TrialRun(configs, DATA);
        assertEquals(
                1,
                assertThrows(DivergedException.class, () -> run.trainUntilStep(1))
                        .step());
        assertFalse(run.state.isFinite());
    }

    @Test
    void trainingOnAfterADivergenceDivergesAgain() {
        TrialRun run = new TrialRun(tooFast(), DATA);
        int step = divergence(run).step();
        assertEquals(step, divergence(run).step());
    }
}
