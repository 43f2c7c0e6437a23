package nn.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nn.image.Plane;
import nn.image.prepare.Box;
import nn.image.prepare.InkDigit;
import org.junit.jupiter.api.Test;

/** Lines of digits of some height. */
class StrayLinesTest {

    private static Page.Line line(String digits, int height) {
        List<Page.Digit> all = IntStream.range(0, digits.length())
                .mapToObj(i -> new Page.Digit(
                        new Box(40 * i, 0, 40 * i + 20, height),
                        digits.substring(i, i + 1),
                        digits.charAt(i) == '?' ? 8 : digits.charAt(i) - '0',
                        0.9,
                        Collections.nCopies(10, 0.1),
                        InkDigit.prepare(Plane.of(30, 30))))
                .toList();
        return new Page.Line(List.of(new Page.Number(all, OptionalInt.empty(), Optional.empty())));
    }

    private static String kept(Page.Line... lines) {
        return StrayLines.removed(List.of(lines)).stream().map(Page.Line::text).collect(Collectors.joining("|"));
    }

    @Test
    void aLowOneBelowOtherDigitsIsASpeck() {
        assertEquals("2026|308", kept(line("2026", 40), line("1", 15), line("308", 38)));
    }

    @Test
    void whatIsUnsureSaysAsLittle() {
        assertEquals("2026", kept(line("2026", 40), line("4?1", 20)));
    }

    @Test
    void aHighOneIsAnEdge() {
        assertEquals("2026", kept(line("1", 120), line("2026", 40)));
    }

    @Test
    void aOneAsHighAsTheOthersIsRead() {
        assertEquals("2026|1", kept(line("2026", 40), line("1", 38)));
    }

    @Test
    void smallerWritingIsRead() {
        assertEquals("2026|395", kept(line("2026", 40), line("395", 20)));
    }

    @Test
    void muchSmallerDigitsAreSpecks() {
        assertEquals("2026", kept(line("2026", 40), line("83", 8)));
    }

    @Test
    void onesAloneOnAPageAreRead() {
        assertEquals("11|1", kept(line("11", 40), line("1", 15)));
    }
}
