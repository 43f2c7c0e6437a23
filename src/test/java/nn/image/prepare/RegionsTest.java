package nn.image.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nn.image.Plane;
import org.junit.jupiter.api.Test;

class RegionsTest {

    private static final int WIDTH = 100;
    private static final int HEIGHT = 80;

    private static List<Regions.Region> regions(Planes.Field light) {
        return Regions.of(Planes.of(WIDTH, HEIGHT, light), 3);
    }

    private static boolean isIn(int x, int y, Box box) {
        return x >= box.left() && x < box.right() && y >= box.top() && y < box.bottom();
    }

    private static void assertNear(Box expected, Box actual) {
        assertEquals(expected.left(), actual.left(), 2, actual::toString);
        assertEquals(expected.top(), actual.top(), 2, actual::toString);
        assertEquals(expected.right(), actual.right(), 2, actual::toString);
        assertEquals(expected.bottom(), actual.bottom(), 2, actual::toString);
    }

    @Test
    void aSheetIsFoundWithWhatIsWrittenOnIt() {
        Box sheet = new Box(30, 15, 75, 65);
        Box stroke = new Box(48, 30, 54, 50);
        Regions.Region region = regions((x, y) -> isIn(x, y, stroke) ? 0.1 : isIn(x, y, sheet) ? 0.9 : 0.3)
                .get(0);
        assertTrue(region.bright());
        assertNear(sheet, region.box());
        assertTrue(region.mask()[40 * WIDTH + 50], "the stroke is a hole, which is filled");
        assertFalse(region.mask()[40 * WIDTH + 10], "the desk");
    }

    @Test
    void aDarkBoxIsFoundOnALightPage() {
        Box box = new Box(60, 10, 90, 40);
        Regions.Region region = regions((x, y) -> isIn(x, y, box) ? 0.1 : 1).get(0);
        assertFalse(region.bright());
        assertNear(box, region.box());
    }

    @Test
    void theClearerOfTwoIsTheFirst() {
        Box gray = new Box(5, 20, 45, 60);
        Box white = new Box(55, 20, 95, 60);
        List<Regions.Region> regions = regions((x, y) -> isIn(x, y, gray) ? 0.5 : isIn(x, y, white) ? 0.9 : 0.2);
        assertNear(white, regions.get(0).box());
        assertNear(gray, regions.get(1).box());
    }

    /** A thin line, the letter L, and a page of one tone are nothing to write on. */
    @Test
    void onlyWhatIsLargeAndNearlyConvexIsARegion() {
        assertEquals(List.of(), regions((x, y) -> 0.8));
        assertEquals(List.of(), regions((x, y) -> x == 50 && y > 30 && y < 50 ? 0.1 : 0.9));
        assertEquals(
                List.of(),
                regions((x, y) ->
                        isIn(x, y, new Box(20, 10, 32, 70)) || isIn(x, y, new Box(20, 58, 80, 70)) ? 0.1 : 0.9));
    }

    @Test
    void pagesOfAnySizeAreSearchedAtOneSize() {
        assertEquals(112, Regions.searched(Plane.of(1000, 500)).longerSide());
        assertEquals(40, Regions.searched(Plane.of(40, 30)).longerSide());
    }
}
