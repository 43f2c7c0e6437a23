package nn.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nn.eval.Interval;
import nn.json.OmitNull;
import nn.pictures.LabeledPictures;

/**
 * How much of labeled pictures is read right. The component names are the keys of the JSON output.
 *
 * @param model    the model's file
 * @param pictures those that are entirely right
 * @param interval95 of their share
 * @param numbers  those that are right, empty cells among them
 * @param digits   less the insertions, deletions and replacements that make the reading the label
 * @param groups   the same of each group, by name
 * @param mistakes the pictures that are not entirely right
 */
public record ReadingReport(
        String model,
        Count pictures,
        Interval interval95,
        Count numbers,
        Count digits,
        Map<String, Group> groups,
        List<Mistake> mistakes) {

    /** So many of so many are right. */
    public record Count(int count, int right, double share) {

        static final Count NONE = new Count(0, 0, 0);

        static Count of(int count, int wrong) {
            int right = Math.max(0, count - wrong);
            return new Count(count, right, count == 0 ? 0 : (double) right / count);
        }

        Count plus(Count more) {
            return of(count + more.count, count + more.count - right - more.right);
        }
    }

    /** Pictures that are counted together. */
    public record Group(Count pictures, Count numbers, Count digits) {

        static final Group NONE = new Group(Count.NONE, Count.NONE, Count.NONE);

        Group plus(Group more) {
            return new Group(pictures.plus(more.pictures), numbers.plus(more.numbers), digits.plus(more.digits));
        }
    }

    /**
     * A picture that is not entirely right.
     *
     * @param truth   its label
     * @param reading what is read, with | between lines
     * @param error   why nothing is read; left out if something is
     */
    public record Mistake(
            String file,
            String truth,
            String reading,
            @OmitNull String error) {}

    /** Compares readings with the labels of their pictures. */
    public static ReadingReport of(String model, List<LabeledPictures.Item> items, List<Reading> readings) {
        Group all = Group.NONE;
        Map<String, Group> groups = new TreeMap<>();
        List<Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            LabeledPictures.Item item = items.get(i);
            String truth = item.label().equals(LabeledPictures.NO_DIGIT) ? "" : normal(item.label());
            String reading = readings.get(i)
                    .page()
                    .map(page -> normal(page.text().replace('\n', '|')))
                    .orElse("");
            boolean right = truth.equals(reading);
            Group one = new Group(
                    Count.of(1, right ? 0 : 1),
                    count(numbers(truth), numbers(reading)),
                    count(digits(truth), digits(reading)));
            all = all.plus(one);
            if (!item.group().isEmpty()) {
                groups.merge(item.group(), one, Group::plus);
            }
            if (!right) {
                mistakes.add(new Mistake(
                        item.file().toString(),
                        truth,
                        reading,
                        readings.get(i).error().orElse(null)));
            }
        }
        return new ReadingReport(
                model,
                all.pictures,
                Interval.wilson(all.pictures.right, all.pictures.count),
                all.numbers,
                all.digits,
                groups,
                mistakes);
    }

    private static <T> Count count(List<T> truth, List<T> reading) {
        return Count.of(truth.size(), EditDistance.of(truth, reading));
    }

    private static String normal(String text) {
        return text.strip().replaceAll("\\s+", " ").replaceAll(" ?\\| ?", "|").replaceAll("\\|+$", "");
    }

    private static List<String> numbers(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("[ |]"));
    }

    private static List<Integer> digits(String text) {
        return text.chars()
                .filter(c -> c != ' ' && c != '|' && c != '.')
                .boxed()
                .toList();
    }
}
