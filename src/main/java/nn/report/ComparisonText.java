package nn.report;

import nn.report.RunComparison.Pair;
import nn.report.RunComparison.Run;

/** Renders a {@link RunComparison} as text. */
public final class ComparisonText {

    private ComparisonText() {}

    /** A table of the runs, and a sentence for each pair. */
    public static String of(RunComparison comparison) {
        StringBuilder text = new StringBuilder(EvaluationText.format(
                "%-9s  %-17s  %6s  %6s  %8s  %s\n", "accuracy", "95 % interval", "wrong", "epochs", "time", "run"));
        for (Run run : comparison.runs()) {
            text.append(EvaluationText.format(
                    "%7s %%  %6s to %6s %%  %,6d  %6d  %8s  %s\n",
                    EvaluationText.percent(run.accuracy()),
                    EvaluationText.percent(run.interval95().low()),
                    EvaluationText.percent(run.interval95().high()),
                    run.errors(),
                    run.epochs(),
                    TrainingDisplay.duration(run.seconds()),
                    Printable.of(run.run())));
        }
        for (Pair pair : comparison.pairs()) {
            text.append(EvaluationText.format(
                    "\n%s and %s:\n%s\n",
                    Printable.of(pair.first()),
                    Printable.of(pair.second()),
                    String.join("\n", Paragraph.lines(pair.sentence(), "  ", "  ", 80))));
        }
        if (comparison.pairs().size() > 1) {
            text.append(EvaluationText.format(
                    "\nOf %,d pairs of equally good runs, one in twenty seems to differ.\n",
                    comparison.pairs().size()));
        }
        return text.toString();
    }
}
