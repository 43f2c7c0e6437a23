package nn.report;

import nn.read.ReadingReport;

/** Renders a {@link ReadingReport} as text. */
public final class ReadingReportText {

    private ReadingReportText() {}

    /** Shares of pictures, numbers and digits, by group too, and the pictures with mistakes. */
    public static String of(ReadingReport report) {
        StringBuilder text = new StringBuilder(EvaluationText.format(
                "Pictures %s (95 %% interval %s to %s %%)\nNumbers  %s\nDigits   %s, by edit distance\n",
                share(report.pictures()),
                EvaluationText.percent(report.interval95().low()),
                EvaluationText.percent(report.interval95().high()),
                share(report.numbers()),
                share(report.digits())));
        report.groups()
                .forEach((name, group) -> text.append(EvaluationText.format(
                        "  %-14s pictures %s, numbers %s, digits %s\n",
                        Printable.of(name), share(group.pictures()), share(group.numbers()), share(group.digits()))));
        if (!report.mistakes().isEmpty()) {
            text.append("\nWrong:\n");
        }
        report.mistakes()
                .forEach(mistake -> text.append(EvaluationText.format(
                        "  %s: %s is read as %s\n",
                        Printable.of(mistake.file()), orNothing(mistake.truth()), orNothing(mistake.reading()))));
        return text.toString();
    }

    private static String orNothing(String numbers) {
        return numbers.isEmpty() ? "nothing" : numbers;
    }

    private static String share(ReadingReport.Count count) {
        return EvaluationText.format(
                "%s %% (%,d of %,d)", EvaluationText.percent(count.share()), count.right(), count.count());
    }
}
