package nn.cli;

import java.util.List;
import java.util.concurrent.Callable;
import nn.NnException;
import nn.NnException.Kind;
import nn.bench.TrainingBenchmark;
import nn.checkpoint.Json;
import nn.data.Augmentation;
import nn.model.Activation;
import nn.report.BenchText;
import nn.report.Terminal;
import nn.train.DivergedException;
import nn.train.Schedule;
import nn.train.TrainingConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code nn bench train}: plain training against the peak of the machine's matrix products. */
@Command(name = "train", sortOptions = false, abbreviateSynopsis = true,
        header = "Measure plain training: images/s, and its share of the GEMM peak.",
        description = "%nNo augmentation, dropout, averaging or validation, unless a flag says so. After four seconds of "
                + "warm-up, the median of --epochs counts.%n")
final class BenchTrainCommand implements Callable<Integer> {

    private static final int COUNTED_EPOCHS = 7;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Option(names = "--json", description = "Print JSON instead of text.")
    private boolean json;

    @Mixin
    private TrainingOptions options;

    @Mixin
    private CommonOptions common;

    BenchTrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        StopSignals.endMeasurement(terminal);
        TrainingBenchmark.Result result;
        try {
            TrainingConfig config = options.over(plain());
            requireAllEpochs(config);
            result = TrainingBenchmark.measure(config, DataOption.open(data.path(), terminal).readTrain());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        } catch (DivergedException e) {
            throw new NnException(Kind.DIVERGED, e.getMessage() + "; try a lower --learning-rate", e);
        }
        terminal.out().print(json ? Json.pretty(result) : BenchText.of(result));
        return 0;
    }

    private static void requireAllEpochs(TrainingConfig config) {
        if (config.patience() != 0) {
            throw new IllegalArgumentException("--patience is %s; it must be 0 (off), as all epochs are measured"
                    .formatted(config.patience()));
        }
    }

    private static TrainingConfig plain() {
        return new TrainingConfig("plain", List.of(256), Activation.RELU, "softmax-cross-entropy", "he",
                COUNTED_EPOCHS, 128, 1e-3, Schedule.CONSTANT, 0, "adam", 0.9, 0, 0, 0, 0, 0,
                Augmentation.NONE, 0, 1, Threads.orAll(null), 0, 0);
    }
}
