package nn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MlpForwardTest {

    /** The three-layer example 2-3-2-2 that introductions print, with its values to eight places. */
    @Test
    void theThreeLayerExampleHasItsPublishedValues() {
        Architecture architecture = new Architecture(
                List.of(2, 3, 2, 2), List.of(Activation.SIGMOID, Activation.SIGMOID, Activation.IDENTITY), true);
        Parameters parameters = Parameters.initialized(
                architecture,
                Storage.NATIVE_DOUBLE,
                new Initializer.Given(List.of(
                        new double[][] {{0.1, 0.3, 0.5}, {0.2, 0.4, 0.6}, {0.1, 0.2, 0.3}},
                        new double[][] {{0.1, 0.4}, {0.2, 0.5}, {0.3, 0.6}, {0.1, 0.2}},
                        new double[][] {{0.1, 0.3}, {0.2, 0.4}, {0.1, 0.2}})),
                new SplittableRandom(0));
        Workspace workspace = Workspace.forInference(architecture, Storage.NATIVE_DOUBLE, 1);
        workspace.inputs().writeRow(0, new double[] {1.0, 0.5});
        Mlp.forward(parameters, workspace, 1);
        assertArrayEquals(
                new double[] {0.57444252, 0.66818777, 0.75026011},
                workspace.values(1).row(0),
                5e-9);
        assertArrayEquals(
                new double[] {0.62624937, 0.7710107}, workspace.values(2).row(0), 5e-9);
        assertArrayEquals(
                new double[] {0.31682708, 0.69627909}, workspace.outputs().row(0), 5e-9);
    }

    @Test
    void twoLayersOfStepsComputeExclusiveOr() {
        Architecture architecture = new Architecture(List.of(2, 2, 1), List.of(Activation.STEP, Activation.STEP), true);
        Parameters parameters = Parameters.initialized(
                architecture,
                Storage.NATIVE_FLOAT,
                new Initializer.Given(List.of(
                        new double[][] {{0.5, -0.5}, {0.5, -0.5}, {-0.2, 0.7}}, new double[][] {{0.5}, {0.5}, {-0.7}})),
                new SplittableRandom(0));
        Workspace workspace = Workspace.forInference(architecture, Storage.NATIVE_FLOAT, 4);
        for (int row = 0; row < 4; row++) {
            workspace.inputs().writeRow(row, new double[] {row & 1, row >> 1});
        }
        Mlp.forward(parameters, workspace, 4);
        assertArrayEquals(
                new double[][] {{0}, {1}, {1}, {0}}, workspace.outputs().toArray());
    }

    /** 4-3-2, identity, no biases, weights 1, x = 1 2 3 4, target 100 200: derived by hand. */
    @Test
    void theLinearExampleHasItsExactOutputsLossAndGradient() {
        Architecture architecture =
                new Architecture(List.of(4, 3, 2), List.of(Activation.IDENTITY, Activation.IDENTITY), false);
        Parameters parameters = Parameters.initialized(
                architecture, Storage.NATIVE_DOUBLE, new Initializer.Constant(1), new SplittableRandom(0));
        Workspace workspace = Workspace.forTraining(architecture, Storage.NATIVE_DOUBLE, 1);
        workspace.inputs().writeRow(0, new double[] {1, 2, 3, 4});
        workspace.targets().writeRow(0, new double[] {100, 200});
        Mlp.forward(parameters, workspace, 1);
        Parameters gradient = Parameters.zeros(architecture, Storage.NATIVE_DOUBLE);
        double loss = Mlp.loss(new Loss.SquaredError(0.5), workspace, 1, 1);
        Mlp.backward(parameters, workspace, 1, gradient);

        assertArrayEquals(
                new double[] {30, 30, 16900},
                new double[] {workspace.outputs().get(0, 0), workspace.outputs().get(0, 1), loss});
        assertArrayEquals(
                new double[][] {{-700, -1700}, {-700, -1700}, {-700, -1700}},
                gradient.layer(1).toArray());
        assertArrayEquals(
                new double[][] {{-240, -240, -240}, {-480, -480, -480}, {-720, -720, -720}, {-960, -960, -960}},
                gradient.layer(0).toArray());
    }
}
