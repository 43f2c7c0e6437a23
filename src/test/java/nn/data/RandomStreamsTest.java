package nn.data;

import static nn.data.RandomStreams.Purpose.AUGMENTATION;
import static nn.data.RandomStreams.Purpose.DROPOUT;
import static nn.data.RandomStreams.Purpose.SHUFFLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import nn.data.RandomStreams.Purpose;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {

    @Test
    void sameArgumentsGiveTheSameStream() {
        SplittableRandom a = RandomStreams.of(7, SHUFFLE, 1, 2);
        SplittableRandom b = RandomStreams.of(7, SHUFFLE, 1, 2);
        for (int i = 0; i < 100; i++) {
            assertEquals(a.nextLong(), b.nextLong());
        }
    }

    /** Saved runs continue with these numbers, so they must stay the same. Computed by the same formulas in Python. */
    @Test
    void streamsStayWhatTheyWere() {
        assertEquals(1757579023303955912L, RandomStreams.of(1, SHUFFLE, 2).nextLong());
        assertEquals(6636511967884263565L, RandomStreams.of(-1, DROPOUT, 2, 3).nextLong());
    }

    @Test
    void anyOtherArgumentGivesAnotherStream() {
        Set<Long> first = new HashSet<>();
        int streams = 0;
        for (Purpose purpose : Purpose.values()) {
            for (long seed = -2; seed <= 2; seed++) {
                first.add(RandomStreams.of(seed, purpose).nextLong());
                streams++;
                for (long epoch = -1; epoch < 20; epoch++) {
                    first.add(RandomStreams.of(seed, purpose, epoch).nextLong());
                    streams++;
                    for (long example = 0; example < 20; example++) {
                        first.add(
                                RandomStreams.of(seed, purpose, epoch, example).nextLong());
                        streams++;
                    }
                }
            }
        }
        assertEquals(streams, first.size());
    }

    /** Correlation of neighboring streams, which must be that of 100,000 independent pairs: 0 +- 5 / sqrt(100,000). */
    @Test
    void neighboringStreamsAreIndependent() {
        int n = 100_000;
        double byExample = 0;
        double byEpoch = 0;
        double byPurpose = 0;
        for (int i = 0; i < n; i++) {
            double x = uniform(RandomStreams.of(3, AUGMENTATION, 5, i));
            byExample += x * uniform(RandomStreams.of(3, AUGMENTATION, 5, i + 1));
            byEpoch += x * uniform(RandomStreams.of(3, AUGMENTATION, 6, i));
            byPurpose += x * uniform(RandomStreams.of(3, DROPOUT, 5, i));
        }
        double bound = 5 / Math.sqrt(n);
        assertEquals(0, 12 * byExample / n, bound);
        assertEquals(0, 12 * byEpoch / n, bound);
        assertEquals(0, 12 * byPurpose / n, bound);
    }

    private static double uniform(SplittableRandom random) {
        return random.nextDouble() - 0.5;
    }
}
