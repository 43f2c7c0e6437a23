package nn.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
import org.junit.jupiter.params.provider.EnumSource;

class DigitDetectorTest {

    private static Classifier network(Storage storage, List<String> names, double temperature) {
        Parameters parameters = Parameters.zeros(Architecture.of(6, List.of(), names.size(), Activation.RELU), storage);
        // The last output falls with the first pixel: e^(2 - 4 ink).
        parameters.setBias(0, names.size() - 1, 2);
        parameters.setWeight(0, 0, names.size() - 1, -4);
        return new Classifier(
                List.of(parameters),
                List.of(InputKind.PIXELS),
                2,
                3,
                names,
                new Loss.SoftmaxCrossEntropy(),
                temperature);
    }

    private static Classifier model(Storage storage, double threshold) {
        return network(storage, List.of("0", "1"), 1)
                .withDetector(new DigitDetector(network(storage, List.of("0", "1", "-"), 2), threshold));
    }

    /** Outputs 0, 0 and 2 - 4 ink, all divided by the temperature of 2. */
    private static double expected(double ink) {
        return 2 / (2 + Math.exp(1 - 2 * ink));
    }

    @ParameterizedTest
    @EnumSource(names = {"NATIVE_FLOAT", "HEAP_FLOAT"})
    void theProbabilityIsThatOfAllClassesButTheLast(Storage storage) {
        Predictor predictor = new Predictor(model(storage, 0.5), 2);
        byte[] blank = new byte[6];
        byte[] inked = {(byte) 255, 0, 0, 0, 0, 0};
        List<Prediction> both = predictor.predict(List.of(blank, inked));
        assertEquals(expected(0), both.get(0).digitProbability(), 1e-6);
        assertEquals(expected(1), both.get(1).digitProbability(), 1e-6);
        assertEquals(
                both.get(1).digitProbability(),
                predictor.predict(List.of(inked)).get(0).digitProbability());
    }

    @Test
    void withoutADetectorEverythingIsADigit() {
        Classifier model = network(Storage.HEAP_FLOAT, List.of("0", "1"), 1);
        Prediction prediction =
                new Predictor(model, 1).predict(List.of(new byte[6])).get(0);
        assertEquals(1, prediction.digitProbability());
        assertFalse(model.refuses(prediction));
    }

    @Test
    void whatIsBelowTheThresholdIsRefused() {
        Prediction prediction = new Prediction(0, 1, List.of(1.0, 0.0), 0.25);
        assertFalse(model(Storage.HEAP_FLOAT, 0.25).refuses(prediction));
        assertTrue(model(Storage.HEAP_FLOAT, Math.nextUp(0.25)).refuses(prediction));
    }

    @Test
    void aDataSetIsMeasuredAsImagesAreAnswered() {
        DataSet data = SyntheticData.of(
                new byte[][] {new byte[6], {(byte) 255, 0, 0, 0, 0, 0}, new byte[6]}, 2, 3, new int[3], 2);
        DigitDetector detector = model(Storage.NATIVE_FLOAT, 0.5).detector().orElseThrow();
        try (Evaluator evaluator = new Evaluator(2)) {
            double[] probabilities = evaluator.digitProbabilities(detector, data);
            assertEquals(expected(0), probabilities[0], 1e-6);
            assertEquals(expected(1), probabilities[1], 1e-6);
            assertEquals(new Refusals(3, 2), evaluator.refusals(detector, data));
        }
    }

    @Test
    void aNetworkWithoutTheLastClassIsNoDetector() {
        Classifier digits = network(Storage.HEAP_FLOAT, List.of("0", "1"), 1);
        assertThrows(IllegalArgumentException.class, () -> new DigitDetector(digits, 0.5));
        Classifier network = network(Storage.HEAP_FLOAT, List.of("0", "-"), 1);
        for (double threshold : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> new DigitDetector(network, threshold));
        }
        DigitDetector other = new DigitDetector(network(Storage.NATIVE_FLOAT, List.of("0", "-"), 1), 0.5);
        assertThrows(IllegalArgumentException.class, () -> digits.withDetector(other));
    }
}
