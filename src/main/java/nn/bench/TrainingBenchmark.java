package nn.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import nn.data.DataSet;
import nn.json.Inline;
import nn.model.Architecture;
import nn.model.Mlp;
import nn.train.EpochResult;
import nn.train.OptimizerKind;
import nn.train.Trainer;
import nn.train.TrainingConfig;
import nn.train.TrainingListener;
import nn.train.TrainingState;

/** Measures plain training: the steps alone, without evaluation, after a warm-up. */
public final class TrainingBenchmark {

    /**
     * What was measured. The component names are the keys of the JSON output.
     *
     * @param on the machine
     * @param imagesPerSecond of the median epoch
     * @param secondsPerEpoch the median
     * @param slowestSeconds the slowest counted epoch
     * @param fastestSeconds the fastest
     * @param gflops speed of the matrix products that training needs, in the median epoch
     * @param rooflineGflops the peak, as {@link Roofline} defines it
     * @param rooflineFraction gflops / rooflineGflops
     * @param phases the times of a step's phases
     */
    public record Result(
            @Inline Machine on,
            String architecture,
            int batchSize,
            OptimizerKind optimizer,
            int threads,
            int epochs,
            double imagesPerSecond,
            double secondsPerEpoch,
            double slowestSeconds,
            double fastestSeconds,
            double gflops,
            double rooflineGflops,
            double rooflineFraction,
            List<PhaseTime> phases) {}

    private TrainingBenchmark() {}

    /** @throws IllegalArgumentException if the configuration does not fit the data, or has several networks */
    public static void requireFit(TrainingConfig config, DataSet data) {
        if (config.network().inputs().size() > 1) {
            throw new IllegalArgumentException("--inputs has %d kinds; it must be one, as one network is measured"
                    .formatted(config.network().inputs().size()));
        }
        config.requireFit(data.size(), data.rows(), data.columns(), data.classes());
    }

    /**
     * Trains for the configuration's epochs, after a warm-up.
     *
     * @param config as {@link #requireFit} demands; may have a validation split, whose evaluation is not counted
     * @param warmUp how long to train first, while the JIT compiles
     */
    public static Result measure(TrainingConfig config, DataSet data, Duration warmUp) {
        requireFit(config, data);
        Architecture architecture = config.architecture(data);
        Roofline roofline = new Roofline(Trainer.threads(config));
        warmUp(config, data, warmUp, Stopwatch.SYSTEM);
        List<Double> seconds = new ArrayList<>();
        Map<String, Double> phases;
        try (Trainer trainer = new Trainer(config, data, TrainingState.initial(architecture, config))) {
            trainer.train(new TrainingListener() {
                @Override
                public void afterEpoch(EpochResult result, TrainingState state) {
                    seconds.add(result.seconds());
                }
            });
            phases = trainer.phaseSeconds();
        }
        return result(config, architecture, config.trainExamples(data.size()), seconds, phases, roofline.complete());
    }

    /**
     * Computes the result.
     *
     * @param images of an epoch
     * @param seconds of each epoch
     * @param phases seconds of each phase of a step, summed over all steps
     * @param peak in GFLOP/s
     */
    static Result result(
            TrainingConfig config,
            Architecture architecture,
            int images,
            List<Double> seconds,
            Map<String, Double> phases,
            double peak) {
        Spread counted = Spread.of(seconds);
        double median = counted.median();
        int steps =
                (images + config.learning().batchSize() - 1) / config.learning().batchSize();
        double gflops = Mlp.trainingOperations(architecture, images) / median / 1e9;
        return new Result(
                Machine.here(),
                architecture.name(),
                config.learning().batchSize(),
                config.learning().optimizer(),
                Trainer.threads(config),
                counted.count(),
                images / median,
                median,
                counted.most(),
                counted.least(),
                gflops,
                peak,
                gflops / peak,
                PhaseTime.of(phases, (long) counted.count() * steps));
    }

    /** Trains the same configuration, repeatedly if need be. The measured training starts anew. */
    static void warmUp(TrainingConfig config, DataSet data, Duration time, Stopwatch stopwatch) {
        long start = stopwatch.start();
        BooleanSupplier isCold = () -> stopwatch.secondsSince(start) < time.toNanos() / 1e9;
        while (isCold.getAsBoolean()) {
            try (Trainer trainer =
                    new Trainer(config, data, TrainingState.initial(config.architecture(data), config))) {
                trainer.train(new TrainingListener() {
                    @Override
                    public boolean afterStep(Progress progress, TrainingState state) {
                        return isCold.getAsBoolean();
                    }
                });
            }
        }
    }
}
