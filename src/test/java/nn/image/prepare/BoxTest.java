package nn.image.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxTest {

    private static final Box BOX = new Box(10, 20, 50, 40);

    @Test
    void itsRightAndBottomEdgesAreExcluded() {
        assertEquals(40, BOX.width());
        assertEquals(20, BOX.height());
        assertEquals(40, BOX.longerSide());
        assertEquals(30, new Box(0, 0, 7, 30).longerSide());
        assertEquals(new Box(5, 20, 50, 45), BOX.union(new Box(5, 25, 30, 45)));
        assertEquals(new Box(10, 3, 60, 40), new Box(20, 3, 60, 30).union(BOX));
    }

    @ParameterizedTest
    @CsvSource({
        "11, 21, 49, 39, true",
        "10, 21, 49, 39, false",
        "11, 20, 49, 39, false",
        "11, 21, 50, 39, false",
        "11, 21, 49, 40, false"
    })
    void whatTouchesASideIsNotEnclosed(int left, int top, int right, int bottom, boolean enclosed) {
        assertEquals(enclosed, BOX.encloses(new Box(left, top, right, bottom)));
    }

    @Test
    void theEdgeOfAPictureIsTouchedByTheFirstAndTheLastPixels() {
        assertFalse(BOX.touchesEdge(51, 41));
        assertTrue(BOX.touchesEdge(50, 41));
        assertTrue(BOX.touchesEdge(51, 40));
        assertTrue(new Box(0, 20, 50, 40).touchesEdge(60, 60));
        assertTrue(new Box(10, 0, 50, 40).touchesEdge(60, 60));
    }
}
