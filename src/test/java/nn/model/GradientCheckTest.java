package nn.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GradientCheckTest {

    private static final double SMOOTH = 1e-7;
    private static final double RELU = 1e-4;
    private static final List<Integer> SIZES = List.of(4, 5, 6, 3);

    static Stream<Arguments> networks() {
        List<Arguments> networks = new ArrayList<>();
        for (Activation hidden : List.of(Activation.IDENTITY, Activation.SIGMOID, Activation.TANH, Activation.RELU)) {
            for (Loss loss : List.of(
                    new Loss.SoftmaxCrossEntropy(),
                    new Loss.BinaryCrossEntropy(),
                    new Loss.SquaredError(0.5),
                    new Loss.SquaredError(1))) {
                for (boolean biases : List.of(true, false)) {
                    for (long seed : List.of(11L, 12L, 13L)) {
                        networks.add(Arguments.of(hidden, loss, biases, seed));
                    }
                }
            }
        }
        return networks.stream();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void backwardAgreesWithCentredDifferences(Activation hidden, Loss loss, boolean biases, long seed) {
        TrialNet net = new TrialNet(
                TrialNet.architecture(SIZES, hidden, loss.outputActivation(), biases),
                Storage.NATIVE_DOUBLE,
                loss,
                7,
                0,
                seed);
        net.computeGradient();
        assertError(net, hidden == Activation.RELU ? RELU : SMOOTH);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void backwardRespectsTheDropoutMask(Activation hidden, Loss loss, boolean biases, long seed) {
        TrialNet net = withDropout(hidden, loss, biases, seed);
        net.computeGradient();
        assertError(net, hidden == Activation.RELU ? RELU : SMOOTH);
    }

    @Test
    void weightsOfADroppedNeuronGetNoGradient() {
        TrialNet net = withDropout(Activation.TANH, new Loss.SoftmaxCrossEntropy(), true, 5);
        for (int row = 0; row < net.rows; row++) {
            net.workspace.keep(0).orElseThrow().set(row, 2, 0);
        }
        net.computeGradient();
        for (int input = 0; input < 4; input++) {
            assertEquals(0, net.gradient.weight(0, input, 2));
        }
        assertEquals(0, net.gradient.bias(0, 2));
    }

    @Test
    void aCorruptedGradientIsCaught() {
        TrialNet net = new TrialNet(
                TrialNet.architecture(SIZES, Activation.TANH, Activation.IDENTITY, true),
                Storage.NATIVE_DOUBLE,
                new Loss.SoftmaxCrossEntropy(),
                7,
                0,
                3);
        net.computeGradient();
        for (int layer = 0; layer < 3; layer++) {
            double right = net.gradient.weight(layer, 1, 2);
            net.gradient.setWeight(layer, 1, 2, right * 1.001 + 1e-6);
            double error = GradientCheck.largestError(net);
            assertTrue(error > SMOOTH, "layer " + layer + ": a wrong weight passed with " + error);
            net.gradient.setWeight(layer, 1, 2, right);

            double rightBias = net.gradient.bias(layer, 1);
            net.gradient.setBias(layer, 1, rightBias * 1.001 + 1e-6);
            double biasError = GradientCheck.largestError(net);
            assertTrue(biasError > SMOOTH, "layer " + layer + ": a wrong bias passed with " + biasError);
            net.gradient.setBias(layer, 1, rightBias);
        }
    }

    private static TrialNet withDropout(Activation hidden, Loss loss, boolean biases, long seed) {
        TrialNet net = new TrialNet(
                TrialNet.architecture(SIZES, hidden, loss.outputActivation(), biases),
                Storage.NATIVE_DOUBLE,
                loss,
                7,
                0.25,
                seed);
        for (int layer = 0; layer < 2; layer++) {
            Matrix keep = net.workspace.keep(layer).orElseThrow();
            for (int row = 0; row < net.rows; row++) {
                for (int column = 0; column < keep.columns(); column++) {
                    keep.set(row, column, (row + 3 * column + layer) % 4 == 0 ? 0 : net.workspace.keepFactor());
                }
            }
        }
        return net;
    }

    private static void assertError(TrialNet net, double limit) {
        double error = GradientCheck.largestError(net);
        assertTrue(error < limit, "relative error " + error);
    }
}
