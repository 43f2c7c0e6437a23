package nn.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import nn.eval.Prediction;
import nn.image.prepare.Box;
import org.junit.jupiter.api.Test;

/** Characters 20 pixels wide and 30 high with gaps of 4, written as a string: d a digit, c cut off a letter, x none, a blank a gap. */
class WordsTest {

    private static final int HEIGHT = 30;

    private static List<Integer> digitsOutside(String characters) {
        List<Lattice.Segment> digits = new ArrayList<>();
        List<Boolean> cut = new ArrayList<>();
        List<Part> others = new ArrayList<>();
        for (int i = 0; i < characters.length(); i++) {
            boolean[] mask = new boolean[20 * HEIGHT];
            Arrays.fill(mask, true);
            Part part = Part.of(new Box(24 * i, 0, 24 * i + 20, HEIGHT), mask);
            switch (characters.charAt(i)) {
                case 'x' -> others.add(part);
                case 'd', 'c' -> {
                    digits.add(new Lattice.Segment(i, i + 1, part));
                    cut.add(characters.charAt(i) == 'c');
                }
                default -> {}
            }
        }
        Recognizer.Answer sure = new Recognizer.Answer(null, new Prediction(1, 1, Collections.nCopies(10, 0.1), 1));
        return Words.digitsOutside(
                new Lattice.Path(digits, Collections.nCopies(digits.size(), sure), cut, others), HEIGHT);
    }

    @Test
    void aWordIsLeftOutAsAWholeAndTheNumberBesideItStays() {
        assertEquals(List.of(3, 4, 5), digitsOutside("cddx ddd"));
    }

    @Test
    void aDigitAmongLettersGoesWithItsWord() {
        assertEquals(List.of(3), digitsOutside("cxdxd d"));
    }

    @Test
    void oneDoubtfulPieceMakesNoWordOfANumber() {
        assertEquals(List.of(0, 1, 2, 3), digitsOutside("dddc"));
    }
}
