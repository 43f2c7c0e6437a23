package nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where ink appears and disappears when a digit gets another style. {@link PenStylesGoldenTest} tests how that looks. */
class PenStylesTest {

    private static final PenPicture ONE = PenPicture.of(
            "...##...",
            "...##...",
            "...##...",
            "...##...",
            "...##...",
            "...##...",
            "...##...",
            "...##...",
            "...##...",
            "...##...",
            "...##...",
            "...##...",
            "...##...",
            "...##...",
            "...##...",
            "...##...",
            "...##...",
            "...##...");
    private static final PenPicture OPEN_FOUR = PenPicture.of(
            "##......##..",
            "##......##..",
            "##......##..",
            "##......##..",
            "##......##..",
            "##......##..",
            "##......##..",
            "##......##..",
            "############",
            "############",
            "........##..",
            "........##..",
            "........##..",
            "........##..",
            "........##..",
            "........##..",
            "........##..",
            "........##..");
    /** The part of the four that stays when only its arm changes: the stem, below its top. */
    private static final PenPicture STEM_OF_FOUR = PenPicture.of(
            "............",
            "............",
            "........##..",
            "........##..",
            "........##..",
            "........##..",
            "........##..",
            "........##..",
            "........##..",
            "........##..",
            "........##..",
            "........##..",
            "........##..",
            "........##..",
            "........##..",
            "........##..",
            "........##..",
            "........##..");

    private static final PenPicture SEVEN = PenPicture.of(
            "############",
            "############",
            "..........##",
            "..........##",
            ".........##.",
            ".........##.",
            "........##..",
            "........##..",
            ".......##...",
            ".......##...",
            "......##....",
            "......##....",
            ".....##.....",
            ".....##.....",
            "....##......",
            "....##......",
            "...##.......",
            "...##.......");

    private static byte[] redrawn(byte[] image, int digit, long seed) {
        byte[] copy = image.clone();
        new PenStyles(28, 28).redraw(copy, digit, new SplittableRandom(seed));
        return copy;
    }

    private static PenPicture redrawn(PenPicture drawn, int digit, long seed) {
        return new PenPicture(redrawn(drawn.image(), digit, seed));
    }

    private static void assertBetween(double least, double most, double value, String what) {
        assertTrue(value >= least && value <= most, what + ": " + value + " is not from " + least + " to " + most);
    }

    /** From the top of the stem, 20 to 65 degrees down, up to 0.6 of the 18 rows long; soft rims blur that by half a pixel. */
    @Test
    void aOneKeepsItsStemAndGetsAnUpstrokeToTheLeftOfIt() {
        double flattest = 90;
        double steepest = 0;
        double longest = 0;
        for (long seed = 0; seed < 200; seed++) {
            String what = "seed " + seed;
            PenPicture added =
                    redrawn(ONE, 1, seed).backTo(ONE).orElseThrow().without(ONE).rows(0, 13);
            assertBetween(0, 2, added.last(PenPicture.COLUMN), what);
            double length = 0;
            double angle = 0;
            for (int[] place : added.strong()) {
                double left = 3.5 - place[PenPicture.COLUMN];
                double down = place[PenPicture.ROW] - 0.5;
                if (Math.hypot(left, down) > length) {
                    length = Math.hypot(left, down);
                    angle = Math.toDegrees(Math.atan2(down, left));
                }
            }
            longest = Math.max(longest, length);
            if (length > 6) {
                assertBetween(14, 71, angle, what);
                flattest = Math.min(flattest, angle);
                steepest = Math.max(steepest, angle);
            }
        }
        assertBetween(9.5, 12.5, longest, "length");
        assertBetween(14, 28, flattest, "angle");
        assertBetween(57, 71, steepest, "angle");
    }

