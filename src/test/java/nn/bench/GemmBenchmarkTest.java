package nn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Mlp;
import org.junit.jupiter.api.Test;

class GemmBenchmarkTest {

    private static final Architecture NETWORK = Architecture.of(784, List.of(32, 16), 10, Activation.RELU);

    @Test
    void theProductsOfAllPartsAreTheWorkOfATrainingStep() {
        double operations = GemmBenchmark.shapes(NETWORK, 128).stream().mapToDouble(GemmBenchmark.Shape::operations).sum();
        assertEquals(Mlp.trainingOperations(NETWORK, 128), 4 * operations);
    }

    @Test
    void partsShareTheRowsOfTheWeights() {
        assertEquals(List.of(new GemmBenchmark.Shape("layer 1 forward", 128, 32, 196, false, false),
                new GemmBenchmark.Shape("layer 1 weights", 196, 32, 128, true, false)),
                GemmBenchmark.shapes(NETWORK, 128).subList(0, 2));
    }

    @Test
    void partsShareTheRowsOfTheMiniBatchInTheLastLayer() {
        assertEquals(List.of(new GemmBenchmark.Shape("layer 3 forward", 32, 10, 16, false, false),
                new GemmBenchmark.Shape("layer 3 weights", 4, 10, 128, true, false),
                new GemmBenchmark.Shape("layer 3 inputs", 32, 16, 10, false, true)),
                GemmBenchmark.shapes(NETWORK, 128).subList(5, 8));
    }

    @Test
    void everyTranspositionGivesTheProductOfItsShape() {
        for (boolean left : List.of(false, true)) {
            for (boolean right : List.of(false, true)) {
                FloatProduct product = new FloatProduct(new GemmBenchmark.Shape("", 3, 5, 8, left, right));
                product.compute();
                assertEquals(8 * 0.25f, product.corner(), left + " " + right);
            }
        }
    }

    @Test
    void measuresEachNumberOfThreadsAgainstItsOwnPeak() {
        GemmBenchmark.Result result = GemmBenchmark.measure(Architecture.of(4, List.of(), 2, Activation.RELU), 8, 2, 1);
        assertEquals(2, result.rooflineGflops().size());
        assertEquals(List.of(1, 1, 2, 2), result.products().stream().map(GemmBenchmark.Row::threads).toList());
        for (GemmBenchmark.Row row : result.products()) {
            assertEquals(row.gflops() / result.rooflineGflops().get(row.threads() - 1), row.peakFraction(), 1e-12);
        }
    }
}
