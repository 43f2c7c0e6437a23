package nn.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import nn.image.prepare.Box;
import org.junit.jupiter.api.Test;

/** Digits of 20 x 30 pixels on a base at 100, and their signs. */
class NumberGapsTest {

    private static final int WIDTH = 20;
    private static final int HEIGHT = 30;
    private static final int BASE = 100;

    /** Digits with these gaps between them; the first begins at column 0. */
    private static List<Box> digits(int... gaps) {
        List<Box> digits = new ArrayList<>();
        int left = 0;
        for (int i = 0; i <= gaps.length; i++) {
            digits.add(new Box(left, BASE - HEIGHT, left + WIDTH, BASE));
            left += WIDTH + (i < gaps.length ? gaps[i] : 0);
        }
        return digits;
    }

    private static String spans(List<Box> digits, Part... others) {
        return spans(OptionalDouble.empty(), digits, others);
    }

    private static String spans(OptionalDouble ofPage, List<Box> digits, Part... others) {
        StringBuilder text = new StringBuilder();
        for (NumberGaps.Span span : NumberGaps.spans(digits, List.of(others), HEIGHT, 4, ofPage)) {
            text.append(text.length() == 0 ? "" : " ")
                    .append(span.from())
                    .append('-')
                    .append(span.to());
            text.append(span.point() > 0 ? " point before " + span.point() : "");
        }
        return text.toString();
    }

    @Test
    void aWideGapAmongNarrowOnesParts() {
        assertEquals("0-3 3-5", spans(digits(4, 5, 25, 4)));
    }

    @Test
    void equalGapsPartNothing() {
        assertEquals("0-5", spans(digits(25, 25, 25, 25)));
    }

    @Test
    void equalGapsPartIfTheyPartOnTheRestOfThePage() {
        OptionalDouble ofPage = NumberGaps.between(DoubleStream.of(0.1, 0.8, 0.15, 0.85, 0.12));
        assertEquals("0-1 1-2 2-3 3-4", spans(ofPage, digits(25, 25, 25)));
        assertEquals("0-4", spans(ofPage, digits(6, 6, 6)));
        assertEquals("0-4", spans(NumberGaps.between(DoubleStream.of(0.1, 0.4)), digits(9, 9, 9)), "narrow gaps");
    }

    @Test
    void aDotOnTheBaseIsADecimalPoint() {
        assertEquals("0-3 point before 2", spans(digits(4, 12), Ink.part(48, BASE - 6, 6, 6)));
    }

    @Test
    void severalDotsPart() {
        assertEquals("0-1 1-2 2-3", spans(digits(12, 12), Ink.part(23, BASE - 6, 6, 6), Ink.part(55, BASE - 6, 6, 6)));
    }

    @Test
    void aDashAtHalfTheHeightParts() {
        assertEquals("0-1 1-3", spans(digits(20, 4), Ink.part(24, BASE - 16, 12, 4)));
    }

    /** Such as what is left of a line of the paper. */
    @Test
    void aDashAcrossADigitPartsNothing() {
        assertEquals("0-3", spans(digits(4, 4), Ink.part(30, BASE - 16, 20, 4)));
    }

    @Test
    void aDotBelowTheNextDigitIsNoPoint() {
        assertEquals("0-3", spans(digits(4, 4), Ink.part(28, BASE - 6, 6, 6)));
    }

    @Test
    void aPointMayStandBelowTheBarOfASeven() {
        assertEquals("0-2 point before 1", spans(digits(8), Ink.part(12, BASE - 6, 6, 6)));
    }

    @Test
    void aSpeckIsNothing() {
        assertEquals("0-3", spans(digits(10, 10), Ink.part(24, BASE - 16, 2, 2)));
    }

    @Test
    void digitsInBoxesAreOneNumberAlthoughSomethingStandsFarFromThem() {
        assertEquals("0-2 2-6", spans(digits(4, 200, 35, 35, 35)));
    }

    @Test
    void aColonParts() {
        assertEquals("0-2 2-4", spans(digits(4, 12, 4), Ink.part(47, BASE - 8, 6, 6), Ink.part(47, BASE - 22, 6, 6)));
    }

    @Test
    void aPointIsReadHoweverThinlyItIsPrinted() {
        assertEquals("0-2 point before 1", spans(digits(8), Ink.part(23, BASE - 3, 3, 2)));
    }
}