    /** 0.15 to 0.35 of the 18 rows to either side, and half a stroke's width. */
    @Test
    void everyFourthOneGetsAFootAsFarToBothSides() {
        int feet = 0;
        for (long seed = 0; seed < 400; seed++) {
            PenPicture foot =
                    redrawn(ONE, 1, seed).backTo(ONE).orElseThrow().without(ONE).rows(14, 27);
            if (!foot.strong().isEmpty()) {
                feet++;
                assertBetween(15, 17, foot.first(PenPicture.ROW), "seed " + seed);
                assertEquals(17, foot.last(PenPicture.ROW), "seed " + seed);
                assertEquals(7, foot.first(PenPicture.COLUMN) + foot.last(PenPicture.COLUMN), "seed " + seed);
                assertBetween(2.7 + 0.3, 6.3 + 1.7, 4 - foot.first(PenPicture.COLUMN), "seed " + seed);
            }
        }
        assertEquals(100, feet, 5 * Math.sqrt(400 * 0.25 * 0.75));
    }

    /** A little below the middle, 0.15 to 0.32 of the 18 rows to either side, no thicker than the stem of two pixels. */
    @Test
    void aSevenGetsABarAcrossItsStem() {
        for (long seed = 0; seed < 200; seed++) {
            String what = "seed " + seed;
            PenPicture bar = redrawn(SEVEN, 7, seed).backTo(SEVEN).orElseThrow().without(SEVEN);
            int left = bar.first(PenPicture.COLUMN);
            int right = bar.last(PenPicture.COLUMN);
            assertBetween(2.7 + 0.2, 5.8 + 1.5, (right - left + 1) / 2.0, what);
            assertBetween(8 - 2, 11 + 2, bar.columns(left, left).first(PenPicture.ROW), what);
            assertBetween(8 - 2, 11 + 2, bar.columns(right, right).first(PenPicture.ROW), what);
            int middle = (bar.first(PenPicture.ROW) + bar.last(PenPicture.ROW)) / 2;
            assertTrue(SEVEN.strong(middle, (left + right) / 2) || SEVEN.strong(middle, (left + right + 1) / 2), what);
            for (int[] place : bar.strong()) {
                PenPicture column = bar.columns(place[PenPicture.COLUMN], place[PenPicture.COLUMN]);
                assertBetween(1, 3, column.last(PenPicture.ROW) - column.first(PenPicture.ROW) + 1, what);
            }
        }
    }

    /** The line from the left end of the bar, (0.9, 8.5), to the top of the stem, (9, 0.9), all less half a stroke's width. */
    @Test
    void aClosedFourHasALineWhereItsArmWasAndNothingIsLeftOfTheArm() {
        int closed = 0;
        int longBars = 0;
        for (long seed = 0; seed < 200; seed++) {
            var kept = redrawn(OPEN_FOUR, 4, seed).backTo(STEM_OF_FOUR);
            if (kept.isEmpty()) {
                continue;
            }
            closed++;
            PenPicture four = kept.get();
            for (int row = -2; row < 8; row++) {
                double line = 0.9 + (8 - Math.max(0.4, row)) / 7.6 * 8.1;
                for (int column = -4; column < line - 3; column++) {
                    assertEquals(0, four.ink(row, column), "seed " + seed + ", row " + row + ", column " + column);
                }
                assertTrue(row < 1 || four.ink(row, (int) line) > 200, "seed " + seed + ", row " + row);
            }
            assertBetween(8, 30, four.enclosedPaper(), "seed " + seed);
            int end = four.rows(8, 8).last(PenPicture.COLUMN);
            assertBetween(11, 15, end, "seed " + seed);
            longBars += end >= 13 ? 1 : 0;
            assertEquals(9, four.rows(11, 27).last(PenPicture.COLUMN), "seed " + seed);
            assertEquals(8, four.rows(11, 27).first(PenPicture.COLUMN), "seed " + seed);
        }
        assertEquals(100, closed, 5 * Math.sqrt(200 * 0.25));
        assertBetween(10, closed - 10, longBars, "bars that go on across the stem");
    }

