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

class EvaluatorTest {

    private static final int EXAMPLES = 4000;
    private static final int WRONG = 1000;

    /** Images of one black pixel. The network answers class 1, with a lead of 2. Every fourth image has another class. */
    private static final DataSet DATA = data();

    private static DataSet data() {
        byte[][] images = new byte[EXAMPLES][];
        int[] labels = new int[EXAMPLES];
        for (int i = 0; i < EXAMPLES; i++) {
            images[i] = new byte[] {(byte) 255};
            labels[i] = i % (EXAMPLES / WRONG) == 0 ? 0 : 1;
        }
        return SyntheticData.of(images, 1, 1, labels, 2);
    }

    private static Classifier classifier() {
        Parameters network = Parameters.zeros(Architecture.of(1, List.of(), 2, Activation.RELU), Storage.NATIVE_FLOAT);
        network.setWeight(0, 0, 1, 2);
        return new Classifier(
                List.of(network),
                List.of(InputKind.PIXELS),
                1,
                1,
                List.of("white", "black"),
                new Loss.SoftmaxCrossEntropy(),
                1);
    }

    @Test
    void aClassifierIsMeasuredOnAnyNumberOfThreads() {
        for (int threads = 1; threads <= 3; threads++) {
            try (Evaluator evaluator = new Evaluator(threads)) {
                Evaluation evaluation = evaluator.evaluate(classifier(), DATA);
                assertEquals(List.of(List.of(0, WRONG), List.of(0, EXAMPLES - WRONG)), evaluation.confusion());
                assertEquals(Math.log(1 + Math.exp(-2)) + 2.0 * WRONG / EXAMPLES, evaluation.loss(), 1e-9);
            }
        }
    }

    /** 3 of 4 right with a lead of 2: e^(2/T) = 3. See CalibrationTest on why thousands of examples determine it. */
    @Test
    void calibratedIsTheSameClassifierWithTheTemperatureOfTheData() {
        try (Evaluator evaluator = new Evaluator(2)) {
            Classifier calibrated = evaluator.calibrated(classifier(), DATA);
            assertEquals(2 / Math.log(3), calibrated.temperature(), 2e-3);
            assertEquals(List.of("white", "black"), calibrated.classNames());
            double[] outputs = {0, 2};
            calibrated.probabilitiesInPlace(outputs);
            assertEquals(0.75, outputs[1], 1e-3);
        }
    }

    @Test
    void afterItsEndItMeasuresNothing() {
        Evaluator evaluator = new Evaluator(2);
        evaluator.close();
        assertThrows(IllegalStateException.class, () -> evaluator.evaluate(classifier(), DATA));
    }

    @Test
    void anOutcomeIsTheEvaluationInThreeNumbers() {
        try (Evaluator evaluator = new Evaluator(1)) {
            Metrics metrics = Metrics.of(evaluator.evaluate(classifier(), DATA));
            assertEquals(List.of(EXAMPLES, WRONG), List.of(metrics.count(), metrics.errors()));
            assertEquals(Math.log(1 + Math.exp(-2)) + 0.5, metrics.loss(), 1e-9);
            assertEquals(0.75, metrics.accuracy());
            assertTrue(metrics.measured());
        }
    }

    @Test
    void whatWasNotMeasuredHasNoAccuracy() {
        assertFalse(Metrics.NONE.measured());
        assertTrue(Double.isNaN(Metrics.NONE.accuracy()));
    }
}
