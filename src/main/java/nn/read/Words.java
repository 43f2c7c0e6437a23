package nn.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nn.image.prepare.Box;

/** Finds words in a line that was read: what stands together, with small gaps, and is mostly letters. Letters look like digits by chance. */
final class Words {

    /** Characters with gaps up to this share of the height stand together. */
    private static final double GAP = 0.35;
    /** With this share of letters, what stands together is a word. */
    private static final double LETTERS = 0.3;
    /** With less than so many characters it needs more, lest an unsure number is left out. */
    private static final int SHORT = 3;

    private static final double LETTERS_OF_FEW = 0.75;
    /** A piece that was cut off a letter's size, or a stem, counts so much of a letter. */
    private static final double CUT_OFF = 0.7;
    /** What is so unlikely a digit counts as a letter to that degree. */
    private static final double DOUBTFUL = 0.4;
    /** What is no digit and lower than this share of the highest character beside it is a sign or a speck. */
    private static final double LOW = 0.45;
    /** So is what is lower than this share of the line's height, where a label may be smaller than the writing beside it. */
    private static final double LOWEST = 0.25;

    /**
     * A digit, or something as high that is none.
     *
     * @param digit  its place among the line's digits; negative if it is none
     * @param letter how much it is like a letter, 0 to 1
     */
    private record Character(Box box, int digit, double letter) {}

    private Words() {}

    /** The places of the digits that are in no word, in their order. */
    static List<Integer> digitsOutside(Lattice.Path path, double height) {
        List<Integer> outside = new ArrayList<>();
        for (List<Character> group : groups(characters(path, height), GAP * height)) {
            double highest =
                    group.stream().mapToInt(each -> each.box.height()).max().orElseThrow();
            group.removeIf(each -> each.digit < 0 && each.box.height() < LOW * highest);
            if (!isWord(group)) {
                group.stream().filter(each -> each.digit >= 0).forEach(each -> outside.add(each.digit));
            }
        }
        outside.sort(Comparator.naturalOrder());
        return outside;
    }

    private static List<Character> characters(Lattice.Path path, double height) {
        List<Character> characters = new ArrayList<>();
        for (int i = 0; i < path.digits().size(); i++) {
            double doubt = 1 - path.answers().get(i).probability();
            double letter = path.cut().get(i) ? Math.max(CUT_OFF, doubt) : doubt > DOUBTFUL ? doubt : 0;
            characters.add(new Character(path.digits().get(i).part().box(), i, letter));
        }
        for (Part other : path.others()) {
            if (other.height() > LOWEST * height) {
                characters.add(new Character(other.box(), -1, 1));
            }
        }
        characters.sort(Comparator.comparingInt(each -> each.box.left()));
        return characters;
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

    private static boolean isWord(List<Character> group) {
        double letters = group.stream().mapToDouble(Character::letter).sum();
        return letters >= (group.size() < SHORT ? LETTERS_OF_FEW : LETTERS) * group.size();
    }
}
