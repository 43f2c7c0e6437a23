package nn.report;

import java.util.List;

/** Renders a confusion matrix as text: a row for each true class, a column for each answer. */
final class ConfusionText {

    private static final int MOST_CLASSES = 12;
    /** Longer names are cut above the columns. */
    private static final int LONGEST_HEAD = 5;

    /** Of a terminal's 256 colors, from light to full; the text on them is black. */
    private static final int[] WRONG = {230, 223, 222, 216, 215, 209, 208, 202};

    private static final int RIGHT = 153;
    private static final int BLACK = 16;

    private final List<String> names;
    private final List<List<Integer>> confusion;
    private final int first;
    private final int width;

    /**
     * @param names the classes
     * @param confusion {@code [truth][answer]}
     */
    ConfusionText(List<String> names, List<List<Integer>> confusion) {
        this.names = names;
        this.confusion = confusion;
        int count = confusion.stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .sum();
        int digits = String.valueOf(count).length();
        int longest = EvaluationText.longest(names);
        first = Math.max(longest, digits) + 1;
        width = Math.max(Math.min(longest, LONGEST_HEAD), digits) + 1;
    }

    /** Whether the matrix is small enough to be read in so many columns. */
    boolean fits(int columns) {
        return names.size() <= MOST_CLASSES && first + names.size() * width <= columns;
    }

    /** @param color whether the cells are shaded: wrong answers by their number, right ones all alike */
    String text(boolean color) {
        StringBuilder text = new StringBuilder("Confusion (row: the truth, column: the answer; . is none)\n");
        text.append(" ".repeat(first));
        names.forEach(name -> text.append(padded(name.substring(0, Math.min(name.length(), LONGEST_HEAD)), width)));
        int worst = worst();
        for (int truth = 0; truth < names.size(); truth++) {
            text.append('\n').append(padded(names.get(truth), first));
            for (int answer = 0; answer < names.size(); answer++) {
                int count = confusion.get(truth).get(answer);
                String cell = padded(count == 0 ? "." : String.valueOf(count), width);
                text.append(color && count > 0 ? shaded(cell, truth == answer ? RIGHT : shade(count, worst)) : cell);
            }
        }
        return text.append('\n').toString();
    }

    private static String padded(String cell, int width) {
        return EvaluationText.format("%" + width + "s", cell);
    }

    /** The largest number of wrong answers in a cell. */
    private int worst() {
        int worst = 0;
        for (int truth = 0; truth < names.size(); truth++) {
            for (int answer = 0; answer < names.size(); answer++) {
                worst = truth == answer
                        ? worst
                        : Math.max(worst, confusion.get(truth).get(answer));
            }
        }
        return worst;
    }

    private static int shade(int count, int worst) {
        return WRONG[(int) Math.round((double) count / worst * (WRONG.length - 1))];
    }

    private static String shaded(String cell, int ground) {
        return "\033[38;5;" + BLACK + ";48;5;" + ground + "m" + cell + "\033[0m";
    }
}
