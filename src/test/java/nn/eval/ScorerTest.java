package nn.eval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nn.SyntheticData;
import nn.data.DataSet;
import nn.data.InputKind;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Initializer;
import nn.model.Loss;
import nn.model.Parameters;
import nn.model.Storage;
import nn.model.WorkerTeam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScorerTest {

    private static final DataSet DATA = SyntheticData.noise(613, 5, 4, 3, 1);

    private static Parameters member(int hidden, long seed) {
        return member(Storage.NATIVE_FLOAT, hidden, seed);
    }

    private static Parameters member(Storage storage, int hidden, long seed) {
        return Parameters.initialized(
                Architecture.of(20, List.of(hidden), 3, Activation.RELU),
                storage,
                Initializer.HE,
                new SplittableRandom(seed));
    }

    private static Classifier classifier(List<Parameters> members) {
        return new Classifier(
                members,
                Collections.nCopies(members.size(), InputKind.PIXELS),
                5,
                4,
                IntStream.range(0, 3).mapToObj(String::valueOf).toList(),
                new Loss.SoftmaxCrossEntropy(),
                1);
    }

    private static Scores score(List<Parameters> members, DataSet data, int workers) {
        try (WorkerTeam team = new WorkerTeam(workers)) {
            return new Scorer(classifier(members), team).score(classifier(members), data);
        }
    }

    @Test
    void scoresDoNotDependOnTheNumberOfWorkers() {
        List<Parameters> members = List.of(member(9, 1));
        float[] one = score(members, DATA, 1).values();
        for (int workers = 2; workers <= 5; workers++) {
            assertArrayEquals(one, score(members, DATA, workers).values(), workers + " workers");
        }
    }

    @Test
    void scoresAreTheNetworksOutputsForPixelsFromZeroToOne() {
        Parameters member = Parameters.zeros(Architecture.of(20, List.of(), 3, Activation.RELU), Storage.NATIVE_FLOAT);
        member.setWeight(0, 7, 2, 1);
        member.setBias(0, 0, -5);
        Scores scores = score(List.of(member), DATA, 1);
        byte[] image = new byte[20];
        double[] outputs = new double[3];
        for (int example = 0; example < DATA.size(); example++) {
            DATA.readPixels(example, image);
            scores.read(example, outputs);
            assertArrayEquals(new double[] {-5, 0, (image[7] & 0xff) / 255f}, outputs);
        }
    }

    @Test
    void oneImageAloneScoresAsInABatch() {
        List<Parameters> members = List.of(member(9, 1));
        Scores all = score(members, DATA, 1);
        for (int example : new int[] {0, 249, 250, 612}) {
            double[] expected = new double[3];
            double[] alone = new double[3];
            all.read(example, expected);
            score(members, DATA.range(example, example + 1), 1).read(0, alone);
            assertArrayEquals(expected, alone, 1e-5, "example " + example);
        }
    }

    private static byte[] image(int example) {
        byte[] image = new byte[20];
        DATA.readPixels(example, image);
        return image;
    }

    @ParameterizedTest
    @EnumSource(names = {"NATIVE_FLOAT", "HEAP_FLOAT"})
    void aPredictorAnswersAsTheScorerScores(Storage storage) {
        // With a temperature: without it, nn predict would print probabilities that nobody calibrated.
        Classifier classifier = classifier(List.of(member(storage, 9, 1), member(storage, 4, 2)))
                .withTemperature(2.5);
        Predictor predictor = new Predictor(classifier, 7);
        Scores all = score(List.of(member(9, 1), member(4, 2)), DATA, 2);
        double[] expected = new double[3];
        for (int from = 0; from < 50; from += 7) {
            List<Prediction> predictions = predictor.predict(IntStream.range(from, Math.min(50, from + 7))
                    .mapToObj(ScorerTest::image)
                    .toList());
            assertEquals(Math.min(50, from + 7) - from, predictions.size());
            for (int i = 0; i < predictions.size(); i++) {
                all.read(from + i, expected);
                classifier.probabilitiesInPlace(expected);
                for (int k = 0; k < 3; k++) {
                    assertEquals(expected[k], predictions.get(i).probabilities().get(k), 1e-5);
                }
            }
        }
    }

    @Test
    void aCommitteeOfTwoAnswersWithTheMeanOfTheirProbabilities() {
        Parameters first = member(9, 1);
        Parameters second = member(4, 2);
        Classifier committee = classifier(List.of(first, second));
        Scores both = score(committee.members(), DATA, 2);
        Scores one = score(List.of(first), DATA, 1);
        Scores two = score(List.of(second), DATA, 1);
        double[] together = new double[3];
        double[] a = new double[3];
        double[] b = new double[3];
        for (int example = 0; example < DATA.size(); example++) {
            both.read(example, together);
            one.read(example, a);
            two.read(example, b);
            committee.probabilitiesInPlace(together);
            Loss.softmaxInPlace(a);
            Loss.softmaxInPlace(b);
            for (int k = 0; k < 3; k++) {
                assertEquals((a[k] + b[k]) / 2, together[k], 1e-6, "example " + example);
            }
        }
    }

    @Test
    void aScorerIsUsedAgainForOtherParametersOfTheSameShape() {
        List<Parameters> first = List.of(member(9, 1));
        List<Parameters> second = List.of(member(9, 5));
        try (WorkerTeam team = new WorkerTeam(2)) {
            Scorer scorer = new Scorer(classifier(first), team);
            scorer.score(classifier(first), DATA);
            assertArrayEquals(
                    score(second, DATA, 2).values(),
                    scorer.score(classifier(second), DATA).values());
        }
    }

    @Test
    void networksAndImagesOfOtherSizesAreRefused() {
        List<Parameters> members = List.of(member(9, 1));
        try (WorkerTeam team = new WorkerTeam(2)) {
            Scorer scorer = new Scorer(classifier(members), team);
            assertThrows(IllegalArgumentException.class, () -> scorer.score(classifier(List.of(member(99, 1))), DATA));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> scorer.score(classifier(List.of(member(9, 1), member(9, 2))), DATA));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> scorer.score(classifier(members), SyntheticData.noise(3, 6, 4, 3, 1)));
        }
    }
}
