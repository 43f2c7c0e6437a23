package nn.cli;

import nn.NnException;
import nn.NnException.Kind;
import nn.bench.AccuracyBenchmark;
import nn.report.BenchText;
import nn.report.Terminal;
import nn.run.TrainingData;
import nn.train.DivergedException;
import nn.train.Preset;
import nn.train.TrainingConfig;

/** {@code nn bench accuracy}: the time until a validation accuracy is reached. */
final class BenchAccuracyCommand extends Command {

    private final Terminal terminal;

    private final Flag<Double> target = Flag.of(
                    Double.class,
                    "--target",
                    "SHARE",
                    "The validation accuracy, above 0 and at most 1 (default: ${DEFAULT-VALUE}).")
            .standard("0.98");

    private final Flag<Preset> preset = Flag.of(
                    Preset.class, "--preset", "NAME", "fast, default, accurate or record (default: ${DEFAULT-VALUE}).")
            .standard("fast");

    private final DataOption data = new DataOption();
    private final TrainingOptions training = new TrainingOptions();
    private final BenchOptions options = new BenchOptions();

    BenchAccuracyCommand(Terminal terminal) {
        super("Measure the time until a validation accuracy is reached.");
        this.terminal = terminal;
        examples("nn bench accuracy --target 0.98");
        add(target, preset, data, training, options);
        spec().usageMessage()
                .abbreviateSynopsis(true)
                .description(
                        "%nTrains --rounds times, with the seeds --seed, --seed + 1 and so on, each until the validation accuracy "
                                + "reaches --target, after a warm-up of one epoch. The time includes the evaluations, but not reading "
                                + "the data. Defaults come from the preset; any flag overrides its value. The exit code is 6 if a training "
                                + "ends below the target.%n");
    }

    @Override
    public Integer call() {
        StopSignals.endMeasurement(terminal);
        if (!(target.value() > 0 && target.value() <= 1)) {
            throw usage("--target is " + target.value() + "; it must be above 0 and at most 1, such as 0.98");
        }
        int rounds = options.rounds(this);
        AccuracyBenchmark.Result result = measure(rounds);
        options.print(terminal, result, () -> BenchText.of(result));
        if (!result.reached()) {
            throw new NnException(
                    Kind.TARGET_MISSED,
                    "--target: not every training reached %s; train longer, or demand less".formatted(target.value()));
        }
        return 0;
    }

    /**
     * The configuration of the trainings: the preset with the flags applied.
     *
     * @throws IllegalArgumentException if the configuration is illegal
     */
    TrainingConfig config() {
        TrainingConfig config = training.over(training.givingWay(
                preset.value().config(1, ThreadsOption.all()), options.common().notes(terminal)));
        if (config.course().members() > 1) {
            throw usage("--members is " + config.course().members() + "; the time of one network is measured");
        }
        return config;
    }

    private AccuracyBenchmark.Result measure(int rounds) {
        TrainingConfig config = legal(this::config);
        TrainingData examples = TrainingData.read(data.path(), options.common().warnings(terminal));
        TrainingConfig fitted = training.fittedTo(
                examples, training.givingWay(config, examples, options.common().notes(terminal)));
        legal(() -> AccuracyBenchmark.requireFit(fitted, examples.train()));
        try {
            return AccuracyBenchmark.measure(
                    fitted,
                    examples.train(),
                    target.value(),
                    rounds,
                    run -> options.progress(terminal, BenchText.of(run).strip()));
        } catch (DivergedException e) {
            throw new NnException(Kind.DIVERGED, e.getMessage() + "; try a lower --learning-rate", e);
        }
    }
}
