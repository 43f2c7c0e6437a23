package nn.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Digits of 40 x 70 pixels; bars are 8 wide. */
class SegmentDisplayTest {

    /** The bars of each digit, named as in data sheets: a top, b and c right, d bottom, e and f left, g middle. */
    private static final String[] BARS = {
        "abcdef", "bc", "abdeg", "abcdg", "bcfg", "acdfg", "acdefg", "abc", "abcdefg", "abcdfg"
    };

    /** The length of an upright bar. */
    private static final double BAR = 28;

    private static List<Part> bars(int digit, int left) {
        List<Part> bars = new ArrayList<>();
        for (char bar : BARS[digit].toCharArray()) {
            bars.add(
                    switch (bar) {
                        case 'a' -> Ink.part(left + 10, 0, 20, 8);
                        case 'b' -> Ink.part(left + 32, 4, 8, 28);
                        case 'c' -> Ink.part(left + 32, 38, 8, 28);
                        case 'd' -> Ink.part(left + 10, 62, 20, 8);
                        case 'e' -> Ink.part(left, 38, 8, 28);
                        case 'f' -> Ink.part(left, 4, 8, 28);
                        default -> Ink.part(left + 10, 31, 20, 8);
                    });
        }
        return bars;
    }

    private static List<Part> number(String digits) {
        List<Part> bars = new ArrayList<>();
        for (int i = 0; i < digits.length(); i++) {
            bars.addAll(bars(digits.charAt(i) - '0', 60 * i));
        }
        return bars;
    }

    @Test
    void barsBecomeTheirDigit() {
        for (int digit = 0; digit < 10; digit++) {
            List<Part> joined = SegmentDisplay.joined(number(digit + "8"), BAR);
            assertEquals(2, joined.size());
            assertEquals(OptionalInt.of(digit), SegmentDisplay.digit(joined.get(0)));
        }
    }

    @Test
    void theDotOfADisplayStaysAPart() {
        List<Part> parts = number("25");
        Part dot = Ink.part(46, 62, 8, 8);
        parts.add(dot);
        List<Part> joined = SegmentDisplay.joined(parts, BAR);
        assertEquals(3, joined.size());
        assertEquals(dot, joined.get(0));
    }

    @Test
    void whatIsHardlyLongerThanWideIsNoBarAndLeftAlone() {
        List<Part> blocks = List.of(Ink.part(0, 0, 14, 10), Ink.part(16, 0, 10, 14), Ink.part(30, 0, 14, 10));
        assertSame(blocks, SegmentDisplay.joined(blocks, BAR));
    }
}
