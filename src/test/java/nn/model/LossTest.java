package nn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossTest {

    private final Loss softmax = new Loss.SoftmaxCrossEntropy();
    private final Loss binary = new Loss.BinaryCrossEntropy();

    @Test
    void lossOfUniformLogitsIsLogOfClassCount() {
        double[] target = new double[10];
        target[3] = 1;
        assertEquals(Math.log(10), softmax.evaluate(new double[10], target, new double[10]), 1e-15);
    }

    @Test
    void softmaxGradientIsProbabilityMinusTarget() {
        double[] dLogits = new double[2];
        softmax.evaluate(new double[] {Math.log(3), 0}, new double[] {0, 1}, dLogits);
        assertArrayEquals(new double[] {0.75, -0.75}, dLogits, 1e-15);
    }

    @Test
    void softmaxOfLargeLogitsHasItsPublishedValues() {
        double[] logits = {1010, 1000, 990};
        Loss.softmaxInPlace(logits);
        assertArrayEquals(new double[] {9.99954600e-01, 4.53978686e-05, 2.06106005e-09}, logits, 5e-10);
        assertEquals(2.06106005e-09, logits[2], 5e-18);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void softmaxRowsSumToOneAndSurviveHugeLogits(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (double scale : new double[] {0, 1, 30, 1e4}) {
            double[] logits = random.doubles(10, -1, 1).map(x -> x * scale).toArray();
            logits[0] = scale;
            logits[1] = -scale;
            Loss.softmaxInPlace(logits);
            assertEquals(1, Arrays.stream(logits).sum(), 1e-14);
            assertTrue(Arrays.stream(logits).allMatch(p -> p >= 0 && p <= 1), Arrays.toString(logits));
        }
    }

    @Test
    void crossEntropiesOfHugeLogitsAreExactNotInfinite() {
        double[] logits = {1e4, -1e4};
        double[] dLogits = new double[2];
        assertEquals(2e4, softmax.evaluate(logits, new double[] {0, 1}, dLogits));
        assertArrayEquals(new double[] {1, -1}, dLogits);
        assertEquals(2e4, binary.evaluate(logits, new double[] {0, 1}, dLogits));
        assertArrayEquals(new double[] {1, -1}, dLogits);
        assertEquals(0, binary.evaluate(logits, new double[] {1, 0}, dLogits));
    }

    @Test
    void binaryCrossEntropySumsOverTheOutputs() {
        double[] dLogits = new double[2];
        assertEquals(2 * Math.log(2), binary.evaluate(new double[2], new double[] {0, 1}, dLogits), 1e-15);
        assertArrayEquals(new double[] {0.5, -0.5}, dLogits);
    }

    @Test
    void squaredErrorIsScaledAsAsked() {
        double[] dOutputs = new double[2];
        assertEquals(
                16900, new Loss.SquaredError(0.5).evaluate(new double[] {30, 30}, new double[] {100, 200}, dOutputs));
        assertArrayEquals(new double[] {-70, -170}, dOutputs);
        assertEquals(
                33800, new Loss.SquaredError(1).evaluate(new double[] {30, 30}, new double[] {100, 200}, dOutputs));
        assertArrayEquals(new double[] {-140, -340}, dOutputs);
    }

    @Test
    void aScaleThatIsNotAboveZeroIsRefused() {
        for (double scale : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> new Loss.SquaredError(scale), () -> "scale " + scale);
        }
    }

    @Test
    void everyLossIsFoundByItsLabel() {
        for (Loss loss : List.of(softmax, binary, new Loss.SquaredError(0.5))) {
            assertEquals(loss, Loss.named(loss.label()));
        }
    }

    /** A cross-entropy includes the link function. */
    @Test
    void onlyASquaredErrorNeedsOutputsThatAreSquashed() {
        assertEquals(
                List.of(Activation.IDENTITY, Activation.IDENTITY, Activation.SIGMOID),
                Stream.of(softmax, binary, new Loss.SquaredError(1))
                        .map(Loss::outputActivation)
                        .toList());
    }

    @Test
    void anUnknownLabelIsRefusedWithTheKnownOnes() {
        String message = assertThrows(IllegalArgumentException.class, () -> Loss.named("hinge"))
                .getMessage();
        assertTrue(message.contains("hinge") && message.contains("softmax-cross-entropy"), message);
    }

    @Test
    void lossOfWhatIsNotANumberIsNotANumber() {
        double[] outputs = {0, Double.NaN};
        double[] target = {1, 0};
        for (Loss loss : List.of(softmax, binary, new Loss.SquaredError(0.5))) {
            assertEquals(Double.NaN, loss.evaluate(outputs, target, new double[2]), loss.label());
        }
    }
}
