package nn.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nn.eval.Prediction;
import nn.pictures.Answer;

/** Renders predictions as lines: {@code 3  99.2 %  photo.jpg}. */
public final class PredictionText {

    private static final String CSV_HEADER = "file,digit,probability,error,warnings\n";

    private PredictionText() {}

    /**
     * The line of an answered picture.
     *
     * @param top the number of classes to show, at least 1
     */
    public static String line(String file, Prediction prediction, List<String> classNames, int top) {
        String others = prediction.ranking().stream()
                .limit(top)
                .skip(1)
                .map(k -> EvaluationText.format(
                        "  %s %5.1f %%",
                        classNames.get(k), 100 * prediction.probabilities().get(k)))
                .collect(Collectors.joining());
        return EvaluationText.format(
                "%s  %5.1f %%%s  %s\n",
                classNames.get(prediction.digit()), 100 * prediction.probability(), others, Printable.of(file));
    }

    /** The candidates that were looked at in a picture, the best first, a line each. */
    public static List<String> candidates(Answer answer, List<String> classNames) {
        return answer.judged().stream()
                .map(judgment -> EvaluationText.format(
                        "%s: score %.3f: %s with %5.1f %%, a digit with %5.1f %%: %s",
                        Printable.of(answer.file()),
                        judgment.score(),
                        classNames.get(judgment.prediction().digit()),
                        100 * judgment.prediction().probability(),
                        100 * judgment.prediction().digitProbability(),
                        judgment.candidate().name()))
                .toList();
    }

    /** The first line of the CSV output. */
    public static String csvHeader() {
        return CSV_HEADER;
    }

    /** The CSV line of a picture, answered or not. */
    public static String csvLine(Answer answer, List<String> classNames) {
        String digit = answer.prediction().map(p -> classNames.get(p.digit())).orElse("");
        String probability = answer.prediction()
                .map(p -> String.format(Locale.ROOT, "%.6f", p.probability()))
                .orElse("");
        return String.join(
                        ",",
                        Csv.quoted(answer.file()),
                        Csv.quoted(digit),
                        probability,
                        Csv.quoted(answer.error().orElse("")),
                        Csv.quoted(String.join("; ", answer.warnings())))
                + "\n";
    }
}
