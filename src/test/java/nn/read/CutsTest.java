package nn.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.stream.IntStream;
import nn.image.prepare.Box;
import org.junit.jupiter.api.Test;

/** Shapes 40 pixels high. */
class CutsTest {

    private static final int HEIGHT = 40;

    /** Whether there is ink at a place. */
    private interface Shape {
        boolean holds(int x, int y);
    }

    private static Part part(int width, Shape shape) {
        boolean[] mask = new boolean[width * HEIGHT];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = shape.holds(i % width, i / width);
        }
        return Part.of(new Box(0, 0, width, HEIGHT), mask);
    }

    /** What the cut nearest to a column crosses. */
    private static Cuts.Crossing crossing(Part part, int column) {
        Cuts cuts = Cuts.of(part, HEIGHT);
        int nearest = IntStream.range(1, cuts.pieces().size())
                .boxed()
                .min(Comparator.comparingInt(
                        i -> Math.abs(cuts.pieces().get(i).box().left() - column)))
                .orElseThrow();
        return cuts.crossings().get(nearest);
    }

    private static boolean ring(int x, int y) {
        double radius = Math.hypot(x - 19.5, y - 19.5);
        return radius <= 20 && radius > 14;
    }

    @Test
    void ringsThatTouchAreCutInAValley() {
        Part rings = part(79, (x, y) -> ring(x, y) || ring(x - 39, y));
        assertTrue(crossing(rings, 39).valley() > 1, "valley " + crossing(rings, 39));
    }

    @Test
    void acrossBarsIsNoValley() {
        Part frame = part(60, (x, y) -> x < 6 || x >= 54 || y < 6 || y >= 34);
        assertEquals(0, crossing(frame, 30).valley(), 0.01);
    }
}
