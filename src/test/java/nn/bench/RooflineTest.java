package nn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RooflineTest {

    private static final int ROUNDS = 15;
    /** Before each half of the rounds there is one product that does not count. */
    private static final int FIRST_HALF = 1 + 8;

    private final FakeClock clock = FakeClock.still();

    /** 1024^3 multiply-adds are 2^31 operations, with two threads 2^32; in half a second that is 2^33 a second. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 8, FIRST_HALF + 1, FIRST_HALF + 7})
    void thePeakIsTheBestRoundBeforeOrAfterOfAllThreadsTogether(int best) {
        double[] seconds = new double[ROUNDS + 2];
        Arrays.fill(seconds, 2);
        seconds[best] = 0.5;
        FakeProducts products = new FakeProducts(clock, Map.of("peak", seconds));
        assertEquals(8.589934592, new Roofline(2, products, clock.stopwatch()).complete(), 1e-12);
        assertEquals(ROUNDS + 2, products.done("peak"));
        assertEquals(ROUNDS + 2, products.onOtherThreads());
    }

    @Test
    void theFirstProductsAreWarmUp() {
        double[] seconds = new double[ROUNDS + 2];
        Arrays.fill(seconds, 2);
        seconds[0] = 0.5;
        seconds[FIRST_HALF] = 0.5;
        FakeProducts products = new FakeProducts(clock, Map.of("peak", seconds));
        assertEquals(1.073741824, new Roofline(1, products, clock.stopwatch()).complete(), 1e-12);
    }
}
