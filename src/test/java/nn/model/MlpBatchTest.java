package nn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MlpBatchTest {

    private static final Architecture ARCHITECTURE = Architecture.of(20, List.of(13, 7), 10, Activation.RELU);
    private static final Loss LOSS = new Loss.SoftmaxCrossEntropy();

    private static TrialNet net(Storage storage, int rows, long seed) {
        return new TrialNet(ARCHITECTURE, storage, LOSS, rows, 0, seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void batchGradientIsTheWeightedMeanOfItsParts(long seed) {
        TrialNet whole = net(Storage.NATIVE_DOUBLE, 11, seed);
        double wholeLoss = whole.computeGradient();
        double[] sum = new double[ARCHITECTURE.parameterCount()];
        double lossSum = 0;
        for (int[] part : new int[][] {{0, 3}, {3, 10}, {10, 11}}) {
            int rows = part[1] - part[0];
            TrialNet piece = net(Storage.NATIVE_DOUBLE, rows, seed);
            for (int row = 0; row < rows; row++) {
                piece.workspace.inputs().writeRow(row, whole.workspace.inputs().row(part[0] + row));
                piece.workspace
                        .targets()
                        .writeRow(row, whole.workspace.targets().row(part[0] + row));
            }
            lossSum += piece.computeGradient() * rows / 11;
            double[] gradient = piece.gradient.vector().row(0);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += gradient[i] * rows / 11;
            }
        }
        assertArrayEquals(whole.gradient.vector().row(0), sum, 1e-14);
        assertEquals(wholeLoss, lossSum, 1e-14);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sharesOfABatchAddUpToItsLoss(long seed) {
        TrialNet net = net(Storage.NATIVE_DOUBLE, 8, seed);
        double mean = net.lossValue();
        double share = Mlp.loss(LOSS, net.workspace, 8, 32);
        assertEquals(mean / 4, share, 1e-15);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void oneExampleAloneGivesWhatItGivesInABatch(long seed) {
        TrialNet net = net(Storage.NATIVE_FLOAT, 33, seed);
        Mlp.forward(net.parameters, net.workspace, 33);
        Workspace alone = Workspace.forInference(ARCHITECTURE, Storage.NATIVE_FLOAT, 1);
        for (int row = 0; row < 33; row++) {
            alone.inputs().writeRow(0, net.workspace.inputs().row(row));
            Mlp.forward(net.parameters, alone, 1);
            assertArrayEquals(net.workspace.outputs().row(row), alone.outputs().row(0), 1e-5, "row " + row);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void initialLossIsNearTheLogOfTheClassCount(long seed) {
        for (Initializer initializer : List.of(Initializer.XAVIER, Initializer.HE, new Initializer.Normal(0.01))) {
            TrialNet net = new TrialNet(
                    Architecture.of(784, List.of(64), 10, Activation.RELU), Storage.NATIVE_FLOAT, LOSS, 100, 0, seed);
            Parameters fresh = Parameters.initialized(
                    net.parameters.architecture(), Storage.NATIVE_FLOAT, initializer, new SplittableRandom(seed));
            for (int row = 0; row < 100; row++) {
                net.workspace
                        .inputs()
                        .writeRow(
                                row,
                                new SplittableRandom(seed + row)
                                        .doubles(784, 0, 0.25)
                                        .toArray());
            }
            net.parameters.copyFrom(fresh);
            assertEquals(Math.log(10), net.lossValue(), 0.2, initializer.toString());
        }
    }

    @Test
    void theSamePassTwiceGivesTheSameBits() {
        TrialNet net = net(Storage.NATIVE_FLOAT, 9, 4);
        net.computeGradient();
        double[] first = net.gradient.vector().row(0);
        net.gradient.vector().fill(123);
        net.computeGradient();
        assertArrayEquals(first, net.gradient.vector().row(0));
    }

    @Test
    void aSmallerBatchIsNotDisturbedByTheRowsOfALargerOneBefore() {
        TrialNet large = net(Storage.NATIVE_DOUBLE, 9, 4);
        large.computeGradient();
        Mlp.forward(large.parameters, large.workspace, 2);
        double loss = Mlp.loss(LOSS, large.workspace, 2, 2);
        Mlp.backward(large.parameters, large.workspace, 2, large.gradient);

        TrialNet small = net(Storage.NATIVE_DOUBLE, 2, 4);
        assertEquals(small.computeGradient(), loss, 1e-15);
        assertArrayEquals(
                small.gradient.vector().row(0), large.gradient.vector().row(0), 1e-15);
    }

    @Test
    void parametersOfAnotherStorageAreRefused() {
        Workspace workspace = Workspace.forInference(ARCHITECTURE, Storage.NATIVE_FLOAT, 5);
        for (Storage other : List.of(Storage.NATIVE_DOUBLE, Storage.HEAP_FLOAT)) {
            Parameters parameters = Parameters.zeros(ARCHITECTURE, other);
            assertThrows(IllegalArgumentException.class, () -> Mlp.forward(parameters, workspace, 5));
        }
    }

    @Test
    void evaluationDoesNotDisturbTraining() {
        TrialNet net = net(Storage.NATIVE_FLOAT, 5, 4);
        net.lossValue();
        Workspace other = Workspace.forInference(ARCHITECTURE, Storage.NATIVE_FLOAT, 5);
        Mlp.forward(net.parameters, other, 5);
        Mlp.backward(net.parameters, net.workspace, 5, net.gradient);
        double[] disturbed = net.gradient.vector().row(0);
        net.computeGradient();
        assertArrayEquals(net.gradient.vector().row(0), disturbed);
    }

    /** A processor is a hundred times slower with numbers below 1e-38. */
    @Test
    void theGradientOfWhatIsKnownByHeartIsZeroAndOfAllElseItself() {
        Workspace workspace = Workspace.forTraining(ARCHITECTURE, Storage.NATIVE_FLOAT, 2);
        workspace.targets().set(0, 3, 1);
        workspace.targets().set(1, 3, 1);
        workspace.outputs().set(0, 3, 90);
        workspace.outputs().set(1, 3, 30);
        Mlp.loss(LOSS, workspace, 2, 2);
        Matrix slopes = workspace.dSums(ARCHITECTURE.layers() - 1);
        for (int output = 0; output < 10; output++) {
            assertEquals(0, slopes.get(0, output));
            double probability = Math.exp(-30);
            assertEquals((output == 3 ? -9 : 1) * probability / 2, slopes.get(1, output), 1e-15);
        }
    }

    @Test
    void rowsBeyondTheWorkspaceAreRefused() {
        TrialNet net = net(Storage.NATIVE_FLOAT, 4, 1);
        for (int rows : new int[] {0, -1, 5}) {
            assertThrows(IllegalArgumentException.class, () -> Mlp.forward(net.parameters, net.workspace, rows));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Mlp.backward(net.parameters, net.workspace, rows, net.gradient));
        }
    }

    @Test
    void parametersOfAnotherNetworkAreRefused() {
        TrialNet net = net(Storage.NATIVE_FLOAT, 4, 1);
        Parameters wider =
                Parameters.zeros(Architecture.of(20, List.of(99, 7), 10, Activation.RELU), Storage.NATIVE_FLOAT);
        Parameters doubles = Parameters.zeros(ARCHITECTURE, Storage.NATIVE_DOUBLE);
        for (Parameters wrong : List.of(wider, doubles)) {
            assertThrows(IllegalArgumentException.class, () -> Mlp.forward(wrong, net.workspace, 4));
            assertThrows(IllegalArgumentException.class, () -> Mlp.backward(net.parameters, net.workspace, 4, wrong));
        }
    }

    @Test
    void aWorkspaceForInferenceRefusesToTrain() {
        Workspace inference = Workspace.forInference(ARCHITECTURE, Storage.NATIVE_FLOAT, 4);
        TrialNet net = net(Storage.NATIVE_FLOAT, 4, 1);
        assertThrows(IllegalStateException.class, () -> Mlp.loss(LOSS, inference, 4, 4));
        assertThrows(IllegalStateException.class, () -> Mlp.backward(net.parameters, inference, 4, net.gradient));
    }

    @Test
    void trainingOperationsCountTheProductsOfAStep() {
        assertEquals(
                2.0 * 128 * (2 * 784 * 256 + 3 * 256 * 10),
                Mlp.trainingOperations(Architecture.of(784, List.of(256), 10, Activation.RELU), 128));
    }
}
