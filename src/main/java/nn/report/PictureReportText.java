package nn.report;

import java.util.List;
import nn.eval.Refusals;
import nn.pictures.LabeledPictures;
import nn.report.PictureReport.Mistake;

/** Renders a {@link PictureReport} as text. */
public final class PictureReportText {

    private PictureReportText() {}

    /** Accuracy, groups, confusion matrix, and the pictures with a wrong answer or none. */
    public static String of(PictureReport report, List<String> classNames, Terminal terminal) {
        StringBuilder text = new StringBuilder(EvaluationText.format(
                "Accuracy %s %% (%,d of %,d right, %,d wrong; 95 %% interval %s to %s %%)\n",
                EvaluationText.percent(report.accuracy()),
                report.count() - report.errors(),
                report.count(),
                report.errors(),
                EvaluationText.percent(report.interval95().low()),
                EvaluationText.percent(report.interval95().high())));
        text.append(refused("pictures of a digit", report.digits()))
                .append(refused("pictures without a digit", report.noDigits()));
        report.groups()
                .forEach((name, group) -> text.append(EvaluationText.format(
                        "  %-12s %s %% (%,d of %,d wrong)\n",
                        Printable.of(name), EvaluationText.percent(group.accuracy()), group.errors(), group.count())));
        text.append('\n').append(new ConfusionText(classNames, report.confusion()).text(terminal.color()));
        if (!report.mistakes().isEmpty()) {
            text.append("\nWrong:\n");
        }
        report.mistakes().forEach(mistake -> text.append(line(mistake, classNames)));
        return text.toString();
    }

    private static String refused(String pictures, Refusals refusals) {
        return !refusals.measured()
                ? ""
                : EvaluationText.format(
                        "Refused %,d of %,d %s (%s %%)\n",
                        refusals.refused(), refusals.count(), pictures, EvaluationText.percent(refusals.share()));
    }

    private static String line(Mistake mistake, List<String> classNames) {
        String truth = mistake.truth().equals(LabeledPictures.NO_DIGIT) ? "no digit" : mistake.truth();
        String seen = mistake.digit() == null
                ? "no answer (" + Printable.of(mistake.error()) + ")"
                : EvaluationText.format(
                        "%s with %.1f %%", classNames.get(mistake.digit()), 100 * mistake.probability());
        String doubts = mistake.warnings().isEmpty() ? "" : "; " + String.join("; ", mistake.warnings());
        return EvaluationText.format("  %s: %s is seen as %s%s\n", Printable.of(mistake.file()), truth, seen, doubts);
    }
}
