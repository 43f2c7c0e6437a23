package nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import nn.SyntheticData;
import nn.data.Augmentation;
import nn.data.DataDirectory;
import nn.data.DataSet;
import nn.data.Inputs;
import nn.model.Activation;
import nn.model.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a step does with the gradient, and what each option changes in it. */
class TrainerStepTest {

    private static final DataSet DATA = SyntheticData.noise(23, 4, 3, 3, 7);

    /** One step on all examples. */
    private static Configs oneStep() {
        Configs configs = new Configs();
        configs.batchSize = DATA.size();
        return configs;
    }

    private static double[] change(TrialRun run) {
        double[] before = TrialRun.numbers(TrainingState.initial(run.state.parameters().architecture(), run.config).parameters());
        double[] after = run.weights();
        return IntStream.range(0, after.length).mapToDouble(i -> after[i] - before[i]).toArray();
    }

    private static double norm(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(x -> x * x).sum());
    }

    /** Whole batches, a shorter last one, batches smaller than the team, and one example at a time. */
    @ParameterizedTest
    @CsvSource({"23, 1", "23, 2", "5, 1", "5, 2", "5, 3", "2, 5", "22, 4", "1, 2"})
    void aRunAgreesWithThePlainLoopInDoublePrecision(int batchSize, int threads) {
        for (String loss : List.of("softmax-cross-entropy", "binary-cross-entropy", "squared-error")) {
            for (List<Integer> hidden : List.of(List.<Integer>of(), List.of(8), List.of(8, 6))) {
                Configs configs = new Configs();
                configs.loss = loss;
                configs.hidden = hidden;
                configs.batchSize = batchSize;
                configs.threads = threads;
                assertAgrees(configs, DATA);
                // 10 x 3 pixels, so that with up to three workers bytes are looked at by eights and singly.
                assertAgrees(configs, SyntheticData.sparseNoise(23, 10, 3, 3, 8));
            }
        }
    }

    /** So many products that mini-batches are sorted; the last one ends in the first tier, in the second, and in the third. */
    @ParameterizedTest
    @CsvSource({"1, 105", "2, 140", "3, 170"})
    void aWideNetworkOnDigitsAgreesToo(int threads, int examples) {
        Configs configs = new Configs();
        configs.hidden = List.of(170);
        // A smooth one: ReLU's slope jumps where rounding decides on which side of zero a sum is.
        configs.activation = Activation.TANH;
        configs.batchSize = 100;
        configs.threads = threads;
        assertAgrees(configs, DataDirectory.of(Path.of("data", "mnist")).readTest().range(0, examples));
    }

    /** The same with what the workers make of images while they wait: whose inputs are whose, however they are sorted. */
    @ParameterizedTest
    @CsvSource({"PIXELS, 1, 105, 0", "PIXELS, 2, 260, 0", "PIXELS, 3, 170, 0", "GRADIENTS, 2, 260, 0", "BOTH, 1, 250, 0",
            "BOTH, 3, 130, 0", "PIXELS, 2, 330, 1000"})
    void deformedDigitsAndOtherInputsAgreeToo(Inputs inputs, int threads, int examples, double clipNorm) {
        Configs configs = new Configs();
        configs.hidden = inputs == Inputs.GRADIENTS ? List.of(240, 10) : List.of(170);
        configs.activation = Activation.TANH;
        configs.learningRate = 0.05;
        configs.batchSize = 100;
        configs.threads = threads;
        configs.clipNorm = clipNorm;
        configs.inputs = List.of(inputs);
        configs.augmentation = new Augmentation(10, 0.12, 0.12, 1.2, 0.8, 4, 0, 0, 0, 0);
        assertAgrees(configs, DataDirectory.of(Path.of("data", "mnist")).readTest().range(0, examples));
    }

    private static void assertAgrees(Configs configs, DataSet data) {
        configs.epochs = 3;
        PlainTraining.assertAgrees(TrialRun.of(configs, data), configs.loss + ", " + configs.hidden);
    }

    @Test
    void theLastPartialBatchIsAStepOfItsOwn() {
        Configs configs = new Configs();
        configs.batchSize = 5;
        TrialRun run = TrialRun.of(configs, DATA);
        assertEquals(5, run.state.step());
        assertEquals(List.of(1, 2, 3, 4, 5), run.progress.stream().map(TrainingListener.Progress::step).toList());
        assertTrue(run.progress.stream().allMatch(where -> where.steps() == 5 && where.epoch() == 1 && where.epochs() == 1));
    }

    @Test
    void theLossOfTheEpochIsTheMeanOverItsExamples() {
        Configs configs = new Configs();
        configs.batchSize = 5;
        configs.learningRate = 1e-30;
        TrialRun run = TrialRun.of(configs, DATA);
        double mean = new PlainTraining(oneStep().build(), DATA)
                .computeGradient(IntStream.range(0, 23).toArray(), 0, 23);
        assertEquals(mean, run.losses().get(0), 1e-6);
        assertEquals(mean, run.progress.get(4).loss(), 1e-6);
    }

    @Test
    void clippingScalesALongGradientToTheNorm() {
        Configs configs = oneStep();
        double[] free = change(TrialRun.of(configs, DATA));
        configs.clipNorm = norm(free) / configs.learningRate / 4;
        double[] clipped = change(TrialRun.of(configs, DATA));
        assertEquals(configs.clipNorm * configs.learningRate, norm(clipped), 1e-6);
        for (int i = 0; i < free.length; i++) {
            assertEquals(free[i] / 4, clipped[i], 1e-7);
        }
    }

    @Test
    void clippingLeavesAShortGradientAlone() {
        Configs configs = oneStep();
        double[] free = TrialRun.of(configs, DATA).weights();
        configs.clipNorm = 1000;
        assertArrayEquals(free, TrialRun.of(configs, DATA).weights());
    }

    @Test
    void labelSmoothingSpreadsTheTargetOverAllClasses() {
        Configs configs = oneStep();
        double[] sharp = change(TrialRun.of(configs, DATA));
        configs.labelSmoothing = 0.3;
        TrialRun run = TrialRun.of(configs, DATA);
        PlainTraining plain = new PlainTraining(run.config, DATA);
        plain.computeGradient(IntStream.range(0, 23).toArray(), 0, 23);
        double[] expected = Arrays.stream(plain.gradient()).map(g -> -configs.learningRate * g).toArray();
        assertArrayEquals(expected, change(run), 1e-6);
        assertFalse(Arrays.equals(sharp, change(run)));
    }

    @Test
    void weightDecayChangesWeightsByTheirShareAndNoBias() {
        Configs configs = oneStep();
        Parameters without = TrialRun.of(configs, DATA).state.parameters();
        configs.weightDecay = 0.5;
        TrialRun run = TrialRun.of(configs, DATA);
        Parameters with = run.state.parameters();
        Parameters start = TrainingState.initial(with.architecture(), run.config).parameters();
        for (int layer = 0; layer < 2; layer++) {
            for (int neuron = 0; neuron < with.layer(layer).columns(); neuron++) {
                assertEquals(without.bias(layer, neuron), with.bias(layer, neuron));
                assertEquals(without.weight(layer, 0, neuron) - 0.05 * start.weight(layer, 0, neuron),
                        with.weight(layer, 0, neuron), 1e-7);
            }
        }
    }

    /** The share that the newest parameters get: 1 - averaging, and more in the first steps. */
    @Test
    void theAverageFollowsTheParametersWithItsDecay() {
        Configs configs = new Configs();
        configs.averaging = 0.8;
        configs.epochs = 7;
        configs.learningRate = 0.5;
        TrialRun run = new TrialRun(configs, DATA);
        double[] expected = run.weights();
        try (Trainer trainer = new Trainer(run.config, DATA, run.state)) {
            trainer.train(new TrainingListener() {
                @Override
                public boolean afterStep(Progress progress, TrainingState state) {
                    double share = Math.max(0.2, 9.0 / (9 + state.step()));
                    for (int i = 0; i < expected.length; i++) {
                        expected[i] += share * (state.parameters().vector().get(0, i) - expected[i]);
                    }
                    assertArrayEquals(expected, TrialRun.numbers(state.average().orElseThrow()), 1e-5);
                    return true;
                }
            });
        }
        assertEquals(42, run.state.step());
        assertArrayEquals(TrialRun.numbers(run.state.average().orElseThrow()), TrialRun.numbers(run.state.model()));
    }

    @Test
    void averagingDoesNotChangeWhatTheOptimizerMoves() {
        Configs configs = new Configs();
        double[] without = TrialRun.of(configs, DATA).weights();
        configs.averaging = 0.9;
        assertArrayEquals(without, TrialRun.of(configs, DATA).weights());
    }
}
