package nn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with {@code networks.json}, which {@code networks.py} computed with textbook formulas and complex-step derivatives. */
class NetworkGoldenTest {

    record Golden(
            String name,
            String loss,
            List<String> activations,
            boolean biases,
            List<double[][]> layers,
            double[][] inputs,
            double[][] targets,
            double[][] outputs,
            double lossValue,
            List<double[][]> gradients) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Golden> goldens() throws IOException {
        try (InputStream in = NetworkGoldenTest.class.getResourceAsStream("networks.json")) {
            return new ObjectMapper().readValue(in, new TypeReference<List<Golden>>() {}).stream();
        }
    }

    @Test
    void everyLossHasAGoldenNetwork() throws IOException {
        for (String label : List.of("softmax-cross-entropy", "binary-cross-entropy", "squared-error")) {
            assertTrue(goldens().anyMatch(golden -> golden.loss.equals(label)), label);
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void doubleOutputsAgreeWithNumPy(Golden golden) {
        Pass pass = new Pass(golden, Storage.NATIVE_DOUBLE);
        assertRows(golden.outputs, pass.workspace.outputs(), 1e-14);
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void doubleLossAgreesWithNumPy(Golden golden) {
        assertEquals(golden.lossValue, new Pass(golden, Storage.NATIVE_DOUBLE).lossValue, 1e-14);
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void doubleGradientsAgreeWithComplexStepDerivatives(Golden golden) {
        Pass pass = new Pass(golden, Storage.NATIVE_DOUBLE);
        for (int layer = 0; layer < golden.gradients.size(); layer++) {
            assertRows(golden.gradients.get(layer), pass.gradient.layer(layer), 1e-14);
        }
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void floatOutputsLossAndGradientsAgreeToSinglePrecision(Golden golden) {
        assertAgreesToSinglePrecision(golden, Storage.NATIVE_FLOAT);
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void plainFloatOutputsLossAndGradientsAgreeToSinglePrecision(Golden golden) {
        assertAgreesToSinglePrecision(golden, Storage.HEAP_FLOAT);
    }

    private static void assertAgreesToSinglePrecision(Golden golden, Storage storage) {
        Pass pass = new Pass(golden, storage);
        assertRows(golden.outputs, pass.workspace.outputs(), 3e-6);
        assertEquals(golden.lossValue, pass.lossValue, 1e-6);
        for (int layer = 0; layer < golden.gradients.size(); layer++) {
            assertRows(golden.gradients.get(layer), pass.gradient.layer(layer), 3e-6);
        }
    }

    /** The pass through a golden network. */
    private static final class Pass {

        private final Workspace workspace;
        private final Parameters gradient;
        private final double lossValue;

        private Pass(Golden golden, Storage storage) {
            int rows = golden.inputs.length;
            Architecture architecture = new Architecture(
                    List.of(4, 5, 3),
                    golden.activations.stream()
                            .map(name -> Activation.valueOf(name.toUpperCase(Locale.ROOT)))
                            .toList(),
                    golden.biases);
            Parameters parameters = Parameters.initialized(
                    architecture, storage, new Initializer.Given(golden.layers), new SplittableRandom(0));
            workspace = Workspace.forTraining(architecture, storage, rows);
            gradient = Parameters.zeros(architecture, storage);
            for (int row = 0; row < rows; row++) {
                workspace.inputs().writeRow(row, golden.inputs[row]);
                workspace.targets().writeRow(row, golden.targets[row]);
            }
            Mlp.forward(parameters, workspace, rows);
            lossValue = Mlp.loss(Loss.named(golden.loss), workspace, rows, rows);
            Mlp.backward(parameters, workspace, rows, gradient);
        }
    }

    private static void assertRows(double[][] expected, Matrix actual, double tolerance) {
        assertEquals(expected.length, actual.rows());
        for (int row = 0; row < expected.length; row++) {
            assertArrayEquals(expected[row], actual.row(row), tolerance, "row " + row);
        }
    }
}
