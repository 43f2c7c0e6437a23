package nn.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nn.eval.Interval;
import nn.eval.Refusals;
import nn.json.OmitNull;
import nn.pictures.Answer;
import nn.pictures.LabeledPictures;

/**
 * How right a model is on labeled pictures. The component names are the keys of the JSON output. A picture that cannot be read
 * counts as an error, and so does one without a digit that is answered, or one of a digit that is not.
 *
 * @param model the model's file
 * @param groups the same three numbers for each group, by name
 * @param confusion {@code [truth][predicted]}, of the answered pictures
 * @param digits how many pictures of digits were refused, because no digit was found
 * @param noDigits the same for pictures that show none
 * @param mistakes the wrong and the unanswered ones
 */
public record PictureReport(
        String model,
        int count,
        int errors,
        double accuracy,
        Interval interval95,
        Map<String, Group> groups,
        List<List<Integer>> confusion,
        Refusals digits,
        Refusals noDigits,
        List<Mistake> mistakes) {

    /** Pictures that are counted together. */
    public record Group(int count, int errors, double accuracy) {

        private Group plus(boolean right) {
            int newErrors = errors + (right ? 0 : 1);
            return new Group(count + 1, newErrors, (double) (count + 1 - newErrors) / (count + 1));
        }
    }

    /**
     * A picture with a wrong answer, or none.
     *
     * @param digit the answer; null for none
     * @param error why there is none; left out otherwise
     */
    public record Mistake(
            String file,
            String truth,
            Integer digit,
            @OmitNull Double probability,
            List<String> warnings,
            @OmitNull String error) {}

    /**
     * Counts the answers.
     *
     * @param labels the true class of each, or {@link LabeledPictures#NO_DIGIT}
     * @param groupNames the group of each; empty for none
     */
    public static PictureReport of(
            String model, List<Answer> answers, List<String> labels, List<String> groupNames, List<String> classNames) {
        int[][] confusion = new int[classNames.size()][classNames.size()];
        List<Mistake> mistakes = new ArrayList<>();
        Map<String, Group> groups = new TreeMap<>();
        Refusals digits = Refusals.NONE;
        Refusals noDigits = Refusals.NONE;
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            int truth = classNames.indexOf(labels.get(i));
            boolean right;
            if (labels.get(i).equals(LabeledPictures.NO_DIGIT)) {
                right = answer.isNoDigit();
                noDigits = noDigits.plus(answer.isNoDigit());
            } else {
                right = answer.prediction().filter(p -> p.digit() == truth).isPresent();
                answer.prediction().ifPresent(p -> confusion[truth][p.digit()]++);
                digits = digits.plus(answer.isNoDigit());
            }
            if (!right) {
                mistakes.add(new Mistake(
                        answer.file(),
                        labels.get(i),
                        answer.prediction().map(p -> p.digit()).orElse(null),
                        answer.prediction().map(p -> p.probability()).orElse(null),
                        answer.warnings(),
                        answer.error().orElse(null)));
            }
            if (!groupNames.get(i).isEmpty()) {
                groups.merge(groupNames.get(i), new Group(0, 0, 0).plus(right), (group, one) -> group.plus(right));
            }
        }
        int count = answers.size();
        int errors = mistakes.size();
        List<List<Integer>> rows = new ArrayList<>();
        for (int[] row : confusion) {
            rows.add(Arrays.stream(row).boxed().toList());
        }
        return new PictureReport(
                model,
                count,
                errors,
                (double) (count - errors) / count,
                Interval.wilson(count - errors, count),
                groups,
                rows,
                digits,
                noDigits,
                mistakes);
    }

    /** As text: accuracy, groups, confusion, what was wrong. */
    public String text(List<String> classNames) {
        StringBuilder text = new StringBuilder(EvaluationText.format(
                "Accuracy %s %% (%,d of %,d right, %,d wrong; 95 %% interval %s to %s %%)\n",
                EvaluationText.percent(accuracy),
                count - errors,
                count,
                errors,
                EvaluationText.percent(interval95.low()),
                EvaluationText.percent(interval95.high())));
        text.append(refused("pictures of a digit", digits)).append(refused("pictures without a digit", noDigits));
        groups.forEach((name, group) -> text.append(EvaluationText.format(
                "  %-12s %s %% (%,d of %,d wrong)\n",
                Printable.of(name), EvaluationText.percent(group.accuracy), group.errors, group.count)));
        text.append('\n').append(EvaluationText.confusion(classNames, confusion, count));
        if (!mistakes.isEmpty()) {
            text.append("\nWrong:\n");
        }
        for (Mistake mistake : mistakes) {
            String truth = mistake.truth.equals(LabeledPictures.NO_DIGIT) ? "no digit" : mistake.truth;
            String seen = mistake.digit == null
                    ? "no answer (" + Printable.of(mistake.error) + ")"
                    : EvaluationText.format(
                            "%s with %.1f %%", classNames.get(mistake.digit), 100 * mistake.probability);
            String doubts = mistake.warnings.isEmpty() ? "" : "; " + String.join("; ", mistake.warnings);
            text.append(EvaluationText.format(
                    "  %s: %s is seen as %s%s\n", Printable.of(mistake.file), truth, seen, doubts));
        }
        return text.toString();
    }

    private static String refused(String pictures, Refusals refusals) {
        return !refusals.measured()
                ? ""
                : EvaluationText.format(
                        "Refused %,d of %,d %s (%s %%)\n",
                        refusals.refused(), refusals.count(), pictures, EvaluationText.percent(refusals.share()));
    }
}
