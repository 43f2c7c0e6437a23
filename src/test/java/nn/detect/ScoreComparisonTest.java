package nn.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoreComparisonTest {

    /** Of 4 x 5 pairs 13 are won and 1 is a tie; at the smallest digit's score of 2 three of five are refused. */
    @Test
    void areaAndShareAreThoseOfThePairs() {
        ScoreComparison.Row row =
                ScoreComparison.row("score", new double[] {4, 2, 9, 6}, new double[] {1, 1.5, 6, 0, 10});
        assertEquals((4 + 4 + 1.5 + 4 + 0) / 20, row.auroc(), 1e-12);
        assertEquals(0.6, row.refused(), 1e-12);
    }

    @Test
    void oneDigitInAThousandIsGivenUp() {
        double[] digits = IntStream.range(0, 2000).asDoubleStream().toArray();
        assertEquals(
                0.5,
                ScoreComparison.row("score", digits, new double[] {1.5, 2.5}).refused());
        assertEquals(
                0.0,
                ScoreComparison.row("score", digits, new double[] {2.5, 2.5}).refused());
    }
}
