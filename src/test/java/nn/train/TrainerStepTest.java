package nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import nn.SyntheticData;
import nn.data.Augmentation;
import nn.data.DataDirectory;
import nn.data.DataSet;
import nn.data.InputKind;
import nn.model.Activation;
import nn.model.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The use of the gradient in a step, and the effect of each option. */
class TrainerStepTest {

    private static final DataSet DATA = SyntheticData.noise(23, 4, 3, 3, 7);
    private static final DataSet DIGITS =
            DataDirectory.of(Path.of("data", "mnist")).readTest();
    private static final Augmentation DEFORMED = new Augmentation(10, 0.12, 0.12, 1.2, 0.8, 4, 0, 0, 0, 0);

    /** One step on all examples. */
    private static Configs oneStep() {
        Configs configs = new Configs();
        configs.batchSize = DATA.size();
        return configs;
    }

    private static double[] change(TrialRun run) {
        double[] before =
                TrialRun.numbers(TrainingState.initial(run.state.parameters().architecture(), run.config)
                        .parameters());
        double[] after = run.weights();
        return IntStream.range(0, after.length)
                .mapToDouble(i -> after[i] - before[i])
                .toArray();
    }

    private static double norm(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(x -> x * x).sum());
    }

    /** Whole batches, a shorter last one, batches smaller than the parts, and one example at a time. */
    @ParameterizedTest
    @CsvSource({"23, 1", "23, 2", "5, 1", "5, 3", "2, 5", "22, 4", "1, 2"})
    void aRunAgreesWithTheSpecificationInDoublePrecision(int batchSize, int threads) {
        for (String loss : List.of("softmax-cross-entropy", "binary-cross-entropy", "squared-error")) {
            for (List<Integer> hidden : List.of(List.<Integer>of(), List.of(8), List.of(8, 6), List.of(3, 2, 5))) {
                Configs configs = new Configs();
                configs.loss = loss;
                configs.hidden = hidden;
                configs.batchSize = batchSize;
                configs.threads = threads;
                assertAgrees(configs, DATA);
                assertAgrees(configs, SyntheticData.sparseNoise(23, 10, 3, 3, 8));
            }
        }
    }

    /** Each option that changes a step, alone and with the others. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "clip",
                "decay",
                "smooth",
                "drop",
                "average",
                "momentum",
                "nesterov",
                "adam",
                "adamw decay",
                "deform",
                "gradients",
                "both deform drop",
                "adamw decay clip smooth drop average deform",
                "momentum clip drop average gradients"
            })
    void everyOptionOfAStepAgreesWithTheSpecification(String options) {
        List<String> words = List.of(options.split(" "));
        Configs configs = new Configs();
        configs.hidden = List.of(20, 13);
        // A smooth activation: the slope of ReLU jumps at 0, and rounding may decide on which side a sum is.
        configs.activation = Activation.TANH;
        configs.batchSize = 33;
        configs.learningRate = words.contains("adam") || words.contains("adamw") ? 0.003 : 0.05;
        configs.clipNorm = words.contains("clip") ? 0.2 : 0;
        configs.weightDecay = words.contains("decay") ? 0.1 : 0;
        configs.labelSmoothing = words.contains("smooth") ? 0.2 : 0;
        configs.dropout = words.contains("drop") ? 0.3 : 0;
        configs.averaging = words.contains("average") ? 0.9 : 0;
        configs.optimizer = Arrays.stream(OptimizerKind.values())
                .filter(kind -> words.contains(kind.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(OptimizerKind.SGD);
        configs.augmentation = words.contains("deform") ? DEFORMED : Augmentation.NONE;
        configs.inputs = List.of(
                words.contains("gradients")
                        ? InputKind.GRADIENTS
                        : words.contains("both") ? InputKind.BOTH : InputKind.PIXELS);
        assertAgrees(configs, DIGITS.range(0, 110));
    }

    /** On real digits, whose parts have different blank pixels, and with a wide layer. */
    @ParameterizedTest
    @CsvSource({"PIXELS, 1, 105", "PIXELS, 3, 170", "GRADIENTS, 2, 170", "BOTH, 3, 130"})
    void aWideNetworkOnDigitsAgreesToo(InputKind inputs, int threads, int examples) {
        Configs configs = new Configs();
        configs.hidden = List.of(170);
        configs.activation = Activation.TANH;
        configs.learningRate = 0.05;
        configs.batchSize = 100;
        configs.threads = threads;
        configs.inputs = List.of(inputs);
        assertAgrees(configs, DIGITS.range(0, examples));
    }

    private static void assertAgrees(Configs configs, DataSet data) {
        configs.epochs = 3;
        PlainRun.assertAgrees(TrialRun.of(configs, data), configs.loss + ", " + configs.hidden);
    }

    @Test
    void theLastPartialBatchIsAStepOfItsOwn() {
        Configs configs = new Configs();
        configs.batchSize = 5;
        TrialRun run = TrialRun.of(configs, DATA);
        assertEquals(5, run.state.step());
        assertEquals(
                List.of(1, 2, 3, 4, 5),
                run.progress.stream().map(TrainingListener.Progress::step).toList());
        assertTrue(run.progress.stream()
                .allMatch(where -> where.steps() == 5 && where.epoch() == 1 && where.epochs() == 1));
    }

    @Test
    void theLossOfTheEpochIsTheMeanOverItsExamples() {
        Configs configs = new Configs();
        configs.batchSize = 5;
        configs.learningRate = 1e-30;
        TrialRun run = TrialRun.of(configs, DATA);
        double mean = new PlainRun(oneStep().build(), DATA).loss(23);
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
        PlainRun plain = new PlainRun(run.config, DATA);
        plain.loss(23);
        double[] expected = Arrays.stream(plain.gradient())
                .map(g -> -configs.learningRate * g)
                .toArray();
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
        Parameters start =
                TrainingState.initial(with.architecture(), run.config).parameters();
        for (int layer = 0; layer < 2; layer++) {
            for (int neuron = 0; neuron < with.layer(layer).columns(); neuron++) {
                assertEquals(without.bias(layer, neuron), with.bias(layer, neuron));
                assertEquals(
                        without.weight(layer, 0, neuron) - 0.05 * start.weight(layer, 0, neuron),
                        with.weight(layer, 0, neuron),
                        1e-7);
            }
        }
    }

    /** The share of the newest parameters is 1 - averaging, and more in the first steps. */
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
