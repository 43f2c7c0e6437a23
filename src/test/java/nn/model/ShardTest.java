package nn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardTest {

    private static final Loss LOSS = new Loss.SoftmaxCrossEntropy();
    private static final int CAPACITY = 12;
    private static final RowTiers TIERS = RowTiers.three(CAPACITY);

    private static Parameters initialized(Architecture architecture) {
        Parameters parameters = Parameters.initialized(architecture, Precision.DOUBLE, Initializer.XAVIER,
                new SplittableRandom(1));
        if (architecture.biases()) {
            for (int neuron = 0; neuron < architecture.sizes().get(1); neuron++) {
                parameters.setBias(0, neuron, 0.1 * neuron - 0.3);
            }
        }
        return parameters;
    }

    /** Random inputs, of which those in the blank columns are zero in all rows, and others in the first rows. */
    private static void fill(Workspace workspace, int rows, Set<Integer> blank) {
        SplittableRandom random = new SplittableRandom(rows);
        for (int row = 0; row < rows; row++) {
            // Floats, as that is what shards get.
            double[] inputs = random.doubles(5, -1, 1).map(input -> (float) input).toArray();
            blank.forEach(column -> inputs[column] = 0);
            for (int column = 0; column < TIERS.count() && !blank.isEmpty(); column++) {
                inputs[column] = row < TIERS.firstRow(column) ? 0 : inputs[column];
            }
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

    /** A shard's own columns of the inputs, row after row. */
    private static float[] values(Workspace workspace, Shard shard, int batch) {
        float[] values = new float[batch * shard.inputCount()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) workspace.inputs().get(i / shard.inputCount(), shard.firstInput() + i % shard.inputCount());
        }
        return values;
    }

    /** The loss, and the gradient in the shards, as the trainer's workers compute them, but one worker after the other. */
    private static double sharded(List<Shard> shards, Workspace workspace, int partRows, int batch) {
        int layers = workspace.architecture().layers();
        int splitLayers = Shard.splitLayers(workspace.architecture());
        for (Shard shard : shards) {
            shard.packInputs(values(workspace, shard, batch), batch);
            shard.takeInputs();
        }
        for (int layer = 0; layer < splitLayers; layer++) {
            for (Shard shard : shards) {
                shard.forward(layer, batch);
            }
        }
        double loss = 0;
        for (int worker = 0; worker < shards.size(); worker++) {
            int rows = Math.max(0, Math.min(partRows, batch - worker * partRows));
            if (rows > 0) {
                shards.get(worker).forwardRows(rows);
                loss += Mlp.loss(LOSS, workspace.part(worker * partRows, partRows), rows, batch);
                shards.get(worker).backwardRows(rows);
            }
        }
        for (int layer = layers - 1; layer >= 0; layer--) {
            for (Shard shard : shards) {
                if (layer < splitLayers) {
                    shard.backward(layer, batch);
                }
                shard.gradient(layer, batch);
            }
        }
        return loss;
    }

    /** The workers' rows of the gradient, one behind the other, as one flat vector. */
    private static double[] gradient(List<Shard> shards, Architecture architecture) {
        List<double[]> rows = new ArrayList<>();
        for (int layer = 0; layer < architecture.layers(); layer++) {
            for (Shard shard : shards) {
                GradientRows gradient = shard.gradients().get(layer);
                double[][] all = new double[gradient.packed(0).rows()][gradient.packed(0).columns()];
                InputRuns runs = gradient.runs();
                for (int run = 0; run < runs.count(); run++) {
                    for (int i = 0; i < runs.length(run); i++) {
                        all[runs.start(run) + i] = gradient.packed(runs.tier(run)).row(runs.packedStart(run) + i);
                    }
                }
                rows.addAll(List.of(all));
            }
        }
        return rows.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    @ParameterizedTest
    @CsvSource({"1, RELU, 0", "2, RELU, 0", "2, TANH, 0.25", "3, SIGMOID, 0", "4, RELU, 0.25", "9, TANH, 0", "12, RELU, 0.25"})
    void theWorkersTogetherComputeWhatOneNetworkDoes(int workers, Activation activation, double dropout) {
        for (List<Integer> hidden : List.of(List.of(7, 3), List.of(6), List.<Integer>of())) {
            agrees(workers, activation, hidden.isEmpty() ? 0 : dropout, hidden);
        }
    }

    private static void agrees(int workers, Activation activation, double dropout, List<Integer> hidden) {
        for (boolean biases : new boolean[] {true, false}) {
            Architecture with = Architecture.of(5, hidden, 4, activation);
            Architecture architecture = new Architecture(with.sizes(), with.activations(), biases);
            Parameters parameters = initialized(architecture);
            Workspace shared = Workspace.forTraining(architecture, Precision.DOUBLE, CAPACITY + workers, dropout);
            int partRows = (CAPACITY + workers - 1) / workers;
            RowShares shares = RowShares.of(architecture, workers, new double[] {1, 5, 0.5, 3, 1});
            List<Shard> shards = Shard.of(shared, parameters, shares, TIERS, partRows, false);
            Set<Integer> none = Set.of();
            for (Set<Integer> blank : List.of(none, Set.of(1, 3), Set.of(0, 1, 2, 3, 4), Set.of(0, 4), Set.of(3), Set.of(4), none)) {
                int batch = blank.size() < 2 ? CAPACITY : 2 * blank.size() + 1;
                Workspace plain = Workspace.forTraining(architecture, Precision.DOUBLE, batch, dropout);
                fill(plain, batch, blank);
                Mlp.forward(parameters, plain, batch);
                double expectedLoss = Mlp.loss(LOSS, plain, batch, batch);
                Parameters expected = Parameters.zeros(architecture, Precision.DOUBLE);
                Mlp.backward(parameters, plain, batch, expected);

                fill(shared, batch, blank);
                assertEquals(expectedLoss, sharded(shards, shared, partRows, batch), 1e-14);
                assertArrayEquals(expected.vector().row(0), gradient(shards, architecture), 1e-14);
            }
        }
    }

    /** Bytes of which some columns are blank in all rows. */
    private static byte[] levels(int inputs, long seed) {
        byte[] levels = new byte[CAPACITY * inputs];
        new SplittableRandom(seed).nextBytes(levels);
        for (int row = 0; row < CAPACITY; row++) {
            for (int blank = (int) seed % 3; blank < inputs; blank += 3) {
                levels[row * inputs + blank] = 0;
            }
        }
        return levels;
    }

    /** What a worker does of its own accord after the others' products: gradients, change of its rows, the next mini-batch. */
    private static void descendAndBeginNext(Shard shard, Parameters parameters, int worker, RowShares shares) {
        int layers = parameters.architecture().layers();
        shard.packInputs(levels(shard.inputCount(), 2 + worker), CAPACITY);
        shard.backward(0, CAPACITY);
        for (int layer = layers - 1; layer >= 0; layer--) {
            shard.gradient(layer, CAPACITY);
        }
        for (int layer = layers - 1; layer >= 0; layer--) {
            int columns = parameters.layer(layer).columns();
            int first = shares.first(layer, worker);
            int count = shares.count(layer, worker) * columns;
            float[] slopes = new float[count];
            shard.gradients().get(layer).read(0, slopes, 0, count);
            for (int i = 0; i < count; i++) {
                Matrix rows = parameters.layer(layer);
                rows.set(first + i / columns, i % columns, rows.get(first + i / columns, i % columns) - slopes[i]);
            }
        }
        shard.takeInputs();
        shard.forward(0, CAPACITY);
    }

    private static double[] outputsAfterTwoSteps(List<Integer> hidden, int workers, boolean backwards) {
        Architecture architecture = Architecture.of(24, hidden, 4, Activation.RELU);
        Parameters parameters = Parameters.initialized(architecture, Precision.FLOAT, Initializer.XAVIER, new SplittableRandom(3));
        int partRows = CAPACITY / workers;
        Workspace workspace = Workspace.forTraining(architecture, Precision.FLOAT, CAPACITY);
        for (int row = 0; row < CAPACITY; row++) {
            workspace.targets().set(row, row % 4, 1);
        }
        RowShares shares = RowShares.even(architecture, workers);
        List<Shard> shards = Shard.of(workspace, parameters, shares, TIERS, partRows, true);
        for (int worker = 0; worker < workers; worker++) {
            shards.get(worker).packInputs(levels(shards.get(worker).inputCount(), 1 + worker), CAPACITY);
            shards.get(worker).takeInputs();
            shards.get(worker).forward(0, CAPACITY);
        }
        for (int worker = 0; worker < workers; worker++) {
            shards.get(worker).forwardRows(partRows);
            Mlp.loss(LOSS, workspace.part(worker * partRows, partRows), partRows, CAPACITY);
            shards.get(worker).backwardRows(partRows);
        }
        for (int i = 0; i < workers; i++) {
            int worker = backwards ? workers - 1 - i : i;
            descendAndBeginNext(shards.get(worker), parameters, worker, shares);
        }
        shards.forEach(shard -> shard.forwardRows(partRows));
        return Arrays.stream(workspace.outputs().toArray()).flatMapToDouble(Arrays::stream).toArray();
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "4"})
    void aWorkerMayBeginTheNextMiniBatchWhileOthersAreStillAtTheirGradients(int workers) {
        for (List<Integer> hidden : List.of(List.of(7), List.<Integer>of())) {
            assertArrayEquals(outputsAfterTwoSteps(hidden, workers, false), outputsAfterTwoSteps(hidden, workers, true));
        }
    }
}
