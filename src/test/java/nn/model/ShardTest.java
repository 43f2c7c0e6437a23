package nn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardTest {

    private static final Loss LOSS = new Loss.SoftmaxCrossEntropy();
    private static final int CAPACITY = 12;

    private static Parameters initialized(Architecture architecture) {
        Parameters parameters = Parameters.initialized(architecture, Precision.DOUBLE, Initializer.XAVIER,
                new SplittableRandom(1));
        if (architecture.biases()) {
            for (int neuron = 0; neuron < 7; neuron++) {
                parameters.setBias(0, neuron, 0.1 * neuron - 0.3);
            }
        }
        return parameters;
    }

    /** Random inputs, of which those in the blank columns are zero in all rows. */
    private static void fill(Workspace workspace, int rows, Set<Integer> blank) {
        SplittableRandom random = new SplittableRandom(rows);
        for (int row = 0; row < rows; row++) {
            double[] inputs = random.doubles(5, -1, 1).toArray();
            blank.forEach(column -> inputs[column] = 0);
            workspace.inputs().writeRow(row, inputs);
            double[] target = new double[4];
            target[random.nextInt(4)] = 1;
            workspace.targets().writeRow(row, target);
            for (int layer = 0; workspace.keep(layer).isPresent(); layer++) {
                for (int i = 0; i < workspace.keep(layer).get().columns(); i++) {
                    workspace.keep(layer).get().set(row, i, random.nextInt(4) == 0 ? 0 : workspace.keepFactor());
                }
            }
        }
    }

    /** The loss, and the gradient into {@code gradient}, as the trainer's workers compute them, but one worker after the other. */
    private static double sharded(List<Shard> shards, Workspace workspace, int partRows, int batch) {
        int layers = workspace.architecture().layers();
        for (int layer = 0; layer < layers; layer++) {
            for (Shard shard : shards) {
                shard.forward(layer, batch);
            }
        }
        double loss = 0;
        for (int worker = 0; worker < shards.size(); worker++) {
            int rows = Math.max(0, Math.min(partRows, batch - worker * partRows));
            shards.get(worker).outputs(rows);
            loss += Mlp.loss(LOSS, workspace.part(worker * partRows, partRows), rows, batch);
            shards.get(worker).slopes(rows);
        }
        for (int layer = layers - 1; layer >= 0; layer--) {
            for (Shard shard : shards) {
                shard.backward(layer, batch);
                shard.gradient(layer, batch);
            }
        }
        return loss;
    }

    @ParameterizedTest
    @CsvSource({"1, RELU, 0", "2, RELU, 0", "2, TANH, 0.25", "3, SIGMOID, 0", "4, RELU, 0.25", "9, TANH, 0", "12, RELU, 0.25"})
    void theWorkersTogetherComputeWhatOneNetworkDoes(int workers, Activation activation, double dropout) {
        for (boolean biases : new boolean[] {true, false}) {
            Architecture with = Architecture.of(5, List.of(7, 3), 4, activation);
            Architecture architecture = new Architecture(with.sizes(), with.activations(), biases);
            Parameters parameters = initialized(architecture);
            Workspace shared = Workspace.forTraining(architecture, Precision.DOUBLE, CAPACITY + workers, dropout);
            Parameters actual = Parameters.zeros(architecture, Precision.DOUBLE);
            int partRows = (CAPACITY + workers - 1) / workers;
            List<Shard> shards = Shard.of(shared, parameters, actual, workers, partRows);
            Set<Integer> none = Set.of();
            for (Set<Integer> blank : List.of(none, Set.of(1, 3), Set.of(0, 1, 2, 3, 4), Set.of(0, 4), none)) {
                int batch = blank.isEmpty() ? CAPACITY : 2 * blank.size() - 1;
                Workspace plain = Workspace.forTraining(architecture, Precision.DOUBLE, batch, dropout);
                fill(plain, batch, blank);
                Mlp.forward(parameters, plain, batch);
                double expectedLoss = Mlp.loss(LOSS, plain, batch, batch);
                Parameters expected = Parameters.zeros(architecture, Precision.DOUBLE);
                Mlp.backward(parameters, plain, batch, expected);

                fill(shared, batch, blank);
                actual.vector().fill(Double.NaN);
                assertEquals(expectedLoss, sharded(shards, shared, partRows, batch), 1e-14);
                assertArrayEquals(expected.vector().row(0), actual.vector().row(0), 1e-14);
            }
        }
    }
}
