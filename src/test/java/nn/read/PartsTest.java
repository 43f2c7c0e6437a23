package nn.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import nn.image.prepare.Box;
import org.junit.jupiter.api.Test;

/** Digits of 10 x 30 pixels on a page of 400 x 300. */
class PartsTest {

    private static final List<Part> DIGITS = IntStream.range(0, 8)
            .mapToObj(i -> Ink.part(100 + 16 * i, 120, 10, 30))
            .toList();

    private static List<Box> read(List<Part> more) {
        List<Part> all = new ArrayList<>(DIGITS);
        all.addAll(more);
        return Parts.of(Ink.page(400, 300, all)).parts().stream()
                .map(Part::box)
                .sorted(Comparator.comparingInt(Box::left))
                .toList();
    }

    private static List<Box> digits() {
        return DIGITS.stream().map(Part::box).toList();
    }

    /** A jagged outline around the digits, too crooked for a line. */
    private static List<Part> edge() {
        List<Part> dots = new ArrayList<>();
        for (int x = 60; x <= 260; x++) {
            dots.add(Ink.part(x, 60 + jag(x), 5, 6));
            dots.add(Ink.part(x, 210 - jag(x), 5, 6));
        }
        for (int y = 60; y <= 210; y++) {
            dots.add(Ink.part(60 + jag(y), y, 6, 5));
            dots.add(Ink.part(260 - jag(y), y, 6, 5));
        }
        return dots;
    }

    private static int jag(int at) {
        return Math.abs(at % 40 - 20);
    }

    @Test
    void digitsAreParts() {
        assertEquals(digits(), read(List.of()));
    }

    @Test
    void theCrookedEdgeOfAPaperAroundDigitsIsNone() {
        assertEquals(digits(), read(edge()));
    }

    @Test
    void aBarThatBrokeOffAnEdgeIsNoneAndOneElsewhereIs() {
        Part beside = Ink.part(90, 108, 6, 30);
        List<Part> withBar = edge();
        withBar.add(beside);
        assertEquals(digits(), read(withBar));
        assertEquals(beside.box(), read(List.of(beside)).get(0));
    }

    /** As ruled lines leave them. */
    @Test
    void aBarThatIsThinnerThanTheWritingIsNone() {
        assertEquals(digits(), read(List.of(Ink.part(300, 134, 30, 3))));
    }
}
