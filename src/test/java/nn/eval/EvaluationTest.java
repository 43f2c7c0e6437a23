package nn.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nn.SyntheticData;
import nn.data.DataSet;
import nn.data.InputKind;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Loss;
import nn.model.Parameters;
import nn.model.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class EvaluationTest {

    /** Eight examples of classes 0, 1, 2: truths 0 0 0 0 1 1 2 2, answers 0 0 1 2 1 1 1 0. */
    private static final DataSet DATA = SyntheticData.labeled(3, 0, 0, 0, 0, 1, 1, 2, 2);

    private static final Scores SCORES = scores(3, 0, 0, 1, 2, 1, 1, 1, 0);

    private static Scores scores(int classes, int... predicted) {
        float[] values = new float[predicted.length * classes];
        for (int i = 0; i < predicted.length; i++) {
            values[i * classes + predicted[i]] = 2;
        }
        return new Scores(values, classes);
    }

    private static Classifier classifier(int classes, double temperature) {
        Architecture architecture = Architecture.of(1, List.of(), classes, Activation.RELU);
        return new Classifier(
                List.of(Parameters.zeros(architecture, Storage.NATIVE_FLOAT)),
                List.of(InputKind.PIXELS),
                1,
                1,
                IntStream.range(0, classes).mapToObj(k -> "class " + k).toList(),
                new Loss.SoftmaxCrossEntropy(),
                temperature);
    }

    private static Evaluation evaluation() {
        return Evaluation.of(classifier(3, 1), SCORES, DATA);
    }

    @Test
    void confusionIsByTruthThenPrediction() {
        assertEquals(
                List.of(List.of(2, 1, 1), List.of(0, 2, 0), List.of(1, 1, 0)),
                evaluation().confusion());
    }

    @Test
    void countErrorsAndAccuracyAgree() {
        Evaluation evaluation = evaluation();
        assertEquals(List.of(8, 4), List.of(evaluation.count(), evaluation.errors()));
        assertEquals(0.5, evaluation.accuracy());
        assertEquals(Interval.wilson(4, 8), evaluation.interval95());
    }

    @Test
    void precisionRecallAndF1HaveTheirValuesByHand() {
        List<Evaluation.PerClass> perClass = evaluation().perClass();
        assertEquals(
                new Evaluation.PerClass("class 0", 4, 2.0 / 3, 0.5, 2 * (2.0 / 3) * 0.5 / (2.0 / 3 + 0.5)),
                perClass.get(0));
        assertEquals(new Evaluation.PerClass("class 1", 2, 0.5, 1, 2.0 / 3), perClass.get(1));
        assertEquals(new Evaluation.PerClass("class 2", 2, 0, 0, 0), perClass.get(2));
    }

    @Test
    void aClassThatNeverOccursHasZerosNotNaN() {
        Evaluation evaluation = Evaluation.of(classifier(3, 1), scores(3, 0, 1), SyntheticData.labeled(3, 0, 1));
        assertEquals(
                new Evaluation.PerClass("class 2", 0, 0, 0, 0),
                evaluation.perClass().get(2));
    }

    @Test
    void lossIsTheMeanCrossEntropy() {
        double right = Math.log(1 + 2 * Math.exp(-2));
        double wrong = right + 2;
        assertEquals((4 * right + 4 * wrong) / 8, evaluation().loss(), 1e-15);
    }

    @Test
    void mistakesAreInTheOrderOfTheDataWithTheAnswersProbability() {
        double probability = 1 / (1 + 2 * Math.exp(-2));
        List<Evaluation.Mistake> mistakes = evaluation().mistakes();
        assertEquals(
                List.of(2, 3, 6, 7),
                mistakes.stream().map(Evaluation.Mistake::index).toList());
        assertEquals(2, mistakes.get(2).truth());
        assertEquals(1, mistakes.get(2).predicted());
        assertEquals(probability, mistakes.get(2).probability(), 1e-15);
    }

    @Test
    void temperatureChangesProbabilitiesOnly() {
        Evaluation hot = Evaluation.of(classifier(3, 4), SCORES, DATA);
        assertEquals(1 / (1 + 2 * Math.exp(-0.5)), hot.mistakes().get(0).probability(), 1e-15);
        assertEquals(evaluation().loss(), hot.loss());
        assertEquals(evaluation().confusion(), hot.confusion());
    }

    @Test
    void ofEqualOutputsTheFirstIsTheAnswer() {
        Evaluation evaluation =
                Evaluation.of(classifier(2, 1), new Scores(new float[] {3, 3}, 2), SyntheticData.labeled(2, 1));
        assertEquals(List.of(List.of(0, 0), List.of(1, 0)), evaluation.confusion());
    }

    @Test
    void scoresOfOtherDataAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Evaluation.of(classifier(3, 1), scores(3, 0, 1), SyntheticData.labeled(3, 0)));
    }

    @Test
    void dataWithMoreClassesThanTheModelAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Evaluation.of(classifier(3, 1), scores(3, 0), SyntheticData.labeled(4, 3)));
    }

    @Test
    void raggedScoresAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Scores(new float[7], 3));
        assertThrows(IllegalArgumentException.class, () -> new Scores(new float[7], 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyNumberAgreesWithNd4j(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int classes = 5;
        int count = 400;
        int[] truth = random.ints(count, 0, classes).toArray();
        float[] values = new float[count * classes];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian() + (i % classes == truth[i / classes] ? 1 : 0);
        }
        Evaluation ours = Evaluation.of(
                classifier(classes, 1), new Scores(values, classes), SyntheticData.labeled(classes, truth));

        var theirs = new org.nd4j.evaluation.classification.Evaluation(classes);
        var oneHot = Nd4j.zeros(DataType.FLOAT, count, classes);
        for (int i = 0; i < count; i++) {
            oneHot.putScalar(i, truth[i], 1);
        }
        theirs.eval(oneHot, Nd4j.createFromArray(values).reshape(count, classes));

        assertEquals(theirs.accuracy(), ours.accuracy(), 1e-12);
        for (int k = 0; k < classes; k++) {
            assertEquals(theirs.precision(k), ours.perClass().get(k).precision(), 1e-12, "precision of " + k);
            assertEquals(theirs.recall(k), ours.perClass().get(k).recall(), 1e-12, "recall of " + k);
            assertEquals(theirs.f1(k), ours.perClass().get(k).f1(), 1e-12, "F1 of " + k);
            for (int predicted = 0; predicted < classes; predicted++) {
                assertEquals(
                        theirs.getConfusionMatrix().getCount(k, predicted),
                        ours.confusion().get(k).get(predicted));
            }
        }
    }
}
