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

/** Measures how long a training takes to reach a validation accuracy. */
public final class AccuracyBenchmark {

    /**
     * One training.
     *
     * @param reached whether the target was reached. The other numbers belong to the first epoch that reached it, or else to
     *     the last epoch.
     * @param seconds from the random weights to the end of that epoch's evaluation, without reading the data
     * @param accuracy on the validation split, 0 to 1
     */
    public record Run(long seed, boolean reached, int epoch, double seconds, double accuracy) {}

    /**
     * What was measured.
     *
     * @param validation the number of validation images
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

    /** @throws IllegalArgumentException if the configuration does not fit the data, or keeps no examples for validation */
    public static void requireFit(TrainingConfig config, DataSet data) {
        TrainingBenchmark.requireFit(config, data);
        if (config.validationExamples(data.size()) == 0) {
            throw new IllegalArgumentException("--validation is 0; the accuracy is that on the validation split");
        }
    }

    /**
     * Trains {@code runs} times with successive seeds, after a warm-up of one epoch.
     *
     * @param config as {@link #requireFit} demands
     * @param target the accuracy, above 0 and at most 1
     * @param observer gets each finished run
     */
    public static Result measure(TrainingConfig config, DataSet data, double target, int runs, Consumer<Run> observer) {
        return measure(config, data, target, runs, observer, Stopwatch.SYSTEM);
    }

    static Result measure(
            TrainingConfig config, DataSet data, double target, int runs, Consumer<Run> observer, Stopwatch stopwatch) {
        requireFit(config, data);
        Architecture architecture = config.architecture(data);
        int validation = config.validationExamples(data.size());
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

    /** Ends the training once the target is reached. */
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
            DataSet used = config.usedExamples(data);
            try (Trainer trainer = new Trainer(config, used, TrainingState.initial(architecture, config))) {
                trainer.train(this);
            }
            return new Run(config.data().seed(), accuracy >= target, epoch, seconds, accuracy);
        }

        private boolean isOver() {
            return epoch > 0 && accuracy >= target;
        }

        /** The trainer asks after each step, so one more step follows the last epoch. It changes no result. */
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
