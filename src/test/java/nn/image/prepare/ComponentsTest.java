package nn.image.prepare;

import static nn.image.prepare.Planes.drawn;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComponentsTest {

    @Test
    void partsHoldTogetherOverCornersAndAreNumberedInTheOrderOfTheirFirstPixels() {
        Components components =
                Components.of(drawn(".5...9.", "5....9.", ".5..9..", ".......", "66....4", ".6..8.."), 0.5f);
        assertEquals(7, components.width());
        assertArrayEquals(
                new int[] {
                    0, 1, 0, 0, 0, 2, 0,
                    1, 0, 0, 0, 0, 2, 0,
                    0, 1, 0, 0, 2, 0, 0,
                    0, 0, 0, 0, 0, 0, 0,
                    3, 3, 0, 0, 0, 0, 0,
                    0, 3, 0, 0, 4, 0, 0
                },
                components.labels());
        List<Components.Part> parts = components.parts();
        assertEquals(
                List.of(1, 2, 3, 4), parts.stream().map(Components.Part::label).toList());
        assertEquals(
                List.of(3, 3, 3, 1), parts.stream().map(Components.Part::area).toList());
        assertEquals(
                List.of(new Box(0, 0, 2, 3), new Box(4, 0, 6, 3), new Box(0, 4, 2, 6), new Box(4, 5, 5, 6)),
                parts.stream().map(Components.Part::box).toList());
        assertArrayEquals(
                new double[] {1.5, 2.7, 1.8, 0.8},
                parts.stream().mapToDouble(Components.Part::weight).toArray(),
                1e-6);
    }

    /** From the first pixel met, in the middle, in all directions and around corners. */
    @Test
    void aWindingLineIsOnePart() {
        Components components = Components.of(
                drawn("....#....", ".###.###.", "#.......#", "#.##.##.#", "#.#.#.#.#", "#.#...#.#", ".#.....#."), 1);
        assertEquals(1, components.parts().size());
        assertEquals(
                new Components.Part(1, 26, 26, new Box(0, 0, 9, 7)),
                components.parts().get(0));
    }

    @Test
    void nothingThatReachesTheThresholdIsNoPart() {
        assertEquals(List.of(), Components.of(drawn("444", "444"), 0.5f).parts());
    }
}
