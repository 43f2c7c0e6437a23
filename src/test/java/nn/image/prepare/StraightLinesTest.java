package nn.image.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nn.image.Plane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StraightLinesTest {

    private static final int WIDTH = 100;
    private static final int HEIGHT = 80;
    private static final int SHORTEST = 40;

    private static Plane removed(Plane ink) {
        return StraightLines.removed(ink, 0.5f, SHORTEST, 0);
    }

    private static Plane ink(Planes.Field field) {
        return Planes.of(WIDTH, HEIGHT, field);
    }

    private static double sum(Plane plane) {
        double sum = 0;
        for (float value : plane.values()) {
            sum += value;
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, -0.03, 0, 0.05, 0.1})
    void aLongLineIsTakenOut(double slope) {
        assertEquals(0, sum(removed(ink((x, y) -> Math.abs(y - 40 - slope * (x - 50)) <= 1.5 ? 1 : 0))), 12);
        assertEquals(0, sum(removed(ink((x, y) -> Math.abs(x - 50 - slope * (y - 40)) <= 1.5 ? 1 : 0))), 12);
    }

    @Test
    void aShortOrSlantingLineStays() {
        Plane bar = ink((x, y) -> y >= 39 && y <= 41 && x >= 30 && x < 30 + SHORTEST - 2 ? 1 : 0);
        Planes.assertPlane(bar, removed(bar), 0);
        Plane slanting = ink((x, y) -> Math.abs(y - 40 - 0.6 * (x - 50)) <= 1.5 ? 1 : 0);
        Planes.assertPlane(slanting, removed(slanting), 0);
    }

    /** The crossing belongs to the stroke, so that it is not cut in two. */
    @Test
    void aStrokeThatCrossesALineStaysWhole() {
        Plane rest = removed(ink((x, y) -> y >= 39 && y <= 41 || Math.abs(x - 45) <= 3 && y > 20 && y < 60 ? 1 : 0));
        for (int y = 21; y < 60; y++) {
            assertEquals(1, rest.at(45, y), "row " + y);
        }
        assertEquals(0, rest.at(20, 40));
        assertEquals(0, rest.at(80, 40));
    }

    @Test
    void aBoxIsTakenOutAroundADigitButForItsCorners() {
        Plane digit = ink((x, y) -> Math.abs(x - 50) <= 3 && y > 25 && y < 55 ? 1 : 0);
        Plane boxed = ink((x, y) ->
                Math.max(digit.at(x, y), Math.abs(Math.max(Math.abs(x - 50), Math.abs(y - 40)) - 32) <= 1 ? 1 : 0));
        Plane rest = removed(boxed);
        double corners = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                if (digit.at(x, y) > 0) {
                    assertEquals(1, rest.at(x, y));
                } else {
                    corners += rest.at(x, y);
                }
            }
        }
        assertTrue(corners <= 4 * 9, "left " + corners);
    }

    @Test
    void aBreakOfTwoPixelsDoesNotHideALine() {
        Plane rest = removed(ink((x, y) -> y >= 39 && y <= 41 && x % 20 > 1 ? 1 : 0));
        assertTrue(sum(rest) < 12, () -> "left " + sum(rest));
    }

    private static final StraightLines.Search ON_A_PAGE =
            new StraightLines.Search(SHORTEST, SHORTEST, 6, 1, 2, 12, true);

    private static Plane removedFromPage(Plane ink) {
        return StraightLines.removed(ink, 0.5f, ON_A_PAGE, 0);
    }

    /** A run across one line along the other is long, and looks like a stroke. */
    @Test
    void nothingIsLeftWhereTwoLinesCross() {
        assertEquals(0, sum(removedFromPage(ink((x, y) -> x % 30 < 3 || y % 25 < 3 ? 1 : 0))));
    }

    @Test
    void aLineIsTakenOutAlthoughStrokesHideMostOfIt() {
        Plane strokes = ink((x, y) -> x % 25 >= 6 && y > 20 && y < 60 ? 1 : 0);
        Plane rest = removedFromPage(ink((x, y) -> Math.max(strokes.at(x, y), Math.abs(y - 40) <= 1 ? 1 : 0)));
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean isBeside = x % 25 == 5 || x % 25 == 0;
                if (!isBeside) {
                    assertEquals(strokes.at(x, y), rest.at(x, y), "column " + x + ", row " + y);
                }
            }
        }
    }

    @Test
    void aSquareOnALineStaysIfItIsHigherThanTheLine() {
        Plane rest =
                removedFromPage(ink((x, y) -> Math.abs(y - 40) <= 1 || x >= 50 && x < 60 && y >= 33 && y < 42 ? 1 : 0));
        assertEquals(1, rest.at(55, 37));
        assertEquals(0, rest.at(20, 40));
    }
}
