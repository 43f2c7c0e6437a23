package nn.read;

import java.util.List;

/** How far a reading is from the truth (Levenshtein 1966). */
final class EditDistance {

    private EditDistance() {}

    /** The fewest insertions, deletions and replacements that make the reading the truth. */
    static <T> int of(List<T> truth, List<T> reading) {
        int[] before = new int[reading.size() + 1];
        for (int j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= truth.size(); i++) {
            int[] row = new int[before.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = before[j - 1] + (truth.get(i - 1).equals(reading.get(j - 1)) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return before[reading.size()];
    }
}
