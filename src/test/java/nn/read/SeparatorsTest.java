package nn.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import nn.image.prepare.Box;
import org.junit.jupiter.api.Test;

/** Digits of 20 x 30 pixels at every 40 pixels, and bars between them. */
class SeparatorsTest {

    /** The outline of a box, 6 pixels thick. */
    private static Part zero(int left, int top, int width, int height) {
        boolean[] mask = new boolean[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                mask[y * width + x] = Math.min(Math.min(x, width - 1 - x), Math.min(y, height - 1 - y)) < 6;
            }
        }
        return Part.of(new Box(left, top, left + width, top + height), mask);
    }

    private static List<Part> digits(int count) {
        List<Part> digits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            digits.add(zero(10 + 40 * i, 10, 20, 30));
        }
        return digits;
    }

    private static List<Part> with(List<Part> parts, Part... others) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(List.of(others));
        return all;
    }

    @Test
    void shortBarsBetweenDigitsAreTakenOut() {
        List<Part> digits = digits(4);
        assertEquals(
                digits,
                Separators.removed(
                        with(digits, Ink.part(39, 30, 3, 20), Ink.part(79, 30, 3, 20), Ink.part(119, 30, 3, 20))));
    }

    @Test
    void onesThatStandAsHighAsOtherDigitsStay() {
        List<Part> digits = with(digits(4), Ink.part(38, 10, 6, 30), Ink.part(78, 10, 6, 30), Ink.part(118, 10, 6, 30));
        assertEquals(digits, Separators.removed(digits));
    }

    @Test
    void onesBesideEachOtherStay() {
        List<Part> ones = List.of(
                Ink.part(0, 10, 4, 30), Ink.part(20, 10, 4, 30), Ink.part(40, 10, 4, 30), Ink.part(60, 10, 4, 30));
        assertEquals(ones, Separators.removed(ones));
    }

    @Test
    void twoBarsAreNoComb() {
        List<Part> parts = with(digits(3), Ink.part(39, 30, 3, 20), Ink.part(79, 30, 3, 20));
        assertEquals(parts, Separators.removed(parts));
    }
}
