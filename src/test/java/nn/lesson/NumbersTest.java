package nn.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void distanceIsTheLargestDifference() {
        assertEquals(0.5, Numbers.of(new double[] {1, 2}).distance(Numbers.of(new double[] {1.25, 1.5})));
    }

    @Test
    void nanEqualsNanAndNothingElse() {
        assertEquals(0, Numbers.of(Double.NaN).distance(Numbers.of(Double.NaN)));
        assertEquals(Double.POSITIVE_INFINITY, Numbers.of(Double.NaN).distance(Numbers.of(1)));
    }

    @Test
    void anotherShapeIsInfinitelyFar() {
        assertEquals(
                Double.POSITIVE_INFINITY,
                Numbers.of(new double[][] {{1, 2}}).distance(Numbers.of(new double[] {1, 2})));
    }

    @Test
    void partsOfAMatrixAreItsRows() {
        assertEquals(
                List.of(Numbers.of(new double[] {1, 2}), Numbers.of(new double[] {3, 4})),
                Numbers.of(new double[][] {{1, 2}, {3, 4}}).parts());
    }

    @Test
    void aShapeThatDoesNotFitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Numbers(List.of(2), List.of(1.0)));
    }
}
