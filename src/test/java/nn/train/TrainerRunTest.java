package nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import nn.SyntheticData;
import nn.data.Augmentation;
import nn.data.DataDirectory;
import nn.data.DataSet;
import nn.data.InputKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Determinism, interruption and patience of a whole run. */
class TrainerRunTest {

    private static final DataSet DATA = SyntheticData.noise(60, 5, 5, 4, 9);
    private static final DataSet DIGITS =
            DataDirectory.of(Path.of("data", "mnist")).readTest().range(0, 330);

    /**
     * Everything at once: momentum or moments, average, dropout, decay, clipping, warm-up, fading augmentation, validation, partial
     * batches.
     *
     * @param kind the optimizer, and perhaps {@code plain} for images as they are, and {@code unclipped}
     */
    private static Configs everything(String kind) {
        List<String> words = List.of(kind.split(" "));
        Configs configs = new Configs();
        configs.optimizer = OptimizerKind.valueOf(words.get(0).toUpperCase(Locale.ROOT));
        configs.hidden = List.of(17, 9);
        configs.epochs = 4;
        configs.batchSize = 7;
        configs.learningRate = 0.02;
        configs.schedule = Schedule.COSINE;
        configs.warmup = 0.2;
        configs.weightDecay = 0.01;
        configs.clipNorm = words.contains("unclipped") ? 0 : 1;
        configs.dropout = 0.2;
        configs.labelSmoothing = 0.1;
        configs.averaging = 0.9;
        configs.augmentation =
                words.contains("plain") ? Augmentation.NONE : new Augmentation(10, 0.1, 0.1, 1, 0.5, 4, 0, 0, 0, 0);
        configs.course = new RunPlan(1, 0, 0.6, false);
        configs.validation = 12;
        return configs;
    }

    static Stream<String> kinds() {
        return Stream.of(
                "sgd", "momentum", "nesterov", "adamw", "adamw plain", "adamw unclipped", "nesterov plain unclipped");
    }

