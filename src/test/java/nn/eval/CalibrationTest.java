package nn.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import nn.SyntheticData;
import nn.data.DataSet;
import nn.model.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {

    private static final int CLASSES = 4;
    private static final int EXAMPLES = 20_000;

    /**
     * Labels are drawn from the softmax of random outputs. Then the outputs are multiplied by the temperature that should be
     * found.
     */
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

    /** The outputs of {@code count} examples whose first class leads by {@code lead}. */
    private static Scores leading(int count, float lead) {
        float[] values = new float[2 * count];
        for (int example = 0; example < count; example++) {
            values[2 * example] = lead;
        }
        return new Scores(values, 2);
    }

    private static DataSet withErrors(int count, int errors) {
        int[] labels = new int[count];
        Arrays.fill(labels, 0, errors, 1);
        return SyntheticData.labeled(2, labels);
    }

    /**
     * 3 of 4 right with a lead of 1: the likelihood is largest at e^(1/T) = 3. With so many examples the prior hardly
     * matters.
     */
    @Test
    void theFitOfOneLeadIsThatOfTheLikelihood() {
        double temperature = Calibration.temperature(leading(10_000, 1), withErrors(10_000, 2500));
        assertEquals(1 / Math.log(3), temperature, 1e-4);
    }

    /** If the likelihood is flat, the prior decides: 1. */
    @Test
    void outputsWithoutAnyLeadAreLeftAlone() {
        assertEquals(1, Calibration.temperature(leading(100, 0), withErrors(100, 30)), 1e-6);
    }

    /** The minimum of n ln(1 + e^(-lead/T)) + (ln T)^2 / 2, by bisection of its slope in Python. */
    @ParameterizedTest
    @CsvSource({"100, 4, 0.5619515", "10000, 8, 0.6380086", "10000, 20, 0.9995910"})
    void oneThatIsAlwaysRightIsNotGivenEndlessConfidence(int count, float lead, double temperature) {
        assertEquals(temperature, Calibration.temperature(leading(count, lead), withErrors(count, 0)), 1e-6);
    }

    @Test
    void halfWrongIsToldByLittleConfidence() {
        double temperature = Calibration.temperature(leading(1000, 10), withErrors(1000, 500));
        assertTrue(temperature > 10 && temperature <= 20, "temperature " + temperature);
    }

    @Test
    void likelihoodOfAnImpossibleLabelIsFinite() {
        Scores scores = new Scores(new float[] {1e4f, -1e4f}, 2);
        double loss = Calibration.negativeLogLikelihood(scores, SyntheticData.labeled(2, 1), 0.05);
        assertTrue(Double.isFinite(loss) && loss > 700, "loss " + loss);
    }
}
