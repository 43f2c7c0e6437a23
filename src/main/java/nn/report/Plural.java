package nn.report;

/** Renders a count with its noun: {@code 1 epoch}, {@code 1,200 epochs}. */
public final class Plural {

    private Plural() {}

    /** @param thing the noun in the singular; its plural ends in s */
    public static String of(long count, String thing) {
        return EvaluationText.format("%,d %s%s", count, thing, count == 1 ? "" : "s");
    }
}
