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
 * The accuracy of a model on labeled pictures. The component names are the keys of the JSON output. A picture that cannot be
 * read counts as an error, and so does an answer without a digit, or a digit without an answer.
 *
 * @param model the model's file
 * @param groups count, errors and accuracy of each group, by name
 * @param confusion the answered pictures by class and answer, {@code [truth][predicted]}
 * @param digits the refused pictures among those of a digit
 * @param noDigits the same for pictures without a digit
 * @param mistakes the pictures with a wrong answer or none
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
     * A picture with a wrong answer or none.
     *
     * @param digit the answer; null for none
     * @param error why there is no answer; left out if there is one
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
}
