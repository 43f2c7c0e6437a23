package nn.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowSharesTest {

    private static List<Integer> counts(RowShares shares, int layer) {
        return IntStream.range(0, shares.workers()).mapToObj(worker -> shares.count(layer, worker)).toList();
    }

    @Test
    void aLayersRowsAreSharedOutEvenly() {
        Architecture architecture = Architecture.of(784, List.of(256, 5), 10, Activation.RELU);
        RowShares shares = RowShares.even(architecture, 4);
        assertEquals(4, shares.workers());
        assertEquals(List.of(196, 196, 196, 197), counts(shares, 0));
        assertEquals(List.of(64, 64, 64, 65), counts(shares, 1));
        assertEquals(List.of(1, 2, 1, 2), counts(shares, 2));
    }

    @Test
    void theFirstLayersByTheirWork() {
        Architecture architecture = Architecture.of(6, List.of(4), 2, Activation.RELU);
        RowShares shares = RowShares.of(architecture, 2, new double[] {1, 1, 1, 1, 4, 4});
        // The biases are 4, too: 8 for each of the two.
        assertEquals(List.of(5, 2), counts(shares, 0));
        assertEquals(0, shares.first(0, 0));
        assertEquals(5, shares.first(0, 1));
        assertEquals(List.of(2, 3), counts(shares, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 40})
    void eachRowIsOneWorkersAndNobodyGetsMuchMoreThanItsShare(int workers) {
        SplittableRandom random = new SplittableRandom(workers);
        for (int trial = 0; trial < 50; trial++) {
            int inputs = random.nextInt(1, 30);
            double[] work = random.doubles(inputs, 0.1, 10).toArray();
            Architecture with = Architecture.of(inputs, List.of(3), 2, Activation.RELU);
            Architecture architecture = new Architecture(with.sizes(), with.activations(), trial % 2 == 0);
            RowShares shares = RowShares.of(architecture, workers, work);
            double total = architecture.biases() ? IntStream.range(0, inputs).mapToDouble(i -> work[i]).max().orElseThrow() : 0;
            for (double one : work) {
                total += one;
            }
            int row = 0;
            for (int worker = 0; worker < workers; worker++) {
                assertEquals(row, shares.first(0, worker));
                double own = 0;
                for (int i = 0; i < shares.count(0, worker); i++, row++) {
                    own += row < inputs ? work[row] : 0;
                }
                assertTrue(shares.count(0, workers - 1) > 0);
                assertTrue(own <= total / workers + 10 + 1e-9, "worker " + worker + " has " + own + " of " + total);
            }
            assertEquals(architecture.weightRows(0), row);
        }
    }
}