    @Test
    void aTrainerThatCannotBeMadeLeavesNoThreads() throws InterruptedException {
        Configs configs = new Configs();
        configs.hidden = List.of(1 << 20);
        configs.batchSize = 600;
        configs.threads = 4;
        TrainingConfig config = configs.build();
        DataSet data = SyntheticData.labeled(2, new int[600]);
        TrainingState state = TrainingState.initial(config.architecture(data), config);
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        IllegalArgumentException reason =
                assertThrows(IllegalArgumentException.class, () -> new Trainer(config, data, state));
        assertTrue(reason.getMessage().contains("larger than 2 GB"), reason::getMessage);
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("nn-worker-") && !before.contains(thread)) {
                thread.join(10_000);
                assertFalse(thread.isAlive(), thread::toString);
            }
        }
    }

    private static void assertSameBits(TrialRun expected, TrialRun actual) {
        assertArrayEquals(expected.weights(), actual.weights());
        assertArrayEquals(TrialRun.numbers(expected.state.model()), TrialRun.numbers(actual.state.model()));
        assertArrayEquals(TrialRun.numbers(expected.state.best()), TrialRun.numbers(actual.state.best()));
        for (int slot = 0; slot < expected.state.slots().size(); slot++) {
            assertArrayEquals(
                    TrialRun.numbers(expected.state.slots().get(slot)),
                    TrialRun.numbers(actual.state.slots().get(slot)));
        }
        assertEquals(expected.state.step(), actual.state.step());
        assertEquals(expected.state.bestEpoch(), actual.state.bestEpoch());
        assertEquals(expected.losses(), actual.losses());
        assertEquals(
                expected.epochs.stream().map(EpochResult::validation).toList(),
                actual.epochs.stream().map(EpochResult::validation).toList());
        assertEquals(
                expected.epochs.stream().map(EpochResult::learningRate).toList(),
                actual.epochs.stream().map(EpochResult::learningRate).toList());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theSameSeedGivesTheSameBits(String kind) {
        assertSameBits(TrialRun.of(everything(kind), DATA), TrialRun.of(everything(kind), DATA));
    }

    @Test
    void anotherSeedGivesOtherWeights() {
        Configs configs = everything("adamw");
        double[] one = TrialRun.of(configs, DATA).weights();
        configs.seed = 2;
        assertFalse(Arrays.equals(one, TrialRun.of(configs, DATA).weights()));
    }

    /** Also with more threads than cores and parts. The last batch is not full. */
    @ParameterizedTest
    @MethodSource("kinds")
    void theNumberOfThreadsDoesNotChangeABit(String kind) {
        Configs configs = everything(kind);
        configs.threads = 1;
        TrialRun one = TrialRun.of(configs, DATA);
        for (int threads : new int[] {2, 3, 8}) {
            configs.threads = threads;
            assertSameBits(one, TrialRun.of(configs, DATA));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theNumberOfThreadsDoesNotChangeABitOnDigits(InputKind inputs) {
        for (String kind : List.of("adamw", "adamw plain unclipped")) {
            Configs configs = wide(kind, inputs);
            configs.threads = 1;
            TrialRun one = TrialRun.of(configs, DIGITS);
            for (int threads : new int[] {2, 3, 8}) {
                configs.threads = threads;
                assertSameBits(one, TrialRun.of(configs, DIGITS));
            }
        }
    }

    @Test
    void aRunGoesOnWithAnotherNumberOfThreads() {
        TrialRun expected = TrialRun.of(everything("adamw"), DATA);
        TrialRun stopped = new TrialRun(everything("adamw"), DATA);
        stopped.trainUntilStep(10);
        TrialRun other = new TrialRun(everything("adamw").with(configs -> configs.threads = 3), DATA);
        other.goOnFrom(stopped);
        other.train();
        assertSameBits(expected, other);
    }

    /** An epoch has 7 steps: in the middle of one, after its first, before and at its last, and at the end of the run. */
    @ParameterizedTest
    @ValueSource(longs = {1, 3, 6, 7, 8, 17, 28})
    void aRunThatWasStoppedGoesOnAsIfItHadNotBeen(long step) {
        for (String kind : List.of("adamw", "adamw plain unclipped")) {
            TrialRun expected = TrialRun.of(everything(kind), DATA);
            TrialRun stopped = new TrialRun(everything(kind), DATA);
            boolean finished = stopped.trainUntilStep(step);
            assertEquals(step == 28, finished);
            assertEquals(step, stopped.state.step());
            assertTrue(stopped.train());
            assertSameBits(expected, stopped);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aRunStoppedAtEveryStepEndsWithTheSameBits(String kind) {
        assertSameBitsWhenStoppedAtEveryStep(everything(kind), DATA, 28);
    }

    private static void assertSameBitsWhenStoppedAtEveryStep(Configs configs, DataSet data, int steps) {
        TrialRun expected = TrialRun.of(configs, data);
        TrialRun stopped = new TrialRun(configs, data);
        for (int step = 1; step <= steps; step++) {
            stopped.trainUntilStep(step);
        }
        assertSameBits(expected, stopped);
    }

    @ParameterizedTest
    @CsvSource({"adamw, PIXELS", "adamw plain unclipped, PIXELS", "adamw, GRADIENTS", "adamw unclipped, BOTH"})
    void aWideNetworkOnDigitsStoppedAtEveryStepEndsWithTheSameBits(String kind, InputKind inputs) {
        Configs configs = wide(kind, inputs);
        assertSameBitsWhenStoppedAtEveryStep(configs, DIGITS, 8);
        assertTheSameTrainerGoesOn(configs, DIGITS);
    }

    private static Configs wide(String kind, InputKind inputs) {
        Configs configs = everything(kind);
        configs.hidden = List.of(210, 9);
        configs.batchSize = 100;
        configs.epochs = 2;
        configs.inputs = List.of(inputs);
        return configs;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theSameTrainerGoesOnToo(String kind) {
        assertTheSameTrainerGoesOn(everything(kind), DATA);
    }

    private static void assertTheSameTrainerGoesOn(Configs configs, DataSet data) {
        TrialRun expected = TrialRun.of(configs, data);
        TrialRun stopped = new TrialRun(configs, data);
        try (Trainer trainer = new Trainer(stopped.config, data, stopped.state)) {
            assertFalse(trainer.train(new TrainingListener() {
                @Override
                public boolean afterStep(Progress progress, TrainingState state) {
                    return progress.step() < 3;
                }
            }));
            assertTrue(trainer.train(stopped));
        }
        assertSameBits(expected, stopped);
    }

    @Test
    void aRestoredStateGoesOnWithTheSameBits() {
        TrialRun expected = TrialRun.of(everything("adamw"), DATA);
        TrialRun stopped = new TrialRun(everything("adamw"), DATA);
        stopped.trainUntilStep(10);
        TrialRun restored = new TrialRun(everything("adamw"), DATA);
        restored.goOnFrom(stopped);
        restored.train();
        assertSameBits(expected, restored);
    }

    @Test
    void aFinishedRunTrainsNoFurther() {
        TrialRun run = TrialRun.of(everything("sgd"), DATA);
        double[] weights = run.weights();
        assertTrue(run.train());
        assertArrayEquals(weights, run.weights());
        assertEquals(28, run.state.step());
    }

    /** With a learning rate near 0, no epoch is better than the first. */
    @Test
    void patienceEndsARunThatGetsNoBetter() {
        Configs configs = everything("sgd");
        configs.averaging = 0;
        configs.learningRate = 1e-30;
        configs.epochs = 50;
        configs.patience = 3;
        TrialRun run = new TrialRun(configs, DATA);
        assertTrue(run.train());
        assertEquals(4, run.state.finishedEpochs());
        assertEquals(1, run.state.bestEpoch());
        assertEquals(
                List.of(true, false, false, false),
                run.epochs.stream().map(EpochResult::best).toList());
    }

    /** All examples are of class 0, which the zero weights answer from the start: errors stay, the loss falls. */
    @Test
    void amongEpochsWithAsManyErrorsALowerLossIsBetter() {
        Configs configs = new Configs();
        configs.init = "0";
        configs.epochs = 6;
        configs.patience = 1;
        configs.validation = 4;
        TrialRun run = TrialRun.of(configs, SyntheticData.labeled(2, new int[20]));
        assertEquals(
                List.of(0, 0, 0, 0, 0, 0),
                run.epochs.stream().map(epoch -> epoch.validation().errors()).toList());
        assertEquals(6, run.state.bestEpoch());
    }

    @Test
    void withoutPatienceARunGoesToItsEnd() {
        Configs configs = everything("sgd");
        configs.learningRate = 1e-30;
        configs.epochs = 9;
        assertEquals(9, TrialRun.of(configs, DATA).state.finishedEpochs());
    }

    @Test
    void theBestModelIsThatOfTheBestEpoch() {
        Configs configs = everything("adamw");
        configs.epochs = 12;
        configs.learningRate = 0.1;
        TrialRun run = TrialRun.of(configs, DATA);
        int best = 0;
        for (int epoch = 1; epoch < 12; epoch++) {
            var candidate = run.epochs.get(epoch).validation();
            var champion = run.epochs.get(best).validation();
            if (candidate.errors() < champion.errors()
                    || candidate.errors() == champion.errors() && candidate.loss() < champion.loss()) {
                best = epoch;
            }
        }
        assertEquals(best + 1, run.state.bestEpoch());
        TrialRun shorter = new TrialRun(configs, DATA);
        shorter.trainUntilStep(7L * (best + 1));
        assertArrayEquals(TrialRun.numbers(shorter.state.model()), TrialRun.numbers(run.state.best()));
    }

    @Test
    void withoutValidationTheLastEpochIsTheBest() {
        Configs configs = everything("sgd");
        configs.validation = 0;
        TrialRun run = TrialRun.of(configs, DATA);
        assertEquals(4, run.state.bestEpoch());
        assertFalse(run.epochs.get(3).validation().measured());
        assertArrayEquals(TrialRun.numbers(run.state.model()), TrialRun.numbers(run.state.best()));
    }

    @Test
    void theValidationSplitIsTheLastExamplesAndIsNotTrainedOn() {
        Configs configs = everything("sgd");
        TrialRun run = TrialRun.of(configs, DATA);
        assertEquals(12, run.epochs.get(0).validation().count());
        assertEquals(48, run.epochs.get(0).examples());
        configs.validation = 0;
        assertArrayEquals(TrialRun.of(configs, DATA.range(0, 48)).weights(), run.weights());
    }

    @Test
    void theLimitTakesTheFirstExamples() {
        Configs configs = everything("sgd");
        configs.limit = 40;
        double[] limited = TrialRun.of(configs, DATA).weights();
        configs.limit = 0;
        assertArrayEquals(TrialRun.of(configs, DATA.range(0, 40)).weights(), limited);
    }

    @Test
    void aStateOfAnotherNetworkOrOptimizerIsRefused() {
        TrialRun run = new TrialRun(everything("adamw"), DATA);
        for (TrainingState wrong :
                List.of(new TrialRun(everything("sgd"), DATA).state, new TrialRun(new Configs(), DATA).state)) {
            assertThrows(IllegalArgumentException.class, () -> new Trainer(run.config, DATA, wrong));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new Trainer(run.config, SyntheticData.noise(60, 6, 5, 4, 9), run.state));
    }
}
