package nn.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SparklineTest {

    @Test
    void theLargestIsTheHighestAndTheSmallestTheLowestBlock() {
        assertEquals("█▅▁", Sparkline.of(List.of(3.0, 2.0, 1.0)));
        assertEquals("▁▁", Sparkline.of(List.of(0.5, 0.5)));
        assertEquals("▁", Sparkline.of(List.of(0.5)));
    }

    @Test
    void manyValuesFitTheLineWithTheFirstAndTheLast() {
        String line =
                Sparkline.of(IntStream.range(0, 100).mapToObj(i -> 100.0 - i).toList());
        assertEquals(40, line.length());
        assertEquals("█▁", "" + line.charAt(0) + line.charAt(39));
    }
}
