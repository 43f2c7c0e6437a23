package nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MiniBatchOrderTest {

    @Test
    void epochVisitsEachExampleOnce() {
        for (int size : new int[] {0, 1, 2, 3, 10, 1000, 60_000}) {
            int[] order = MiniBatchOrder.of(size, 3, size);
            Arrays.sort(order);
            assertArrayEquals(IntStream.range(0, size).toArray(), order);
        }
    }

    @Test
    void sameSeedAndEpochGiveTheSameOrder() {
        assertArrayEquals(MiniBatchOrder.of(5, 2, 1000), MiniBatchOrder.of(5, 2, 1000));
    }

    @Test
    void orderDependsOnSeedAndEpoch() {
        int[] order = MiniBatchOrder.of(5, 2, 1000);
        assertFalse(Arrays.equals(order, MiniBatchOrder.of(5, 3, 1000)));
        assertFalse(Arrays.equals(order, MiniBatchOrder.of(6, 2, 1000)));
    }

    /** Each of the six orders of three is as frequent as the others: 10,000 +- 5 standard deviations. */
    @Test
    void allOrdersAreEquallyLikely() {
        int[] counts = new int[27];
        for (int epoch = 0; epoch < 60_000; epoch++) {
            int[] order = MiniBatchOrder.of(1, epoch, 3);
            counts[9 * order[0] + 3 * order[1] + order[2]]++;
        }
        assertEquals(6, IntStream.of(counts).filter(count -> count > 0).count());
        for (int count : counts) {
            assertTrue(
                    count == 0 || Math.abs(count - 10_000) < 5 * Math.sqrt(60_000 * 5 / 36.0), Arrays.toString(counts));
        }
    }
}
