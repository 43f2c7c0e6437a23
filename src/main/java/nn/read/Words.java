package nn.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nn.image.prepare.Box;

/**
 * Finds the letters in a line that was read, which look like digits by chance. Characters that stand together are judged together: each is
 * evidence for a word or for a number, and a change between the two is rare. The evidence was fitted to drawn words, units and numbers.
 */
final class Words {

    /** Characters with gaps up to this share of the height stand together. */
    private static final double GAP = 0.5;
    /** What is no digit and lower than this share of the highest character beside it is a sign or a speck. */
    private static final double SIGN = 0.6;
    /** So is what is lower than this share of the line's height, where a label may be smaller than the writing beside it. */
    private static final double LOWEST = 0.25;

    /** Log odds for a number before any character is looked at. */
    private static final double NUMBER = 1;
    /** Log odds against letters that follow digits without a gap, or digits that follow letters. */
    private static final double CHANGE = 2.6;

    /** Log odds for a letter: it is no digit, or was cut as letters are, or is an unsure digit. */
    private static final double NO_DIGIT = 3;

    private static final double CUT = 2;
    private static final double UNSURE = 1;
    /** Where it is a sure digit: one that also looks like O, l or S, or another one. */
    private static final double SURE_LIKE_LETTER = -0.4;

    private static final double SURE = -1.4;
    /** In addition where it is low: the letters of a word differ in height, and digits hardly do. */
    private static final double LOW = 1.2;

    /** A character is low below this share of the height of the characters beside it. */
    private static final double LOW_HEIGHT = 0.75;

    /** A digit that was cut, and is surer, was cut from other digits. */
    private static final double CUT_PROBABILITY = 0.9;

    private static final double SURE_PROBABILITY = 0.98;
    private static final double UNSURE_PROBABILITY = 0.6;

    /**
     * A digit, or something that is none.
     *
     * @param digit  its place among the line's digits; negative if it is none
     * @param letter log odds for a letter, its height left aside
     */
    private record Character(Box box, int digit, double letter) {}

    private Words() {}

    /** The places of the digits that are in no word, in their order. */
    static List<Integer> digitsOutside(Lattice.Path path, double height) {
        List<Integer> outside = new ArrayList<>();
        for (List<Character> group : groups(characters(path, height), GAP * height)) {
            double highest = height(group, 1);
            group.removeIf(each -> each.digit < 0 && each.box.height() < SIGN * highest);
            outside.addAll(digitsOutside(group));
        }
        outside.sort(Comparator.naturalOrder());
        return outside;
    }

    private static List<Character> characters(Lattice.Path path, double height) {
        List<Character> characters = new ArrayList<>();
        for (int i = 0; i < path.digits().size(); i++) {
            double alone = path.alone().get(i);
            double letter = path.cut().get(i) && alone < CUT_PROBABILITY
                    ? CUT
                    : letter(alone, path.answers().get(i).prediction().digit());
            characters.add(new Character(path.digits().get(i).part().box(), i, letter));
        }
        for (Part other : path.others()) {
            if (other.height() > LOWEST * height) {
                characters.add(new Character(other.box(), -1, NO_DIGIT));
            }
        }
        characters.sort(Comparator.comparingInt(each -> each.box.left()));
        return characters;
    }

    private static double letter(double alone, int digit) {
        if (alone < SURE_PROBABILITY) {
            return alone < UNSURE_PROBABILITY ? UNSURE : 0;
        }
        return switch (digit) {
            case 0, 1, 5 -> SURE_LIKE_LETTER;
            default -> SURE;
        };
    }

    private static List<List<Character>> groups(List<Character> characters, double gap) {
        List<List<Character>> groups = new ArrayList<>();
        int end = Integer.MIN_VALUE;
        for (Character each : characters) {
            if (groups.isEmpty() || each.box.left() - end > gap) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(each);
            end = Math.max(end, each.box.right());
        }
        return groups;
    }

    /** The height of characters, as a quantile in [0, 1]. */
    private static double height(List<Character> group, double quantile) {
        int[] heights =
                group.stream().mapToInt(each -> each.box.height()).sorted().toArray();
        return heights[(int) (quantile * (heights.length - 1))];
    }

    /** The digits of a group, along the most likely way to divide it into letters and digits (Viterbi 1967). */
    private static List<Integer> digitsOutside(List<Character> group) {
        Way word = new Way(0, List.of());
        Way number = new Way(NUMBER, List.of());
        double high = height(group, 0.75);
        for (Character each : group) {
            double low = each.digit >= 0 && each.box.height() < LOW_HEIGHT * high ? LOW : 0;
            Way before = word;
            word = word.orChanged(number).with(each.letter + low);
            number = number.orChanged(before).with(each);
        }
        return word.score > number.score ? word.digits : number.digits;
    }

    /**
     * The best way to divide the characters up to one that is a letter, or a digit.
     *
     * @param score  log odds for the letters in it, against the same characters as digits
     * @param digits those that are outside of words
     */
    private record Way(double score, List<Integer> digits) {

        private Way orChanged(Way other) {
            return other.score - CHANGE > score ? new Way(other.score - CHANGE, other.digits) : this;
        }

        private Way with(double letter) {
            return new Way(score + letter, digits);
        }

        private Way with(Character character) {
            if (character.digit < 0) {
                return this;
            }
            List<Integer> all = new ArrayList<>(digits);
            all.add(character.digit);
            return new Way(score, all);
        }
    }
}
