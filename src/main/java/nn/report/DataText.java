package nn.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a data directory holds, as text and, by its component names, as JSON.
 *
 * @param directory where
 * @param train the training examples, if there are any
 * @param test the test examples, if there are any
 */
public record DataText(String directory, Optional<Split> train, Optional<Split> test) {

    /**
     * Images with their labels.
     *
     * @param count how many
     * @param rows the images' height in pixels
     * @param columns their width
     * @param classes of the labels
     * @param perClass how many examples each class has
     */
    public record Split(int count, int rows, int columns, int classes, List<Integer> perClass) {

        public Split {
            perClass = List.copyOf(perClass);
        }
    }

    /** A line for each split, and then one for each class. */
    public String text() {
        StringBuilder text = new StringBuilder(Printable.of(directory)).append('\n');
        train.ifPresent(split -> text.append(line("Training", split)));
        test.ifPresent(split -> text.append(line("Test", split)));
        text.append("\nclass     training        test\n");
        int classes = Math.max(
                train.map(Split::classes).orElse(0), test.map(Split::classes).orElse(0));
        IntStream.range(0, classes)
                .forEach(k ->
                        text.append(EvaluationText.format("%5d  %11s %11s\n", k, count(train, k), count(test, k))));
        return text.toString();
    }

    private static String line(String name, Split split) {
        return EvaluationText.format(
                "%s: %,d images of %d x %d pixels in %d classes\n",
                name, split.count, split.rows, split.columns, split.classes);
    }

    private static String count(Optional<Split> split, int k) {
        return split.filter(present -> k < present.classes)
                .map(present -> EvaluationText.format("%,d", present.perClass.get(k)))
                .orElse("-");
    }
}
