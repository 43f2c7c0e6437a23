package nn.image.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineRunsTest {

    private static final int LENGTH = 60;
    private static final int ROWS = 12;

    /** Pixel after pixel. */
    private static List<String> byTrial(boolean[] row, int shortest, int gap) {
        List<String> runs = new ArrayList<>();
        int start = 0;
        while (start < row.length) {
            if (!row[start]) {
                start++;
                continue;
            }
            int last = start;
            for (int at = start; at < row.length && at - last <= gap + 1; at++) {
                last = row[at] ? at : last;
            }
            if (last + 1 - start >= shortest) {
                runs.add(start + " to " + (last + 1));
            }
            start = last + 1;
        }
        return runs;
    }

    @ParameterizedTest
    @CsvSource({
        "0.9, 10, 0",
        "0.6, 10, 1",
        "0.5, 20, 3",
        "0.8, 1, 0",
        "0.3, 3, 2",
        "0.9, 60, 5",
        "1, 60, 0",
        "0.9, 61, 2"
    })
    void runsAreThoseFoundPixelByPixel(double density, int shortest, int gap) {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            boolean[] mask = new boolean[LENGTH * ROWS];
            for (int i = 0; i < mask.length; i++) {
                mask[i] = random.nextDouble() < density;
            }
            int[] drift = new int[LENGTH];
            for (int at = 1; at < LENGTH; at++) {
                drift[at] = drift[at - 1] + (random.nextInt(10) == 0 ? 1 : 0);
            }
            for (int row = -5; row < ROWS; row++) {
                boolean[] pixels = new boolean[LENGTH];
                for (int at = 0; at < LENGTH; at++) {
                    int y = row + drift[at];
                    pixels[at] = y >= 0 && y < ROWS && mask[y * LENGTH + at];
                }
                List<String> found = new ArrayList<>();
                new LineRuns(mask, LENGTH, ROWS, 1, LENGTH, shortest, gap)
                        .of(row, drift, (start, end) -> found.add(start + " to " + end));
                assertEquals(byTrial(pixels, shortest, gap), found, "seed " + seed + ", row " + row);
            }
        }
    }
}
