package nn.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import nn.eval.Evaluation;
import nn.eval.Evaluation.PerClass;

/** Renders an {@link Evaluation} as text. Tables of ten classes are at most 80 columns wide; a wider matrix is left out. */
public final class EvaluationText {

    private static final int MOST_PAIRS = 5;

    private final Evaluation evaluation;
    private final StringBuilder text = new StringBuilder();

    private EvaluationText(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /**
     * Accuracy, classes, confusion matrix, and the most confused pairs.
     *
     * @param title names the split, such as {@code Test}
     * @param terminal where it is shown
     */
    public static String of(String title, Evaluation evaluation, Terminal terminal) {
        EvaluationText rendering = new EvaluationText(evaluation);
        rendering.line("%s", headline(title, evaluation));
        rendering.perClass();
        ConfusionText confusion = new ConfusionText(
                evaluation.perClass().stream().map(EvaluationText::name).toList(), evaluation.confusion());
        if (confusion.fits(terminal.columns())) {
            rendering.text.append('\n').append(confusion.text(terminal.color()));
        }
        rendering.pairs();
        return rendering.text.toString();
    }

    /** One line with accuracy, counts, interval and loss. */
    static String headline(String title, Evaluation evaluation) {
        return format(
                "%s accuracy %s %% (%,d of %,d right, %,d wrong; 95 %% interval %s to %s %%), loss %.4f",
                title,
                percent(evaluation.accuracy()),
                evaluation.count() - evaluation.errors(),
                evaluation.count(),
                evaluation.errors(),
                percent(evaluation.interval95().low()),
                percent(evaluation.interval95().high()),
                evaluation.loss());
    }

    private void perClass() {
        int width = Math.max(
                "class".length(),
                longest(evaluation.perClass().stream().map(EvaluationText::name).toList()));
        line("");
        line("%" + width + "s  examples  precision   recall       F1", "class");
        for (int k = 0; k < evaluation.perClass().size(); k++) {
            PerClass row = evaluation.perClass().get(k);
            boolean hasExamples = row.count() > 0;
            boolean isAnswered = isAnswered(k);
            line(
                    "%" + width + "s  %,8d  %9s  %7s  %7s",
                    name(row),
                    row.count(),
                    share(row.precision(), isAnswered),
                    share(row.recall(), hasExamples),
                    share(row.f1(), hasExamples && isAnswered));
        }
    }

    private boolean isAnswered(int k) {
        return evaluation.confusion().stream().anyMatch(answers -> answers.get(k) > 0);
    }

    /** @param measured whether it is a share of anything */
    private static String share(double value, boolean measured) {
        return measured ? percent(value) + " %" : "-  ";
    }

    static int longest(List<String> names) {
        return names.stream().mapToInt(String::length).max().orElse(1);
    }

    private record Pair(int truth, int predicted, int count) {}

    private void pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int truth = 0; truth < evaluation.confusion().size(); truth++) {
            for (int predicted = 0; predicted < evaluation.confusion().size(); predicted++) {
                int count = evaluation.confusion().get(truth).get(predicted);
                if (truth != predicted && count > 0) {
                    pairs.add(new Pair(truth, predicted, count));
                }
            }
        }
        if (pairs.isEmpty()) {
            return;
        }
        pairs.sort(Comparator.comparingInt(Pair::count).reversed());
        List<String> shown = pairs.stream()
                .limit(MOST_PAIRS)
                .map(pair -> format("%s as %s (%d)", name(pair.truth), name(pair.predicted), pair.count))
                .toList();
        line("");
        line("Most confused: %s", String.join(", ", shown));
    }

    private String name(int k) {
        return name(evaluation.perClass().get(k));
    }

    /** Made printable, because a report file may hold any name. */
    private static String name(PerClass row) {
        return Printable.of(row.name());
    }

    private void line(String pattern, Object... arguments) {
        text.append(format(pattern, arguments).stripTrailing()).append('\n');
    }

    static String percent(double share) {
        return format("%.2f", 100 * share);
    }

    static String format(String pattern, Object... arguments) {
        return String.format(Locale.ROOT, pattern, arguments);
    }
}