    @Test
    void theOtherFoursAreDrawnAnewWithAPointedTopAndNothingOfTheOldOne() {
        for (long seed = 0; seed < 200; seed++) {
            PenPicture four = redrawn(OPEN_FOUR, 4, seed);
            if (four.backTo(STEM_OF_FOUR).isPresent()) {
                continue;
            }
            String what = "seed " + seed;
            int top = four.first(PenPicture.ROW);
            int bottom = four.last(PenPicture.ROW);
            assertBetween(17, 18, bottom - top + 1, what);
            int left = four.first(PenPicture.COLUMN);
            int corner = four.columns(left, left).first(PenPicture.ROW);
            assertBetween(0.2 * 18, 0.75 * 18, corner - top, what);
            int edge = four.rows(top, top).last(PenPicture.COLUMN);
            assertBetween(0.25 * 18, 0.75 * 18, edge - left, what);
            for (int row = top; row <= bottom; row++) {
                // A sloping bar may part the two sides of the triangle, near its end.
                int most = row < top + 2 || row > corner + 5 ? 1 : row < corner - 3 ? 2 : 3;
                assertBetween(1, most, four.runs(row), what + ", row " + row);
                int first = four.rows(row, row).first(PenPicture.COLUMN);
                assertTrue(row > corner || first <= edge, what + ", row " + row);
                assertTrue(
                        row <= corner + 5 || four.rows(row, row).last(PenPicture.COLUMN) - first < 3,
                        what + ", row " + row);
                edge = first;
            }
        }
    }

    @Test
    void theResultIsCenteredByMass() {
        for (int digit : new int[] {1, 4, 7}) {
            byte[] image = redrawn((digit == 1 ? ONE : digit == 4 ? OPEN_FOUR : SEVEN).image(), digit, 3);
            double mass = 0;
            double x = 0;
            double y = 0;
            for (int i = 0; i < 784; i++) {
                mass += image[i] & 0xff;
                x += (image[i] & 0xff) * (i % 28 + 0.5);
                y += (image[i] & 0xff) * (i / 28 + 0.5);
            }
            assertEquals(14.5, x / mass, 0.51, "digit " + digit);
            assertEquals(14.5, y / mass, 0.51, "digit " + digit);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3, 5, 6, 8, 9})
    void otherDigitsStayAsTheyAre(int digit) {
        assertArrayEquals(OPEN_FOUR.image(), redrawn(OPEN_FOUR.image(), digit, 1));
    }

    @Test
    void paperAndAFourWithoutAnOpenTopStayAsTheyAre() {
        for (int digit : new int[] {1, 4, 7}) {
            assertArrayEquals(new byte[784], redrawn(new byte[784], digit, 1));
        }
        byte[] closed = redrawn(OPEN_FOUR.image(), 4, 1);
        assertArrayEquals(closed, redrawn(closed, 4, 2));
    }

    @Test
    void noiseOfAnyDensityIsTaken() {
        SplittableRandom random = new SplittableRandom(1);
        byte[] image = new byte[784];
        for (int trial = 0; trial < 3000; trial++) {
            int share = random.nextInt(100);
            for (int i = 0; i < 784; i++) {
                image[i] = (byte) (random.nextInt(100) < share ? 255 : 0);
            }
            int digit = trial % 10;
            redrawn(image, digit, trial);
        }
    }

    @Test
    void mostFoursOfMnistAreFoundAndClosed() {
        DataSet mnist = DataDirectory.of(Path.of("data/mnist")).readTest();
        byte[] image = new byte[784];
        int[] fours = IntStream.range(0, 2000)
                .filter(example -> mnist.label(example) == 4)
                .toArray();
        int closed = 0;
        for (int example : fours) {
            mnist.readPixels(example, image);
            byte[] after = redrawn(image, 4, example);
            closed += !Arrays.equals(image, after) && new PenPicture(after).enclosedPaper() > 0 ? 1 : 0;
        }
        assertTrue(closed >= fours.length / 2, closed + " of " + fours.length);
    }
}
