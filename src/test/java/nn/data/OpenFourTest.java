package nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which images count as open fours. Others are not redrawn. */
class OpenFourTest {

    private static final int SEEDS = 40;

    private static byte[] strokes(int[]... boxes) {
        byte[] image = new byte[784];
        for (int[] box : boxes) {
            for (int row = box[0]; row <= box[1]; row++) {
                Arrays.fill(image, row * 28 + box[2], row * 28 + box[3] + 1, (byte) 255);
            }
        }
        return image;
    }

    /** Rows or columns from and to, both inclusive. */
    private static int[] box(int fromRow, int toRow, int fromColumn, int toColumn) {
        return new int[] {fromRow, toRow, fromColumn, toColumn};
    }

    /** The number of seeds that do more than center the image. */
    private static long changes(byte[] image, int digit) {
        byte[] centered = image.clone();
        Pen pen = new Pen(28, 28);
        pen.take(centered);
        pen.center();
        return LongStream.range(0, SEEDS)
                .filter(seed -> {
                    byte[] copy = image.clone();
                    new PenStyles(28, 28).redraw(copy, digit, new SplittableRandom(seed));
                    return !Arrays.equals(image, copy) && !Arrays.equals(centered, copy);
                })
                .count();
    }

    /** The bar must be a quarter to three quarters down; here of 20 rows. */
    @ParameterizedTest
    @CsvSource({"3, 0", "4, 0", "5, 40", "10, 40", "15, 40", "16, 0", "18, 0"})
    void theBarIsNeitherAtTheTopNorAtTheBottom(int bar, int changes) {
        assertEquals(
                changes, changes(strokes(box(4, 4 + bar, 4, 5), box(4, 23, 14, 15), box(4 + bar, 5 + bar, 4, 17)), 4));
    }

    /** It must start at most three fifths down; here of 20 rows. */
    @ParameterizedTest
    @CsvSource({"0, 40", "11, 40", "12, 40", "13, 0", "14, 0"})
    void theArmBeginsAboveTheMiddle(int arm, int changes) {
        assertEquals(changes, changes(strokes(box(4 + arm, 19, 4, 5), box(4, 23, 14, 15), box(19, 20, 4, 17)), 4));
    }

    @ParameterizedTest
    @CsvSource({"9, 0", "10, 0", "11, 40", "12, 40"})
    void betweenArmAndStemThereIsSpaceForTwoPixels(int stem, int changes) {
        assertEquals(
                changes, changes(strokes(box(4, 14, 4, 8), box(4, 23, stem, stem + 1), box(14, 15, 4, stem + 1)), 4));
    }

    /** A line from the tip to the bar needs some room. Where there is none, only the half that is drawn anew changes. */
    @Test
    void aFourWithoutRoomForALineIsDrawnAnewOrStays() {
        byte[] flat = strokes(box(10, 13, 4, 5), box(10, 19, 14, 15), box(13, 13, 4, 17));
        byte[] narrow = strokes(box(4, 13, 4, 5), box(4, 23, 12, 13), box(14, 15, 11, 13));
        for (byte[] image : new byte[][] {flat, narrow}) {
            assertEquals(SEEDS / 2.0, changes(image, 4), 12);
        }
        assertEquals(SEEDS, changes(strokes(box(10, 15, 4, 5), box(10, 19, 14, 15), box(15, 15, 4, 17)), 4));
    }

    /** Down to the last row of the image, where a search must end, too. */
    @ParameterizedTest
    @ValueSource(ints = {23, 27})
    void oneStrokeAndTwoStrokesAreNoFour(int bottom) {
        assertEquals(0, changes(strokes(box(4, bottom, 14, 15)), 4));
        assertEquals(0, changes(strokes(box(4, bottom, 5, 6), box(4, bottom, 14, 15)), 4));
    }

    /** From the first row of the image, where the search for the tip must end. */
    @Test
    void aFourAtTheRimIsFound() {
        assertEquals(SEEDS, changes(strokes(box(0, 10, 4, 5), box(0, 19, 14, 15), box(10, 11, 4, 17)), 4));
    }

    @Test
    void threeStrokesThatMeetAreNoFour() {
        assertEquals(
                0, changes(strokes(box(4, 12, 4, 5), box(4, 12, 9, 10), box(4, 23, 14, 15), box(13, 14, 4, 15)), 4));
    }

    /** The arm may begin higher or lower. A gap ends the stem. */
    @Test
    void theTipOfAFourIsTheTopOfItsStem() {
        assertTipAt(4, strokes(box(4, 14, 4, 5), box(4, 23, 14, 15), box(14, 15, 4, 17)));
        assertTipAt(7, strokes(box(4, 14, 4, 5), box(7, 23, 14, 15), box(14, 15, 4, 17)));
        assertTipAt(4, strokes(box(9, 14, 4, 5), box(4, 23, 14, 15), box(14, 15, 4, 17)));
        assertTipAt(4, strokes(box(9, 14, 4, 5), box(4, 6, 16, 17), box(7, 23, 14, 15), box(14, 15, 4, 17)));
        assertTipAt(7, strokes(box(9, 14, 4, 5), box(4, 5, 14, 15), box(7, 23, 14, 15), box(14, 15, 4, 17)));
    }

    /** The stem ends in row 23. Ink above a gap does not belong to it. */
    private static void assertTipAt(int row, byte[] image) {
        for (long seed = 0; seed < SEEDS; seed++) {
            byte[] after = image.clone();
            new PenStyles(28, 28).redraw(after, 4, new SplittableRandom(seed));
            Pen pen = new Pen(28, 28);
            pen.take(after);
            int tip = pen.bottom();
            while (tip > 0 && pen.runs(tip - 1) > 0) {
                tip--;
            }
            assertEquals(23 - row, pen.bottom() - tip, "seed " + seed);
        }
    }

    /** At any place in the image. A seven without its upper stroke counts, too. */
    @ParameterizedTest
    @CsvSource({"1, 0, 8", "1, 12, 20", "7, 0, 8", "7, 19, 27"})
    void strokesOfNineRowsAreRedrawnAndShorterOnesStay(int digit, int top, int bottom) {
        assertEquals(SEEDS, changes(strokes(box(top, bottom, 13, 14)), digit));
        byte[] shorter = strokes(box(top, bottom - 1, 13, 14));
        byte[] copy = shorter.clone();
        new PenStyles(28, 28).redraw(copy, digit, new SplittableRandom(1));
        assertArrayEquals(shorter, copy);
    }

    /** 40 rows of 12 columns: the one keeps its rows and its stem, and below its upstroke nothing is added. */
    @Test
    void imagesNeedNotBeSquare() {
        byte[] image = new byte[40 * 12];
        for (int row = 10; row < 30; row++) {
            image[row * 12 + 6] = image[row * 12 + 7] = (byte) 255;
        }
        new PenStyles(40, 12).redraw(image, 1, new SplittableRandom(1));
        Pen pen = new Pen(40, 12);
        pen.take(image);
        int top = pen.top();
        assertEquals(19, pen.bottom() - top);
        int stem = pen.run(top + 19, 0).from();
        assertTrue(
                IntStream.range(top, top + 13).anyMatch(row -> pen.run(row, 0).from() < stem - 1), "an upstroke");
        for (int row = top + 13; row <= top + 19; row++) {
            assertEquals(1, pen.runs(row));
            assertEquals(new Pen.Run(stem, stem + 1), pen.run(row, 0));
        }
    }
}
