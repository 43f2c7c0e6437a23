package nn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParametersTest {

    private static final Architecture ARCHITECTURE = Architecture.of(3, List.of(2), 1, Activation.TANH);

    @ParameterizedTest
    @EnumSource
    void theVectorIsLayerAfterLayerWeightsThenBiases(Storage storage) {
        Parameters parameters = Parameters.zeros(ARCHITECTURE, storage);
        parameters.vector().writeRow(0, IntStream.range(0, 11).asDoubleStream().toArray());
        assertArrayEquals(
                new double[][] {{0, 1}, {2, 3}, {4, 5}, {6, 7}},
                parameters.layer(0).toArray());
        assertArrayEquals(new double[][] {{8}, {9}, {10}}, parameters.layer(1).toArray());
        assertEquals(3, parameters.weight(0, 1, 1));
        assertEquals(7, parameters.bias(0, 1));
        assertEquals(10, parameters.bias(1, 0));
    }

    @Test
    void startsAndWeightCountsTellWeightsFromBiases() {
        Parameters parameters = Parameters.zeros(ARCHITECTURE, Storage.NATIVE_FLOAT);
        assertEquals(List.of(0, 8), List.of(parameters.start(0), parameters.start(1)));
        assertEquals(List.of(6, 2), List.of(parameters.weightCount(0), parameters.weightCount(1)));
    }

    @Test
    void settersReachTheVector() {
        Parameters parameters = Parameters.zeros(ARCHITECTURE, Storage.NATIVE_FLOAT);
        parameters.setWeight(1, 1, 0, 5);
        parameters.setBias(0, 0, 6);
        assertArrayEquals(
                new double[] {0, 0, 0, 0, 0, 0, 6, 0, 0, 5, 0},
                parameters.vector().row(0));
    }

    @Test
    void aNetworkWithoutBiasesHasNoneToRead() {
        Parameters parameters = Parameters.zeros(
                new Architecture(List.of(3, 2), List.of(Activation.TANH), false), Storage.NATIVE_FLOAT);
        assertThrows(IllegalStateException.class, () -> parameters.bias(0, 0));
    }

    @Test
    void aCopyHasItsOwnMemory() {
        Parameters parameters = Parameters.zeros(ARCHITECTURE, Storage.NATIVE_FLOAT);
        Parameters copy = parameters.copy();
        parameters.vector().fill(1);
        assertArrayEquals(new double[11], copy.vector().row(0));
    }

    @Test
    void anotherArchitectureOrStorageIsNotCopied() {
        Parameters parameters = Parameters.zeros(ARCHITECTURE, Storage.NATIVE_FLOAT);
        assertThrows(
                IllegalArgumentException.class,
                () -> parameters.copyFrom(
                        Parameters.zeros(Architecture.of(2, List.of(3), 1, Activation.TANH), Storage.NATIVE_FLOAT)));
        assertThrows(
                IllegalArgumentException.class,
                () -> parameters.copyFrom(Parameters.zeros(ARCHITECTURE, Storage.NATIVE_DOUBLE)));
    }

    @Test
    void xavierHasVarianceOneByFanInAndHeTwice() {
        assertEquals(1.0 / 400, variance(Initializer.XAVIER), 1.0 / 400 * 0.03);
        assertEquals(2.0 / 400, variance(Initializer.HE), 2.0 / 400 * 0.03);
        assertEquals(0.01 * 0.01, variance(new Initializer.Normal(0.01)), 0.01 * 0.01 * 0.03);
    }

    private static double variance(Initializer initializer) {
        Parameters parameters = Parameters.initialized(
                Architecture.of(400, List.of(), 100, Activation.RELU),
                Storage.NATIVE_DOUBLE,
                initializer,
                new SplittableRandom(7));
        assertArrayEquals(new double[100], parameters.layer(0).row(400), "biases start at 0");
        double[] weights = java.util.Arrays.copyOf(parameters.vector().row(0), 40_000);
        double mean = DoubleStream.of(weights).average().orElseThrow();
        assertEquals(0, mean, 4 * Math.sqrt(2.0 / 400 / 40_000));
        return DoubleStream.of(weights)
                .map(w -> (w - mean) * (w - mean))
                .average()
                .orElseThrow();
    }

    @Test
    void floatAndDoubleStartFromTheSameNumbers() {
        Parameters floats =
                Parameters.initialized(ARCHITECTURE, Storage.NATIVE_FLOAT, Initializer.HE, new SplittableRandom(1));
        Parameters doubles =
                Parameters.initialized(ARCHITECTURE, Storage.NATIVE_DOUBLE, Initializer.HE, new SplittableRandom(1));
        assertArrayEquals(doubles.vector().row(0), floats.vector().row(0), 1e-7);
    }

    @Test
    void givenMatricesOfAnotherShapeAreRefused() {
        for (double[][] wrong : List.of(
                new double[][] {{1, 2}, {3, 4}},
                new double[][] {{1}, {2}, {3}, {4}},
                new double[][] {{1, 2}, {3, 4}, {5, 6, 7}, {8, 9}},
                new double[0][])) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Parameters.initialized(
                            ARCHITECTURE,
                            Storage.NATIVE_DOUBLE,
                            new Initializer.Given(List.of(wrong, new double[3][1])),
                            new SplittableRandom(0)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneNumberThatIsNotFiniteIsFoundWhereverItIs(Storage storage) {
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            for (int place = 0; place < 11; place++) {
                Parameters parameters = Parameters.zeros(ARCHITECTURE, storage);
                assertTrue(parameters.isFinite());
                parameters.vector().set(0, place, value);
                assertFalse(parameters.isFinite(), value + " at " + place);
            }
        }
    }

    @Test
    void givenMatricesAndConstantsAreWhatALayerStartsWith() {
        double[][] first = {{1, 2}, {3, 4}, {5, 6}, {7, 8}};
        double[][] second = {{9}, {10}, {11}};
        Parameters given = Parameters.initialized(
                ARCHITECTURE,
                Storage.NATIVE_DOUBLE,
                new Initializer.Given(List.of(first, second)),
                new SplittableRandom(0));
        assertArrayEquals(first, given.layer(0).toArray());
        assertArrayEquals(second, given.layer(1).toArray());
        Parameters constant = Parameters.initialized(
                ARCHITECTURE, Storage.NATIVE_DOUBLE, new Initializer.Constant(0.5), new SplittableRandom(0));
        assertArrayEquals(
                DoubleStream.generate(() -> 0.5).limit(11).toArray(),
                constant.vector().row(0));
    }

    @Test
    void weightsWithoutDeviationAreZero() {
        for (Initializer initializer : List.of(new Initializer.Normal(0), new Initializer.Scaled(0))) {
            Parameters parameters =
                    Parameters.initialized(ARCHITECTURE, Storage.NATIVE_DOUBLE, initializer, new SplittableRandom(0));
            assertArrayEquals(
                    new double[11],
                    DoubleStream.of(parameters.vector().row(0)).map(Math::abs).toArray());
        }
    }

    @Test
    void impossibleDeviationsAreRefused() {
        for (double value : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> new Initializer.Normal(value));
            assertThrows(IllegalArgumentException.class, () -> new Initializer.Scaled(value));
        }
    }
}
