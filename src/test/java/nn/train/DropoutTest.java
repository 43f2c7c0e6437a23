package nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nn.SyntheticData;
import nn.data.DataDirectory;
import nn.data.DataSet;
import nn.data.RandomStreams;
import nn.data.RandomStreams.Purpose;
import nn.model.Activation;
import nn.model.Parameters;
import nn.model.Storage;
import nn.model.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which hidden values are dropped, and the effect on a training. */
class DropoutTest {

    private static final int NEURONS = 4000;

    /**
     * The mean over some examples of the hidden neurons' dropout factors, in each of the first epochs, {@code [epochs][neurons]}.
     * When an epoch starts, hidden values are all 1 and outputs all 0, so in its only step the weight from a hidden neuron moves
     * by rate / 2 times that mean.
     */
    private static double[][] factors(double dropout, int examples, int epochs) {
        Configs configs = new Configs();
        configs.hidden = List.of(NEURONS);
        configs.batchSize = examples;
        configs.epochs = epochs;
        configs.learningRate = 2;
        configs.dropout = dropout;
        configs.seed = 3;
        TrialRun run = new TrialRun(configs, SyntheticData.labeled(2, new int[examples]));
        Parameters parameters = run.state.parameters();
        double[][] factors = new double[epochs][];
        for (int epoch = 0; epoch < epochs; epoch++) {
            parameters.vector().fill(0);
            for (int neuron = 0; neuron < NEURONS; neuron++) {
                parameters.setBias(0, neuron, 1);
            }
            run.trainUntilStep(epoch + 1);
            factors[epoch] = IntStream.range(0, NEURONS)
                    .mapToDouble(neuron -> parameters.weight(1, neuron, 0))
                    .toArray();
        }
        return factors;
    }

    private static double tolerance(double share) {
        return 4 * Math.sqrt(share * (1 - share) / NEURONS);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.8})
    void dropoutDropsItsShareAndScalesTheRest(double dropout) {
        double[] factors = factors(dropout, 1, 1)[0];
        long dropped = Arrays.stream(factors).filter(factor -> factor == 0).count();
        assertEquals(dropout, dropped / (double) NEURONS, tolerance(dropout));
        Arrays.stream(factors)
                .filter(factor -> factor != 0)
                .forEach(factor -> assertEquals(1 / (1 - dropout), factor, 1e-5));
    }

    @Test
    void dropoutKeepsTheExpectedValue() {
        assertEquals(1, Arrays.stream(factors(0.5, 16, 1)[0]).average().orElseThrow(), 4 / Math.sqrt(NEURONS * 16));
    }

    @Test
    void everyExampleHasADropoutMaskOfItsOwn() {
        Set<Long> keptBy = Arrays.stream(factors(0.5, 4, 1)[0])
                .mapToObj(factor -> Math.round(factor * 2))
                .collect(Collectors.toSet());
        assertEquals(Set.of(0L, 1L, 2L, 3L, 4L), keptBy, "of 4 examples, neurons are kept by");
    }

    /** With the same mask in each epoch, dropout would hardly prevent over-fitting. */
    @Test
    void anExampleLosesOtherNeuronsInEachEpoch() {
        double[][] factors = factors(0.3, 1, 3);
        for (int[] pair : new int[][] {{0, 1}, {1, 2}, {0, 2}}) {
            long twice = IntStream.range(0, NEURONS)
                    .filter(i -> factors[pair[0]][i] == 0 && factors[pair[1]][i] == 0)
                    .count();
            assertEquals(0.09, twice / (double) NEURONS, tolerance(0.09), "dropped in epochs " + Arrays.toString(pair));
        }
    }

    /** One layer ends within a random number, and the last batch is shorter. */
    @ParameterizedTest
    @CsvSource({"23, 1, 0.5", "5, 2, 0.2", "4, 3, 0.35", "1, 2, 0.8"})
    void aRunWithDropoutAgreesWithThePlainLoopInDoublePrecision(int batchSize, int threads, double dropout) {
        Configs configs = new Configs();
        configs.hidden = List.of(10, 8);
        configs.activation = Activation.TANH;
        configs.epochs = 3;
        configs.batchSize = batchSize;
        configs.threads = threads;
        configs.dropout = dropout;
        configs.learningRate = 0.05;
        PlainRun.assertAgrees(TrialRun.of(configs, SyntheticData.noise(23, 4, 3, 3, 7)), "dropout " + dropout);
    }

    /** A wide network, in which each example must keep its own mask. */
    @Test
    void aWideNetworkOnDigitsWithDropoutAgreesToo() {
        Configs configs = new Configs();
        configs.hidden = List.of(170);
        configs.activation = Activation.TANH;
        configs.epochs = 2;
        configs.batchSize = 100;
        configs.dropout = 0.3;
        configs.learningRate = 0.05;
        DataSet digits = DataDirectory.of(Path.of("data", "mnist")).readTest().range(0, 140);
        PlainRun.assertAgrees(TrialRun.of(configs, digits), "digits");
    }

    @Test
    void theDropoutMaskDoesNotDependOnTheNumberOfThreads() {
        DataSet data = SyntheticData.noise(23, 4, 3, 3, 7);
        Configs configs = new Configs();
        configs.batchSize = data.size();
        configs.dropout = 0.4;
        configs.threads = 1;
        double[] one = TrialRun.of(configs, data).weights();
        configs.threads = 3;
        assertArrayEquals(one, TrialRun.of(configs, data).weights(), 1e-6);
    }

    /**
     * Each random number of an example's stream decides about four values, with 16 bits each from the low end: a value is dropped if its
     * bits are below 65536 times the rate. Each layer begins with a new number.
     */
    @Test
    void aMaskIsDrawnFromTheExamplesOwnStream() {
        Configs configs = new Configs();
        configs.hidden = List.of(10, 7);
        configs.dropout = 0.35;
        TrainingConfig config = configs.build();
        Workspace workspace = Workspace.forTraining(config.architecture(4, 3, 3), Storage.NATIVE_DOUBLE, 4, 0.35);
        new Dropout(config).write(new MiniBatch(new int[] {9, 4, 7, 5}, 1, 3, 6, 1), 1, 2, workspace);
        for (int row = 0; row < 2; row++) {
            SplittableRandom random = RandomStreams.of(config.data().seed(), Purpose.DROPOUT, 6, new int[] {7, 5}[row]);
            for (int layer = 0; layer < 2; layer++) {
                double[] expected = new double[config.network().hidden().get(layer)];
                for (int i = 0; i < expected.length; i += 4) {
                    long number = random.nextLong();
                    for (int k = 0; k < Math.min(4, expected.length - i); k++) {
                        expected[i + k] = Math.floorMod(number >> 16 * k, 65_536) < 22_937 ? 0 : 1 / 0.65;
                    }
                }
                assertArrayEquals(expected, workspace.keep(layer).orElseThrow().row(row), 1e-15);
            }
        }
    }
}
