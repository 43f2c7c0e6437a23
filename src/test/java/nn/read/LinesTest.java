package nn.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Digits of 20 x 30 pixels. */
class LinesTest {

    private static final int HEIGHT = 30;

    private static List<Part> row(int top, double slope) {
        List<Part> row = new ArrayList<>();
        for (int x = 0; x < 600; x += 30) {
            row.add(Ink.part(x, (int) Math.round(top + slope * x), 20, HEIGHT));
        }
        return row;
    }

    private static Lines lines(List<Part> parts) {
        return Lines.of(new Parts(parts, HEIGHT, false, false));
    }

    /** Found to the step of the search, a quarter of a degree. */
    @ParameterizedTest
    @ValueSource(doubles = {-0.15, -0.04, 0, 0.06, 0.16})
    void theSlopeIsThatOfTheRows(double slope) {
        List<Part> parts = new ArrayList<>(row(200, slope));
        parts.addAll(row(250, slope));
        Lines lines = lines(parts);
        assertEquals(slope, lines.slope(), 0.005);
        assertEquals(
                List.of(20, 20),
                lines.lines().stream().map(line -> line.parts().size()).toList());
    }

    @Test
    void aDotBelongsToTheLineThatItIsNearest() {
        List<Part> parts = new ArrayList<>(row(100, 0));
        parts.addAll(row(160, 0));
        parts.add(Ink.part(22, 184, 5, 5));
        List<Lines.Line> lines = lines(parts).lines();
        assertEquals(
                List.of(0, 1), lines.stream().map(line -> line.small().size()).toList());
    }

    @Test
    void smallWritingAwayFromLargeDigitsIsALineOfItsOwn() {
        List<Part> parts = new ArrayList<>(row(100, 0));
        parts.add(Ink.part(0, 200, 7, 11));
        parts.add(Ink.part(10, 200, 7, 11));
        List<Lines.Line> lines = lines(parts).lines();
        assertEquals(
                List.of(20, 2), lines.stream().map(line -> line.parts().size()).toList());
    }
}
