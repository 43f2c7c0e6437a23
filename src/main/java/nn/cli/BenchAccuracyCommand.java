package nn.cli;

import java.util.concurrent.Callable;
import nn.NnException;
import nn.NnException.Kind;
import nn.bench.AccuracyBenchmark;
import nn.report.BenchText;
import nn.report.Terminal;
import nn.train.DivergedException;
import nn.train.Preset;
import nn.train.TrainingConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nn bench accuracy}: how long a training takes to become accurate. */
@Command(name = "accuracy", sortOptions = false, abbreviateSynopsis = true,
        header = "Measure the time until a validation accuracy is reached.",
        description = "%nTrains --rounds times, with the seeds --seed, --seed + 1 and so on, each until the validation split is "
                + "classified as well as --target demands; a training of one epoch before them is the warm-up. The time counts from "
                + "the random weights on, with the evaluations, without reading the data. Defaults come from the preset; any flag "
                + "overrides its value. The exit code is 6 if a training ends below the target.%n")
final class BenchAccuracyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--target", paramLabel = "SHARE", defaultValue = "0.98",
            description = "The validation accuracy, above 0 and at most 1 (default: ${DEFAULT-VALUE}).")
    private double target;

    @Option(names = "--preset", paramLabel = "NAME", defaultValue = "fast",
            description = "fast, default, accurate or record (default: ${DEFAULT-VALUE}).")
    private Preset preset;

    @Mixin
    private DataOption data;

    @Mixin
    private TrainingOptions training;

    @Mixin
    private BenchOptions options;

    BenchAccuracyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        StopSignals.endMeasurement(terminal);
        if (!(target > 0 && target <= 1)) {
            throw options.usage("--target is " + target + "; it must be above 0 and at most 1, such as 0.98");
        }
        int rounds = options.rounds();
        AccuracyBenchmark.Result result = measure(rounds);
        options.print(terminal, result, () -> BenchText.of(result));
        if (!result.reached()) {
            throw new NnException(Kind.TARGET_MISSED, "--target: not every training reached %s; train longer, or demand less"
                    .formatted(target));
        }
        return 0;
    }

    private AccuracyBenchmark.Result measure(int rounds) {
        try {
            TrainingConfig config = training.over(preset.config(1, Threads.orAll(null)));
            if (config.course().members() > 1) {
                throw options.usage("--members is " + config.course().members() + "; the time of one network is measured");
            }
            TrainingData examples = TrainingData.read(data.path(), terminal);
            return AccuracyBenchmark.measure(training.fittedTo(examples, config), examples.train(), target, rounds,
                    run -> options.progress(terminal, BenchText.of(run).strip()));
        } catch (IllegalArgumentException e) {
            throw options.usage(e.getMessage());
        } catch (DivergedException e) {
            throw new NnException(Kind.DIVERGED, e.getMessage() + "; try a lower --learning-rate", e);
        }
    }
}
