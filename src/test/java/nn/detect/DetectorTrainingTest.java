package nn.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import nn.data.DataDirectory;
import nn.data.DataSet;
import nn.eval.Evaluator;
import org.junit.jupiter.api.Test;

class DetectorTrainingTest {

    private static final DataSet DIGITS =
            DataDirectory.of(Path.of("data", "mnist")).readTrain().range(0, 600);
    private static final DetectorPlan PLAN = new DetectorPlan(List.of(64), 20, 4e-3, 0, 500, 250);

    private static Optional<TrainedDetector> train(int threads, long seed, BooleanSupplier goOn) {
        return new DetectorTraining(PLAN, seed, threads, goOn).train(DIGITS, DetectorSize.SMALL);
    }

    private static double[] probabilities(TrainedDetector trained) {
        try (Evaluator evaluator = new Evaluator(1)) {
            return evaluator.digitProbabilities(trained.detector(), DIGITS.range(0, 50));
        }
    }

    @Test
    void theDetectorDependsOnTheSeedAndNotOnTheThreads() {
        TrainedDetector one = train(1, 1, () -> true).orElseThrow();
        TrainedDetector three = train(3, 1, () -> true).orElseThrow();
        assertEquals(one.detector().threshold(), three.detector().threshold());
        assertEquals(one.result().noDigits(), three.result().noDigits());
        double[] expected = probabilities(one);
        double[] actual = probabilities(three);
        IntStream.range(0, expected.length).forEach(i -> assertEquals(expected[i], actual[i], "digit " + i));
        TrainedDetector other = train(1, 2, () -> true).orElseThrow();
        assertTrue(probabilities(other)[0] != expected[0]);
    }

    @Test
    void theThresholdKeepsTheHeldOutDigitsAndRefusesMostElse() {
        DetectorResult result = train(2, 1, () -> true).orElseThrow().result();
        assertEquals(100, result.digits().count());
        assertEquals(0, result.digits().refused());
        assertEquals(25, result.noDigits().count());
        assertTrue(result.noDigits().share() > 0.15, result::toString);
    }

    @Test
    void itEndsWhenItIsToldTo() {
        for (int most : new int[] {0, 100, 330}) {
            AtomicInteger asked = new AtomicInteger();
            assertEquals(Optional.empty(), train(1, 1, () -> asked.getAndIncrement() < most));
        }
    }

    @Test
    void onlyDigitsAreLearntFrom() {
        assertTrue(DetectorTraining.canLearnFrom(DIGITS));
        assertEquals(false, DetectorTraining.canLearnFrom(DIGITS.range(0, 20)));
        assertEquals(false, DetectorTraining.canLearnFrom(DataSet.of(new byte[300 * 784], 28, 28, new int[300], 26)));
    }
}
