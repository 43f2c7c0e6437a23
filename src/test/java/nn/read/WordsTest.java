package nn.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nn.eval.Prediction;
import org.junit.jupiter.api.Test;

/**
 * Characters 20 pixels wide and 30 high with gaps of 4, written as a string: d a sure digit, o one that looks like the letter, s the same
 * but lower, u an unsure digit, c cut off a letter, x none, a blank a gap.
 */
class WordsTest {

    private static final int HEIGHT = 30;

    private static List<Integer> digitsOutside(String characters) {
        List<Lattice.Segment> digits = new ArrayList<>();
        List<Recognizer.Answer> answers = new ArrayList<>();
        List<Double> alone = new ArrayList<>();
        List<Boolean> cut = new ArrayList<>();
        List<Part> others = new ArrayList<>();
        for (int i = 0; i < characters.length(); i++) {
            char character = characters.charAt(i);
            int height = character == 's' ? 2 * HEIGHT / 3 : HEIGHT;
            Part part = Ink.part(24 * i, HEIGHT - height, 20, height);
            if (character == 'x') {
                others.add(part);
            } else if (character != ' ') {
                digits.add(new Lattice.Segment(i, i + 1, part));
                cut.add(character == 'c');
                alone.add(character == 'c' || character == 'u' ? 0.5 : 1.0);
                answers.add(answer(character == 'o' || character == 's' ? 0 : 7, character == 'u' ? 0.5 : 1));
            }
        }
        return Words.digitsOutside(new Lattice.Path(digits, answers, alone, cut, others), HEIGHT);
    }

    private static Recognizer.Answer answer(int digit, double probability) {
        return new Recognizer.Answer(null, new Prediction(digit, probability, Collections.nCopies(10, 0.1), 1));
    }

    /** A room, a weight. */
    @Test
    void letterAndUnitAreLeftOutAndTheNumberThatTheyStandAtStays() {
        assertEquals(List.of(0, 1), digitsOutside("xdd"));
        assertEquals(List.of(0, 1, 2), digitsOutside("dddxx"));
        assertEquals(List.of(0, 1, 2), digitsOutside("dddcc"));
    }

    @Test
    void digitsThatLookLikeLettersAreANumberIfTheyAreEquallyHigh() {
        assertEquals(List.of(0, 1, 2), digitsOutside("ooo"));
        assertEquals(List.of(), digitsOutside("oosss"));
    }

    @Test
    void anUnsureDigitIsReadAloneAndBesideSureOnesOnly() {
        assertEquals(List.of(0), digitsOutside("u"));
        assertEquals(List.of(0, 1, 2), digitsOutside("udd"));
        assertEquals(List.of(), digitsOutside("uuu"));
    }

    @Test
    void aWordIsLeftOutAsAWholeAndTheNumberBesideItStays() {
        assertEquals(List.of(3, 4, 5), digitsOutside("cddx ddd"));
    }

    @Test
    void aDigitAmongLettersGoesWithThem() {
        assertEquals(List.of(3), digitsOutside("cxdxd d"));
    }

    @Test
    void oneDoubtfulPieceMakesNoWordOfANumber() {
        assertEquals(List.of(0, 1, 2, 3), digitsOutside("dddc"));
    }
}
