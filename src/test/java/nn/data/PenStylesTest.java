package nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PenStylesTest {

    private static final String[] ONE = {
        "...##...", "...##...", "...##...", "...##...", "...##...", "...##...", "...##...", "...##...", "...##...", "...##...",
        "...##...", "...##...", "...##...", "...##...", "...##...", "...##...", "...##...", "...##..."};
    private static final String[] OPEN_FOUR = {
        "##......##..", "##......##..", "##......##..", "##......##..", "##......##..", "##......##..", "##......##..",
        "##......##..", "############", "############", "........##..", "........##..", "........##..", "........##..",
        "........##..", "........##..", "........##..", "........##.."};
    private static final String[] SEVEN = {
        "############", "############", "..........##", "..........##", ".........##.", ".........##.", "........##..",
        "........##..", ".......##...", ".......##...", "......##....", "......##....", ".....##.....", ".....##.....",
        "....##......", "....##......", "...##.......", "...##......."};

    private static byte[] drawn(String[] rows) {
        byte[] image = new byte[784];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length(); column++) {
                if (rows[row].charAt(column) == '#') {
                    image[(row + 5) * 28 + column + 8] = (byte) 255;
                }
            }
        }
        return image;
    }

    private static byte[] redrawn(byte[] image, int digit, long seed) {
        byte[] copy = image.clone();
        new PenStyles(28, 28).redraw(copy, digit, new SplittableRandom(seed));
        return copy;
    }

    private static boolean inked(byte[] image, int place) {
        return (image[place] & 0xff) >= 128;
    }

    /** The paper that the border's paper is not connected with, in pixels. */
    private static int enclosedPaper(byte[] image) {
        boolean[] seen = new boolean[784];
        ArrayDeque<Integer> open = new ArrayDeque<>();
        open.add(0);
        seen[0] = true;
        while (!open.isEmpty()) {
            int place = open.remove();
            for (int step : new int[] {-1, 1, -28, 28}) {
                int next = place + step;
                if (next >= 0 && next < 784 && !seen[next] && !inked(image, next)) {
                    seen[next] = true;
                    open.add(next);
                }
            }
        }
        return (int) IntStream.range(0, 784).filter(place -> !seen[place] && !inked(image, place)).count();
    }

    private static long rowsWithInk(byte[] image) {
        return IntStream.range(0, 28).filter(row -> widestRow(image, row, row) > 0).count();
    }

    private static long widestRow(byte[] image, int from, int to) {
        return IntStream.rangeClosed(from, to).mapToLong(row -> IntStream.range(0, 28)
                .filter(column -> inked(image, row * 28 + column)).count()).max().orElseThrow();
    }

    @Test
    void anOpenFourIsClosedAndKeepsItsStem() {
        assertEquals(0, enclosedPaper(drawn(OPEN_FOUR)));
        int triangles = 0;
        for (long seed = 0; seed < 50; seed++) {
            byte[] closed = redrawn(drawn(OPEN_FOUR), 4, seed);
            triangles += enclosedPaper(closed) > 5 ? 1 : 0;
            assertTrue(rowsWithInk(closed) >= 16, "seed " + seed);
        }
        assertTrue(triangles > 35, "thick strokes may fill a small triangle: " + triangles);
    }

    @Test
    void aOneGetsAnUpstrokeToTheLeftAndSomeGetAFoot() {
        int feet = 0;
        for (long seed = 0; seed < 100; seed++) {
            byte[] one = redrawn(drawn(ONE), 1, seed);
            assertTrue(widestRow(one, 4, 16) >= 3, "seed " + seed);
            feet += widestRow(one, 20, 24) >= 6 ? 1 : 0;
        }
        assertTrue(feet > 10 && feet < 50, feet + " of 100");
    }

    @Test
    void aSevenGetsABarAcrossItsStem() {
        assertEquals(2, widestRow(drawn(SEVEN), 12, 18));
        for (long seed = 0; seed < 50; seed++) {
            assertTrue(widestRow(redrawn(drawn(SEVEN), 7, seed), 11, 19) >= 4, "seed " + seed);
        }
    }

    @Test
    void theResultIsCenteredByMass() {
        for (int digit : new int[] {1, 4, 7}) {
            byte[] image = redrawn(drawn(digit == 1 ? ONE : digit == 4 ? OPEN_FOUR : SEVEN), digit, 3);
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
        assertArrayEquals(drawn(OPEN_FOUR), redrawn(drawn(OPEN_FOUR), digit, 1));
    }

    @Test
    void paperAndAFourWithoutAnOpenTopStayAsTheyAre() {
        for (int digit : new int[] {1, 4, 7}) {
            assertArrayEquals(new byte[784], redrawn(new byte[784], digit, 1));
        }
        byte[] closed = redrawn(drawn(OPEN_FOUR), 4, 1);
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
    void mostFoursOfMnistAreFoundAndClosed() throws Exception {
        DataSet mnist = DataDirectory.of(Path.of("data/mnist")).readTest();
        byte[] image = new byte[784];
        int fours = 0;
        int closed = 0;
        for (int example = 0; example < 2000; example++) {
            if (mnist.label(example) == 4) {
                mnist.readPixels(example, image);
                byte[] before = image.clone();
                byte[] after = redrawn(before, 4, example);
                fours++;
                closed += !Arrays.equals(before, after) && enclosedPaper(after) > 0 ? 1 : 0;
            }
        }
        assertFalse(closed < fours / 2, closed + " of " + fours);
    }
}
