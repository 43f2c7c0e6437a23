package nn.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import nn.SyntheticData;
import nn.data.DataSet;
import nn.model.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {

    private static final int CLASSES = 4;
    private static final int EXAMPLES = 20_000;

    /** Labels drawn from the softmax of random outputs, which are then multiplied by the temperature that should be found. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 2.5, 8})
    void theFitRecoversAKnownTemperature(double temperature) {
        SplittableRandom random = new SplittableRandom(42);
        float[] values = new float[EXAMPLES * CLASSES];
        int[] labels = new int[EXAMPLES];
        double[] outputs = new double[CLASSES];
        for (int i = 0; i < EXAMPLES; i++) {
            for (int k = 0; k < CLASSES; k++) {
                outputs[k] = 2 * random.nextGaussian();
                values[i * CLASSES + k] = (float) (outputs[k] * temperature);
            }
            Loss.softmaxInPlace(outputs);
            labels[i] = draw(outputs, random.nextDouble());
        }
        DataSet data = SyntheticData.labeled(CLASSES, labels);
        assertEquals(temperature, Calibration.temperature(new Scores(values, CLASSES), data), 0.04 * temperature);
    }

    private static int draw(double[] probabilities, double uniform) {
        int k = 0;
        while (k < probabilities.length - 1 && uniform >= probabilities[k]) {
            uniform -= probabilities[k];
            k++;
        }
        return k;
    }

    /** 3 of 4 right with a lead of 1: the likelihood is largest where e^(1/T) = 3. */
    @Test
    void theFitOfOneLeadIsExact() {
        Scores scores = new Scores(new float[] {1, 0, 1, 0, 1, 0, 1, 0}, 2);
        assertEquals(1 / Math.log(3), Calibration.temperature(scores, SyntheticData.labeled(2, 0, 0, 0, 1)), 1e-6);
    }

    @Test
    void theTemperatureStaysWithinItsRange() {
        Scores scores = new Scores(new float[] {1, 0, 1, 0}, 2);
        double alwaysRight = Calibration.temperature(scores, SyntheticData.labeled(2, 0, 0));
        double halfWrong = Calibration.temperature(scores, SyntheticData.labeled(2, 0, 1));
        assertEquals(0.05, alwaysRight, 1e-6);
        assertEquals(20, halfWrong, 1e-6);
    }

    @Test
    void likelihoodOfAnImpossibleLabelIsFinite() {
        Scores scores = new Scores(new float[] {1e4f, -1e4f}, 2);
        double loss = Calibration.negativeLogLikelihood(scores, SyntheticData.labeled(2, 1), 0.05);
        assertTrue(Double.isFinite(loss) && loss > 700, "loss " + loss);
    }
}
