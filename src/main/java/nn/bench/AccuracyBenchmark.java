package nn.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nn.data.DataSet;
import nn.json.Inline;
import nn.model.Architecture;
import nn.train.EpochResult;
import nn.train.Trainer;
import nn.train.TrainingConfig;
import nn.train.TrainingListener;
import nn.train.TrainingState;

/** Measures how long a training takes until it is as accurate on the validation split as is demanded. */
public final class AccuracyBenchmark {

    /**
     * One training.
     *
     * @param reached whether the target was reached; the other numbers are then of the first epoch that did, and else of the last
     * @param seconds from the start with random weights to the end of that epoch's evaluation; reading the data is not in it
     * @param accuracy on the validation split, 0 to 1
     */
    public record Run(long seed, boolean reached, int epoch, double seconds, double accuracy) {}

    /**
     * What was measured.
     *
     * @param validation how many images the accuracy is of
     * @param seconds of the runs that reached the target; empty if none did
     */
    public record Result(
            @Inline Machine on,
            String preset,
            String architecture,
            int threads,
            int epochs,
            double target,
            int validation,
            Optional<Spread> seconds,
            List<Run> runs) {

        /** Whether all runs reached the target. */
        public boolean reached() {
            return runs.stream().allMatch(Run::reached);
        }
    }

    private AccuracyBenchmark() {}

    /**
     * Trains some times, each time with the next seed, after a training of one epoch that only warms the program up.
     *
     * @param target the accuracy, above 0 and at most 1
     * @param observer hears of each run when it is over
     * @throws IllegalArgumentException if no examples are kept for validation
     */
    public static Result measure(TrainingConfig config, DataSet data, double target, int runs, Consumer<Run> observer) {
        return measure(config, data, target, runs, observer, Stopwatch.SYSTEM);
    }

    static Result measure(
            TrainingConfig config, DataSet data, double target, int runs, Consumer<Run> observer, Stopwatch stopwatch) {
        Architecture architecture = config.architecture(data);
        TrainingBenchmark.requireOneNetwork(config);
        int validation = config.validationExamples(data.size());
        if (validation == 0) {
            throw new IllegalArgumentException("--validation is 0; the accuracy is that on the validation split");
        }
        new Attempt(0, stopwatch).run(config, data, architecture);
        List<Run> results = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            Run run = new Attempt(target, stopwatch)
                    .run(config.withSeed(config.data().seed() + i), data, architecture);
            observer.accept(run);
            results.add(run);
        }
        List<Double> seconds =
                results.stream().filter(Run::reached).map(Run::seconds).toList();
        return new Result(
                Machine.here(),
                config.preset(),
                architecture.name(),
                config.data().threads(),
                config.learning().epochs(),
                target,
                validation,
                seconds.isEmpty() ? Optional.empty() : Optional.of(Spread.of(seconds)),
                List.copyOf(results));
    }

    /** A training that ends when it is good enough. */
    private static final class Attempt implements TrainingListener {

        private final double target;
        private final Stopwatch stopwatch;
        private final long start;
        private int epoch;
        private double accuracy;
        private double seconds;

        private Attempt(double target, Stopwatch stopwatch) {
            this.target = target;
            this.stopwatch = stopwatch;
            start = stopwatch.start();
        }

        private Run run(TrainingConfig config, DataSet data, Architecture architecture) {
            try (Trainer trainer = new Trainer(config, data, TrainingState.initial(architecture, config))) {
                trainer.train(this);
            }
            return new Run(config.data().seed(), accuracy >= target, epoch, seconds, accuracy);
        }

        private boolean isOver() {
            return epoch > 0 && accuracy >= target;
        }

        /** After the deciding epoch one more step is made, which nobody sees. */
        @Override
        public boolean afterStep(Progress progress, TrainingState state) {
            return !isOver();
        }

        @Override
        public void afterEpoch(EpochResult result, TrainingState state) {
            if (!isOver()) {
                epoch = result.epoch();
                accuracy = result.validation().accuracy();
                seconds = stopwatch.secondsSince(start);
            }
        }
    }
}
