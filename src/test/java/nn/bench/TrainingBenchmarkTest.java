package nn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import nn.model.Activation;
import nn.model.Architecture;
import nn.train.OptimizerKind;
import org.junit.jupiter.api.Test;

class TrainingBenchmarkTest {

    private static final Architecture NETWORK = Architecture.of(784, List.of(16), 10, Activation.RELU);

    private static TrainingBenchmark.Result result(
            int images, List<Double> seconds, Map<String, Double> phases, double peak) {
        return TrainingBenchmark.result(SmallTraining.config(3, 128, 2), NETWORK, images, seconds, phases, peak);
    }

    /**
     * A step needs the outputs and the gradient of the weights of both layers, and the gradient of the inputs of the second:
     * 600 images x 2 operations x (2 x 784 x 16 + 3 x 16 x 10) = 30,681,600.
     */
    @Test
    void speedsAreThoseOfTheMedianEpoch() {
        TrainingBenchmark.Result result = result(600, List.of(3.0, 1.0, 2.0, 10.0), Map.of(), 0.05);
        assertEquals(2.5, result.secondsPerEpoch());
        assertEquals(1, result.fastestSeconds());
        assertEquals(10, result.slowestSeconds());
        assertEquals(240, result.imagesPerSecond());
        assertEquals(0.01227264, result.gflops(), 1e-15);
        assertEquals(0.05, result.rooflineGflops());
        assertEquals(0.2454528, result.rooflineFraction(), 1e-12);
    }

    @Test
    void itTellsWhatWasTrained() {
        TrainingBenchmark.Result result = result(600, List.of(3.0, 1.0, 2.0, 10.0), Map.of(), 0.05);
        assertEquals("784-16-10", result.architecture());
        assertEquals(128, result.batchSize());
        assertEquals(OptimizerKind.SGD, result.optimizer());
        assertEquals(2, result.threads());
        assertEquals(4, result.epochs());
    }

    /** 600 images are 5 steps, the last of 88 images; with 4 epochs 20. */
    @Test
    void phasesAreThoseOfAStep() {
        Map<String, Double> phases = new LinkedHashMap<>();
        phases.put("forward", 4.0);
        phases.put("wait", 1.0);
        assertEquals(
                List.of(new PhaseTime("forward", 0.2, 0.8), new PhaseTime("wait", 0.05, 0.2)),
                result(600, List.of(3.0, 1.0, 2.0, 10.0), phases, 1).phases());
        assertEquals(
                4.0 / 20,
                result(640, List.of(1.0, 1.0, 1.0, 1.0), phases, 1)
                        .phases()
                        .get(0)
                        .secondsPerStep());
        assertEquals(
                4.0 / 24,
                result(641, List.of(1.0, 1.0, 1.0, 1.0), phases, 1)
                        .phases()
                        .get(0)
                        .secondsPerStep());
    }

    /** The clock is read before the first training, then before each training and after each step. */
    @Test
    void theWarmUpTrainsUntilItsTimeIsOver() {
        FakeClock clock =
                FakeClock.jumping(DoubleStream.generate(() -> 1).limit(100).toArray());
        Stopwatch stopwatch = clock.stopwatch();
        long start = stopwatch.start();
        TrainingBenchmark.warmUp(
                SmallTraining.config(1, 4, 1), SmallTraining.stripes(16), Duration.ofSeconds(20), stopwatch);
        double seconds = stopwatch.secondsSince(start);
        assertTrue(seconds >= 21 && seconds <= 24, seconds + " s");
    }
}
