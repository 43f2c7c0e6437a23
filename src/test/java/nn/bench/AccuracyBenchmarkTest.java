package nn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nn.data.DataSet;
import nn.train.EpochResult;
import nn.train.Trainer;
import nn.train.TrainingConfig;
import nn.train.TrainingListener;
import nn.train.TrainingState;
import org.junit.jupiter.api.Test;

/** Each reading of the clock is later than the one before: by a second, two, three, and so on. */
class AccuracyBenchmarkTest {

    private static final int EPOCHS = 12;
    private static final DataSet DATA = SmallTraining.stripes(240);
    private static final TrainingConfig CONFIG =
            SmallTraining.config(EPOCHS, 20, 1).withSeed(3);
    /** The accuracies of plain trainings with seed 3 and seed 4, by epoch. The last ones are 0.975 and 0.9. */
    private static final List<List<Double>> ACCURACIES = List.of(accuracies(3), accuracies(4));
    /** Before the measured training, the clock is read at the start of the warm-up and after its only epoch. */
    private static final int WARM_UP = 2;

    private final List<AccuracyBenchmark.Run> observed = new ArrayList<>();

    private static List<Double> accuracies(long seed) {
        TrainingConfig config = CONFIG.withSeed(seed);
        List<Double> accuracies = new ArrayList<>();
        DataSet used = config.usedExamples(DATA);
        try (Trainer trainer = new Trainer(config, used, TrainingState.initial(config.architecture(used), config))) {
            trainer.train(new TrainingListener() {
                @Override
                public void afterEpoch(EpochResult result, TrainingState state) {
                    accuracies.add(result.validation().accuracy());
                }
            });
        }
        return accuracies;
    }

    private AccuracyBenchmark.Result measure(double target, int runs, FakeClock clock) {
        return measure(CONFIG, target, runs, clock);
    }

    private AccuracyBenchmark.Result measure(TrainingConfig config, double target, int runs, FakeClock clock) {
        return AccuracyBenchmark.measure(config, DATA, target, runs, observed::add, clock.stopwatch());
    }

    private static FakeClock clock(int readings) {
        return FakeClock.jumping(
                IntStream.rangeClosed(1, readings).asDoubleStream().toArray());
    }

    /** The epoch, from 1, that first has the accuracy. */
    private static int reached(int run, double target) {
        List<Double> accuracies = ACCURACIES.get(run);
        return 1
                + IntStream.range(0, EPOCHS)
                        .filter(epoch -> accuracies.get(epoch) >= target)
                        .findFirst()
                        .orElseThrow();
    }

    /** The time between two readings, counted from 0. */
    private static double seconds(int from, int to) {
        return IntStream.rangeClosed(from + 1, to).map(reading -> reading + 1).sum();
    }

    @Test
    void secondsAreFromTheRandomWeightsToTheFirstEpochThatIsGoodEnough() {
        double target = ACCURACIES.get(0).get(4);
        int first = reached(0, target);
        int second = reached(1, target);
        assertTrue(first > 1 && second > first, "the second takes longer: " + ACCURACIES);
        FakeClock clock = clock(WARM_UP + 1 + first + 1 + second);
        AccuracyBenchmark.Result result = measure(target, 2, clock);
        int start = WARM_UP;
        int next = start + first + 1;
        double one = seconds(start, start + first);
        double two = seconds(next, next + second);
        assertEquals(
                List.of(
                        new AccuracyBenchmark.Run(
                                3, true, first, one, ACCURACIES.get(0).get(first - 1)),
                        new AccuracyBenchmark.Run(
                                4, true, second, two, ACCURACIES.get(1).get(second - 1))),
                result.runs());
        assertEquals(
                Optional.of(new Spread((one + two) / 2, Math.min(one, two), Math.max(one, two), 2)), result.seconds());
        assertEquals(result.runs(), observed);
        assertTrue(result.reached());
        clock.assertUsedUp();
    }

    @Test
    void aTrainingThatFailsIsToldAndNotCounted() {
        double target = Collections.max(ACCURACIES.get(0));
        assertTrue(target > Collections.max(ACCURACIES.get(1)), "the second fails: " + ACCURACIES);
        AccuracyBenchmark.Result result = measure(target, 2, clock(100));
        assertTrue(result.runs().get(0).reached(), "as accurate as is demanded");
        AccuracyBenchmark.Run failed = result.runs().get(1);
        assertFalse(failed.reached());
        assertEquals(EPOCHS, failed.epoch());
        assertEquals(ACCURACIES.get(1).get(EPOCHS - 1), failed.accuracy());
        double seconds = result.runs().get(0).seconds();
        assertEquals(Optional.of(new Spread(seconds, seconds, seconds, 1)), result.seconds());
        assertFalse(result.reached());
    }

    @Test
    void whereNoTrainingSucceedsThereIsNoTime() {
        AccuracyBenchmark.Result result = measure(1, 1, clock(100));
        assertEquals(Optional.empty(), result.seconds());
        assertEquals(seconds(WARM_UP, WARM_UP + EPOCHS), result.runs().get(0).seconds());
    }

    /** 240 images, a sixth of them for validation. The step after an epoch is here a whole epoch, which is not reported. */
    @Test
    void itTellsWhatTheAccuracyIsOf() {
        AccuracyBenchmark.Result result = measure(SmallTraining.config(EPOCHS, 200, 1), 0.01, 1, clock(WARM_UP + 2));
        assertEquals(
                List.of("small", "16-4", 1, EPOCHS, 0.01, 40),
                List.of(
                        result.preset(),
                        result.architecture(),
                        result.threads(),
                        result.epochs(),
                        result.target(),
                        result.validation()));
        assertEquals(1, result.runs().get(0).epoch());
    }
}
