package nn.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word that the user meant: the one that needs the fewest changes, if these are few. */
final class SimilarWord {

    /** A beginning of fewer letters says too little. */
    private static final int LEAST_BEGINNING = 3;

    private SimilarWord() {}

    /** Asks for this word, at the end of what is wrong. */
    static String question(String word) {
        return ", did you mean " + word + "?";
    }

    /** The most similar word; empty if all are different. Of an option's name, an attached value is left out. */
    static Optional<String> of(String typed, Collection<String> words) {
        String name = typed.startsWith("-") ? typed.replaceFirst("=.*", "") : typed;
        String wanted = name.toLowerCase(Locale.ROOT);
        int most = Math.max(1, letters(wanted) / 3);
        return words.stream()
                .filter(word -> letters(word) > 1 && !word.equals(typed))
                .filter(word -> changes(wanted, word) <= most)
                .min(Comparator.comparingInt(word -> changes(wanted, word)))
                .or(() -> words.stream()
                        .filter(word ->
                                letters(wanted) >= LEAST_BEGINNING && word.startsWith(wanted) && !word.equals(typed))
                        .min(Comparator.comparingInt(String::length)));
    }

    private static int letters(String word) {
        return word.replaceFirst("^-+", "").length();
    }

    /**
     * The least number of letters that are added, left out, replaced, or swapped with their neighbor (optimal string alignment distance,
     * Damerau 1964).
     */
    private static int changes(String from, String to) {
        int[][] least = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    least[i][j] = i + j;
                    continue;
                }
                int replaced = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                least[i][j] = Math.min(least[i - 1][j - 1] + replaced, 1 + Math.min(least[i - 1][j], least[i][j - 1]));
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    least[i][j] = Math.min(least[i][j], least[i - 2][j - 2] + 1);
                }
            }
        }
        return least[from.length()][to.length()];
    }
}
