package nn.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import nn.data.DataSet;

/**
 * The accuracy of a classifier on a labeled data set. The component names are keys of {@code report.json}.
 *
 * @param count the number of examples
 * @param errors the number of wrong answers
 * @param accuracy 1 - errors / count
 * @param interval95 its 95 % confidence interval
 * @param loss the mean of the training loss over the examples, in nats for the cross-entropies
 * @param perClass a row for each class
 * @param confusion the number of examples by class and answer, {@code [truth][predicted]}
 * @param mistakes every example with a wrong answer, in the data set's order
 */
public record Evaluation(
        int count,
        int errors,
        double accuracy,
        Interval interval95,
        double loss,
        List<PerClass> perClass,
        List<List<Integer>> confusion,
        List<Mistake> mistakes) {

    /**
     * The results for one class.
     *
     * @param name the class
     * @param count its examples
     * @param precision the share of right answers among the answers with this class; 0 without such an answer
     * @param recall the share of its examples with the right answer; 0 without examples
     * @param f1 the harmonic mean of the two
     */
    public record PerClass(String name, int count, double precision, double recall, double f1) {}

    /**
     * A wrong answer.
     *
     * @param index the example, from 0
     * @param truth its label
     * @param predicted the answer
     * @param probability of the answer, calibrated
     */
    public record Mistake(int index, int truth, int predicted, double probability) {}

    /** @throws IllegalArgumentException if the confusion matrix does not have a row and a column for each class */
    public Evaluation {
        perClass = List.copyOf(perClass);
        confusion = confusion.stream().map(List::copyOf).toList();
        mistakes = List.copyOf(mistakes);
        int classes = perClass.size();
        if (confusion.size() != classes || confusion.stream().anyMatch(row -> row.size() != classes)) {
            throw new IllegalArgumentException("the confusion matrix is not one of " + classes + " classes");
        }
    }

    /** The mistakes from the most to the least confident answer; equally confident ones in the data set's order. */
    public List<Mistake> mostConfidentMistakes() {
        return mistakes.stream()
                .sorted(Comparator.comparingDouble(Mistake::probability).reversed())
                .toList();
    }

    /**
     * Compares a classifier's scores for a data set with its labels.
     *
     * @throws IllegalArgumentException if the numbers of examples or classes differ, or there is no example
     */
    public static Evaluation of(Classifier classifier, Scores scores, DataSet data) {
        int classes = scores.classes();
        if (scores.examples() != data.size() || data.size() == 0) {
            throw new IllegalArgumentException("scores of %d examples for %d, which must be as many and at least one"
                    .formatted(scores.examples(), data.size()));
        }
        if (classes != classifier.classNames().size() || data.classes() > classes) {
            throw new IllegalArgumentException("%d outputs and %d class names for data of %d classes"
                    .formatted(classes, classifier.classNames().size(), data.classes()));
        }
        int[][] confusion = new int[classes][classes];
        List<Mistake> mistakes = new ArrayList<>();
        double[] outputs = new double[classes];
        double[] targets = new double[classes];
        double[] unused = new double[classes];
        double lossSum = 0;
        for (int example = 0; example < data.size(); example++) {
            int truth = data.label(example);
            scores.read(example, outputs);
            targets[truth] = 1;
            lossSum += classifier.loss().evaluate(outputs, targets, unused);
            targets[truth] = 0;
            int predicted = Scores.largest(outputs);
            confusion[truth][predicted]++;
            if (predicted != truth) {
                classifier.probabilitiesInPlace(outputs);
                mistakes.add(new Mistake(example, truth, predicted, outputs[predicted]));
            }
        }
        int count = data.size();
        int errors = mistakes.size();
        return new Evaluation(
                count,
                errors,
                (double) (count - errors) / count,
                Interval.wilson(count - errors, count),
                lossSum / count,
                perClass(classifier.classNames(), confusion),
                rows(confusion),
                mistakes);
    }

    private static List<PerClass> perClass(List<String> names, int[][] confusion) {
        List<PerClass> result = new ArrayList<>();
        for (int k = 0; k < confusion.length; k++) {
            int count = 0;
            int answered = 0;
            for (int other = 0; other < confusion.length; other++) {
                count += confusion[k][other];
                answered += confusion[other][k];
            }
            double right = confusion[k][k];
            double precision = answered == 0 ? 0 : right / answered;
            double recall = count == 0 ? 0 : right / count;
            double f1 = right == 0 ? 0 : 2 * precision * recall / (precision + recall);
            result.add(new PerClass(names.get(k), count, precision, recall, f1));
        }
        return result;
    }

    private static List<List<Integer>> rows(int[][] counts) {
        List<List<Integer>> rows = new ArrayList<>();
        for (int[] row : counts) {
            rows.add(Arrays.stream(row).boxed().toList());
        }
        return rows;
    }
}
