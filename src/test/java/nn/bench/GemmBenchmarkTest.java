package nn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Mlp;
import org.junit.jupiter.api.Test;

class GemmBenchmarkTest {

    private static final Architecture NETWORK = Architecture.of(784, List.of(32, 16), 10, Activation.RELU);

    @Test
    void theProductsOfAllPartsAreTheWorkOfATrainingStep() {
        double operations = GemmBenchmark.shapes(NETWORK, 128).stream()
                .mapToDouble(GemmBenchmark.Shape::operations)
                .sum();
        assertEquals(Mlp.trainingOperations(NETWORK, 128), 4 * operations);
    }

    @Test
    void partsShareTheRowsOfTheWeights() {
        assertEquals(
                List.of(
                        new GemmBenchmark.Shape("layer 1 forward", 128, 32, 196, false, false),
                        new GemmBenchmark.Shape("layer 1 weights", 196, 32, 128, true, false)),
                GemmBenchmark.shapes(NETWORK, 128).subList(0, 2));
    }

    @Test
    void partsShareTheRowsOfTheMiniBatchInTheLastLayer() {
        assertEquals(
                List.of(
                        new GemmBenchmark.Shape("layer 3 forward", 32, 10, 16, false, false),
                        new GemmBenchmark.Shape("layer 3 weights", 4, 10, 128, true, false),
                        new GemmBenchmark.Shape("layer 3 inputs", 32, 16, 10, false, true)),
                GemmBenchmark.shapes(NETWORK, 128).subList(5, 8));
    }

    @Test
    void everyTranspositionGivesTheProductOfItsShape() {
        for (boolean left : List.of(false, true)) {
            for (boolean right : List.of(false, true)) {
                FloatProduct product = new FloatProduct(new GemmBenchmark.Shape("", 3, 5, 8, left, right));
                product.run();
                assertEquals(8 * 0.25f, product.corner(), left + " " + right);
            }
        }
    }

    @Test
    void measuresEachNumberOfThreadsAgainstItsOwnPeak() {
        // A layer of 4 x 2 numbers and 8 images are two products of 64 multiply-adds, of which a part is 16. Of
        // "forward" one product
        // is a round: 1/4, 1, 1/2 and 2 operations take a microsecond, with two threads twice as many. Of "weights" it
        // takes three products until 5 ms have passed.
        double[] forward = {9, 0.01, 9, 128e-6, 32e-6, 64e-6, 16e-6};
        FakeClock clock = FakeClock.still();
        FakeProducts products = new FakeProducts(
                clock,
                Map.of(
                        "peak",
                        new double[] {0.5},
                        "layer 1 weights",
                        new double[] {0.002},
                        "layer 1 forward",
                        DoubleStream.concat(Arrays.stream(forward), Arrays.stream(forward))
                                .toArray()));
        GemmBenchmark.Result result = GemmBenchmark.measure(
                Architecture.of(4, List.of(), 2, Activation.RELU), 8, 2, 4, products, clock.stopwatch());
        assertEquals(List.of(4.294967296, 8.589934592), result.rooflineGflops());
        assertEquals(4, result.products().size());
        assertRow(
                "layer 1 forward",
                8,
                2,
                1,
                1,
                new Spread(0.00075, 0.00025, 0.002, 4),
                4.294967296,
                result.products().get(0));
        assertRow(
                "layer 1 weights",
                1,
                2,
                8,
                1,
                new Spread(16e-6, 16e-6, 16e-6, 4),
                4.294967296,
                result.products().get(1));
        assertRow(
                "layer 1 forward",
                8,
                2,
                1,
                2,
                new Spread(0.0015, 0.0005, 0.004, 4),
                8.589934592,
                result.products().get(2));
        assertRow(
                "layer 1 weights",
                1,
                2,
                8,
                2,
                new Spread(32e-6, 32e-6, 32e-6, 4),
                8.589934592,
                result.products().get(3));
        assertEquals(2 * (1 + 1 + 3 + 4 * 3), products.done("layer 1 weights"));
        assertEquals(4, result.rounds());
    }

    private static void assertRow(
            String name, int m, int n, int k, int threads, Spread gflops, double peak, GemmBenchmark.Row row) {
        assertEquals(List.of(name, m, n, k, threads), List.of(row.name(), row.m(), row.n(), row.k(), row.threads()));
        assertEquals(gflops.median(), row.gflops(), 1e-15, name);
        assertEquals(gflops.least(), row.leastGflops(), 1e-15, name);
        assertEquals(gflops.most(), row.mostGflops(), 1e-15, name);
        assertEquals(gflops.median() / peak, row.peakFraction(), 1e-15, name);
    }

    /** [3, 8] by [8, 5] is 15 sums of 8 multiply-adds. */
    @Test
    void aMultiplyAddIsTwoOperations() {
        assertEquals(240, new GemmBenchmark.Shape("", 3, 5, 8, false, false).operations());
    }
}
