package nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nn.SyntheticData;
import nn.data.RandomStreams.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StratifiedSampleTest {

    /** Nine examples of class 0, six of 1, three of 2, none of 3, two of 4, one of 5. */
    private static final DataSet SORTED =
            SyntheticData.labeled(6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 4, 4, 5);

    private static List<Integer> sample(int size, long seed) {
        return sample(SORTED, size, RandomStreams.of(seed, Purpose.SAMPLE, 3));
    }

    private static List<Integer> sample(DataSet data, int size, SplittableRandom random) {
        return StratifiedSample.of(data, size, random).stream().boxed().toList();
    }

    /** Runs are repeated and resumed with these. From stratified_sample.py. */
    @Test
    void samplesStayWhatTheyWere() {
        assertEquals(List.of(1, 5, 6, 7, 10, 11, 14, 17, 19), sample(9, 7));
        assertEquals(List.of(3, 6, 10, 15), sample(4, 8));
    }

    @Test
    void nothingAndEverythingAreSamples() {
        assertEquals(List.of(), sample(0, 1));
        assertEquals(IntStream.range(0, 21).boxed().toList(), sample(21, 1));
    }

    /** Otherwise a class of one example would never be trained. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 10, 15})
    void theOnlyExampleOfAClassIsDrawnLast(int size) {
        for (int seed = 0; seed < 20; seed++) {
            assertEquals(false, sample(size, seed).contains(20), "seed " + seed);
        }
    }

    /** With a share of 1/4, an example is drawn in 250 of 1000 samples, give or take 5 standard deviations of 14. */
    @Test
    void eachExampleOfAClassIsDrawnAsOften() {
        DataSet data =
                SyntheticData.labeled(2, IntStream.range(0, 40).map(i -> i / 20).toArray());
        int[] drawn = new int[40];
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 1000; round++) {
            sample(data, 10, random).forEach(example -> drawn[example]++);
        }
        for (int example = 0; example < 40; example++) {
            assertEquals(250, drawn[example], 70, "example " + example);
        }
    }
}
