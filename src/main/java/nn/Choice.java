package nn;

import java.util.Collection;
import java.util.List;

/** What a message offers to choose from: {@code train, eval or predict}. */
public final class Choice {

    private Choice() {}

    /** The words with commas, and "or" before the last. */
    public static String of(Collection<String> words) {
        List<String> all = List.copyOf(words);
        int last = all.size() - 1;
        return last < 1 ? String.join("", all) : String.join(", ", all.subList(0, last)) + " or " + all.get(last);
    }
}
