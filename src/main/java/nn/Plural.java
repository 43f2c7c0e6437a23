package nn;

import java.util.Locale;

/** Renders a count with its noun: {@code 1 epoch}, {@code 1,200 epochs}, {@code 10 classes}. */
public final class Plural {

    private Plural() {}

    /** @param thing the noun in the singular, with a regular plural */
    public static String of(long count, String thing) {
        String ending = count == 1 ? "" : thing.endsWith("s") ? "es" : "s";
        return String.format(Locale.ROOT, "%,d %s%s", count, thing, ending);
    }
}
