package nn.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Parameters;
import nn.model.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with {@code optimizers.json}, which {@code optimizers.py} computed with NumPy and compared with PyTorch. */
class OptimizerGoldenTest {

    record Golden(double rate, double[] start, double[][] gradients, List<Run> runs) {}

    record Run(String optimizer, double decay, double[][] parameters) {

        @Override
        public String toString() {
            return optimizer + " with decay " + decay;
        }

        private Optimizer rule() {
            return switch (optimizer) {
                case "sgd" -> new Optimizer.GradientDescent();
                case "momentum" -> new Optimizer.Momentum(0.9, false);
                case "nesterov" -> new Optimizer.Momentum(0.9, true);
                case "adam", "adamw" -> Optimizer.Adam.standard();
                default -> throw new IllegalStateException(optimizer);
            };
        }
    }

    private static Golden golden() throws IOException {
        try (InputStream in = OptimizerGoldenTest.class.getResourceAsStream("optimizers.json")) {
            return new ObjectMapper().readValue(in, Golden.class);
        }
    }

    static Stream<Arguments> runs() throws IOException {
        Golden golden = golden();
        return golden.runs.stream().map(run -> Arguments.of(run, golden));
    }

    @Test
    void everyOptimizerHasAGoldenRun() throws IOException {
        assertEquals(
                List.of("sgd", "sgd", "momentum", "nesterov", "adam", "adamw"),
                golden().runs.stream().map(Run::optimizer).toList());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void tenStepsInDoublePrecisionAgreeWithNumPy(Run run, Golden golden) {
        double[] parameters = golden.start.clone();
        double[][] slots = new double[run.rule().slots()][parameters.length];
        for (int step = 0; step < golden.gradients.length; step++) {
            run.rule().update(parameters, golden.gradients[step], slots, 0, 6, golden.rate, run.decay, step);
            assertArrayEquals(run.parameters[step], parameters, 1e-14, "step " + step);
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void tenStepsInSinglePrecisionAgreeWithNumPy(Run run, Golden golden) {
        float[] parameters = floats(golden.start);
        float[][] slots = new float[run.rule().slots()][parameters.length];
        for (int step = 0; step < golden.gradients.length; step++) {
            run.rule().update(parameters, floats(golden.gradients[step]), slots, 0, 6, golden.rate, run.decay, step);
            for (int i = 0; i < 6; i++) {
                assertEquals(
                        run.parameters[step][i],
                        parameters[i],
                        2e-6 * Math.max(1, Math.abs(parameters[i])),
                        "step " + step + ", parameter " + i);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void onlyTheGivenLengthChanges(Run run, Golden golden) {
        float[] parameters = floats(golden.start);
        float[][] slots = new float[run.rule().slots()][6];
        run.rule().update(parameters, floats(golden.gradients[0]), slots, 0, 4, golden.rate, run.decay, 0);
        assertEquals((float) golden.start[4], parameters[4]);
        for (float[] slot : slots) {
            assertEquals(0, slot[4]);
        }
    }

    static Stream<Arguments> runsWithoutDecay() throws IOException {
        return runs().filter(arguments -> ((Run) arguments.get()[0]).decay == 0);
    }

    @ParameterizedTest
    @MethodSource("runsWithoutDecay")
    void aPlainUpdateMakesTheSameSteps(Run run, Golden golden) {
        Architecture architecture = new Architecture(List.of(2, 2), List.of(Activation.IDENTITY), true);
        Parameters parameters = Parameters.zeros(architecture, Storage.NATIVE_DOUBLE);
        Parameters gradient = Parameters.zeros(architecture, Storage.NATIVE_DOUBLE);
        parameters.vector().writeRow(0, golden.start);
        PlainUpdate update = new PlainUpdate(run.rule(), parameters);
        for (int step = 0; step < golden.gradients.length; step++) {
            gradient.vector().writeRow(0, golden.gradients[step]);
            update.apply(gradient, golden.rate);
            assertArrayEquals(run.parameters[step], parameters.vector().row(0), 1e-14, "step " + step);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void sharesOutsideZeroToOneAreRefused(double share) {
        assertThrows(IllegalArgumentException.class, () -> new Optimizer.Momentum(share, false));
        assertThrows(IllegalArgumentException.class, () -> new Optimizer.Adam(share, 0.999, 1e-8));
        assertThrows(IllegalArgumentException.class, () -> new Optimizer.Adam(0.9, share, 1e-8));
    }

    @Test
    void anEpsilonThatWouldDivideByZeroIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Optimizer.Adam(0.9, 0.999, 0));
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** Numbers below 1e-38 are denormal: a processor is a hundred times slower with them. */
    @ParameterizedTest
    @ValueSource(strings = {"momentum", "nesterov", "adam"})
    void whatIsRememberedOfALongBlankInputNeverGetsDenormal(String optimizer) {
        Optimizer rule = new Run(optimizer, 0, null).rule();
        float[] values = {0.5f, -0.5f, 0.1f};
        float[][] slots = new float[rule.slots()][values.length];
        rule.update(values, new float[] {1e-3f, -1e-3f, 1e-12f}, slots, 0, values.length, 1e-3, 0, 0);
        for (int step = 1; step < 5000; step++) {
            rule.update(values, new float[values.length], slots, 0, values.length, 1e-3, 0, step);
            for (float remembered : slots[0]) {
                assertTrue(remembered == 0 || Math.abs(remembered) >= Float.MIN_NORMAL * 1e6, step + ": " + remembered);
            }
        }
    }

    /** The gradients of examples that are learned very well. */
    @Test
    void adamsMeanOfSquaresNeverGetsDenormalByTinySlopes() {
        float[] slopes = {1e-17f, 1e-18f, -1e-19f, 1e-22f, 1e-30f, 1e-40f};
        float[][] slots = new float[2][slopes.length];
        for (int step = 0; step < 100; step++) {
            Optimizer.Adam.standard().update(new float[slopes.length], slopes, slots, 0, slopes.length, 1e-3, 0, step);
            for (float remembered : slots[1]) {
                assertTrue(remembered == 0 || remembered >= Float.MIN_NORMAL, step + ": " + remembered);
            }
        }
        assertTrue(slots[1][0] > 0);
    }
}
