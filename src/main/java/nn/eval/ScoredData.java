package nn.eval;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import nn.data.DataSet;

/**
 * A labeled data set with a classifier's outputs for it: all that an evaluation is computed from.
 *
 * @param classifier the classifier
 * @param data the examples
 * @param scores its outputs, an example for each of the data set
 */
public record ScoredData(Classifier classifier, DataSet data, Scores scores) {

    /** @throws IllegalArgumentException if the numbers of examples differ */
    public ScoredData {
        if (scores.examples() != data.size()) {
            throw new IllegalArgumentException(
                    "scores of %d examples for %d".formatted(scores.examples(), data.size()));
        }
    }

    public Evaluation evaluation() {
        return Evaluation.of(classifier, scores, data);
    }

    /** The answer for an example, with calibrated probabilities. The detector is not asked. */
    public Prediction prediction(int example) {
        double[] outputs = new double[scores.classes()];
        scores.read(example, outputs);
        classifier.probabilitiesInPlace(outputs);
        return Prediction.of(outputs, 1);
    }

    /** The same outputs with another temperature. */
    public ScoredData withTemperature(double temperature) {
        return new ScoredData(classifier.withTemperature(temperature), data, scores);
    }

    /** An example's answer: how sure it is, and whether it is right. */
    record Outcome(double probability, boolean right) {}

    /** The answers in the order of the examples. */
    List<Outcome> outcomes() {
        return IntStream.range(0, data.size())
                .mapToObj(example -> {
                    Prediction prediction = prediction(example);
                    return new Outcome(prediction.probability(), prediction.digit() == data.label(example));
                })
                .toList();
    }

    /** The answers from the surest to the least sure; equally sure ones in the order of the examples. */
    List<Outcome> surestFirst() {
        return outcomes().stream()
                .sorted(Comparator.comparingDouble(Outcome::probability).reversed())
                .toList();
    }
}
