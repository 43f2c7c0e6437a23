package nn.report;

/** A number of things as people say it: {@code 1 epoch}, {@code 1,200 epochs}. */
public final class Plural {

    private Plural() {}

    /** @param thing one of them, which takes an s */
    public static String of(long count, String thing) {
        return EvaluationText.format("%,d %s%s", count, thing, count == 1 ? "" : "s");
    }
}
