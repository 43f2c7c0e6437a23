package nn.eval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import nn.data.InputKind;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Loss;
import nn.model.Parameters;
import nn.model.Storage;
import org.junit.jupiter.api.Test;

class ClassifierTest {

    private static final Parameters MEMBER =
            Parameters.zeros(Architecture.of(6, List.of(4), 2, Activation.RELU), Storage.NATIVE_FLOAT);
    private static final List<InputKind> PIXELS = List.of(InputKind.PIXELS);
    private static final List<String> NAMES = List.of("cat", "dog");
    private static final Loss LOSS = new Loss.SoftmaxCrossEntropy();

    @Test
    void probabilitiesAreTheSoftmaxOfOutputsByTemperature() {
        double[] outputs = {2 * Math.log(3), 0};
        new Classifier(List.of(MEMBER), PIXELS, 2, 3, NAMES, LOSS, 2).probabilitiesInPlace(outputs);
        assertArrayEquals(new double[] {0.75, 0.25}, outputs, 1e-15);
    }

    @Test
    void parametersOfAllMembersAreCounted() {
        assertEquals(
                2 * (7 * 4 + 5 * 2),
                new Classifier(
                                List.of(MEMBER, MEMBER),
                                List.of(InputKind.PIXELS, InputKind.PIXELS),
                                2,
                                3,
                                NAMES,
                                LOSS,
                                1)
                        .parameterCount());
    }

    @Test
    void theNetworksOfACommitteeAreNamedEachOnce() {
        Parameters gradients =
                Parameters.zeros(Architecture.of(8, List.of(), 2, Activation.RELU), Storage.NATIVE_FLOAT);
        Classifier committee = new Classifier(
                List.of(MEMBER, gradients, MEMBER),
                List.of(InputKind.PIXELS, InputKind.GRADIENTS, InputKind.PIXELS),
                2,
                3,
                NAMES,
                LOSS,
                1);
        assertEquals("6-4-2 and 8-2", committee.architectureNames());
    }

    @Test
    void anotherTemperatureKeepsTheRest() {
        Classifier classifier = new Classifier(List.of(MEMBER), PIXELS, 2, 3, NAMES, LOSS, 1);
        assertEquals(new Classifier(List.of(MEMBER), PIXELS, 2, 3, NAMES, LOSS, 3), classifier.withTemperature(3));
    }

    @Test
    void imagesOrClassesThatDoNotFitTheNetworkAreRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> new Classifier(List.of(MEMBER), PIXELS, 2, 2, NAMES, LOSS, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Classifier(List.of(MEMBER), PIXELS, 2, 3, List.of("cat"), LOSS, 1));
    }

    @Test
    void inputsThatDoNotFitTheNetworksAreRefused() {
        Parameters gradients =
                Parameters.zeros(Architecture.of(8, List.of(), 2, Activation.RELU), Storage.NATIVE_FLOAT);
        assertEquals(
                8,
                new Classifier(List.of(gradients), List.of(InputKind.GRADIENTS), 2, 3, NAMES, LOSS, 1)
                        .architecture()
                        .inputs());
        assertThrows(
                IllegalArgumentException.class, () -> new Classifier(List.of(gradients), PIXELS, 2, 3, NAMES, LOSS, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Classifier(List.of(MEMBER, MEMBER), PIXELS, 2, 3, NAMES, LOSS, 1));
        assertThrows(
                IllegalArgumentException.class, () -> new Classifier(List.of(MEMBER), PIXELS, -2, -3, NAMES, LOSS, 1));
    }

    @Test
    void aClassifierWithoutNetworkIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Classifier(List.of(), List.of(), 2, 3, NAMES, LOSS, 1));
    }

    /** Its outputs are log-probabilities, which other losses would misread. */
    @Test
    void aCommitteeOfAnotherLossThanTheSoftmaxIsRefused() {
        for (Loss loss : List.of(new Loss.BinaryCrossEntropy(), new Loss.SquaredError(0.5))) {
            assertEquals(
                    1,
                    new Classifier(List.of(MEMBER), PIXELS, 2, 3, NAMES, loss, 1)
                            .members()
                            .size());
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Classifier(
                            List.of(MEMBER, MEMBER),
                            List.of(InputKind.PIXELS, InputKind.PIXELS),
                            2,
                            3,
                            NAMES,
                            loss,
                            1));
        }
    }

    @Test
    void impossibleTemperaturesAreRefused() {
        for (double temperature : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Classifier(List.of(MEMBER), PIXELS, 2, 3, NAMES, LOSS, temperature));
        }
    }

    @Test
    void aPredictionRanksTheClasses() {
        Prediction prediction = Prediction.of(new double[] {0.2, 0.7, 0.1}, 1);
        assertEquals(1, prediction.digit());
        assertEquals(0.7, prediction.probability());
        assertEquals(List.of(1, 0, 2), prediction.ranking());
    }

    @Test
    void anImageOfAnotherSizeIsRefused() {
        Predictor predictor = new Predictor(new Classifier(List.of(MEMBER), PIXELS, 2, 3, NAMES, LOSS, 1), 2);
        assertThrows(IllegalArgumentException.class, () -> predictor.predict(List.of(new byte[6], new byte[5])));
        assertThrows(
                IllegalArgumentException.class,
                () -> predictor.predict(List.of(new byte[6], new byte[6], new byte[6])));
        assertEquals(List.of(), predictor.predict(List.of()));
    }
}
