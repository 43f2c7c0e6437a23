package nn.cli;

import java.time.Duration;
import java.util.List;
import nn.NnException;
import nn.NnException.Kind;
import nn.bench.TrainingBenchmark;
import nn.data.Augmentation;
import nn.data.DataSet;
import nn.data.InputKind;
import nn.json.Json;
import nn.model.Activation;
import nn.model.Loss;
import nn.report.BenchText;
import nn.report.Terminal;
import nn.train.DataConfig;
import nn.train.DivergedException;
import nn.train.InitialWeights;
import nn.train.Learning;
import nn.train.NetworkConfig;
import nn.train.OptimizerKind;
import nn.train.Regularization;
import nn.train.RunPlan;
import nn.train.Sampling;
import nn.train.Schedule;
import nn.train.TrainingConfig;

/** {@code nn bench train}: the speed of plain training, compared with the peak of matrix products. */
final class BenchTrainCommand extends Command {

    private static final int COUNTED_EPOCHS = 7;
    private static final Duration WARM_UP = Duration.ofSeconds(4);

    private final Terminal terminal;
    private final Duration warmUp;
    private final DataOption data = new DataOption();
    private final Flag<Boolean> json = Flag.on("--json", "Print JSON instead of text.");
    private final TrainingOptions options = new TrainingOptions();

    private final CommonOptions common = new CommonOptions();

    BenchTrainCommand(Terminal terminal) {
        this(terminal, WARM_UP);
    }

    /** @param warmUp replaces the four seconds that the help mentions */
    BenchTrainCommand(Terminal terminal, Duration warmUp) {
        super("Measure plain training: images/s, and its share of the GEMM peak.");
        this.terminal = terminal;
        this.warmUp = warmUp;
        examples("nn bench train", "nn bench train --hidden 512,256 --json");
        add(data, json, options, common);
        spec().usageMessage()
                .abbreviateSynopsis(true)
                .description(
                        "%nNo augmentation, dropout, averaging or validation, unless a flag says so. After four seconds of "
                                + "warm-up, the median of --epochs counts.%n");
    }

    @Override
    public Integer call() {
        StopSignals.endMeasurement(terminal);
        TrainingConfig config = legal(this::config);
        DataSet examples = data.open(common, terminal).readTrain();
        legal(() -> TrainingBenchmark.requireFit(config, examples));
        TrainingBenchmark.Result result;
        try {
            result = TrainingBenchmark.measure(config, examples, warmUp);
        } catch (DivergedException e) {
            throw new NnException(Kind.DIVERGED, e.getMessage() + "; try a lower --learning-rate", e);
        }
        terminal.out().print(json.isOn() ? Json.pretty(result) : BenchText.of(result));
        return 0;
    }

    /**
     * The configuration that is measured: plain training with the flags applied.
     *
     * @throws IllegalArgumentException if the configuration is illegal
     */
    TrainingConfig config() {
        TrainingConfig config = options.over(plain());
        if (config.learning().patience() != 0) {
            throw new IllegalArgumentException("--patience is %s; it must be 0 (off), as all epochs are measured"
                    .formatted(config.learning().patience()));
        }
        return config;
    }

    private static TrainingConfig plain() {
        return new TrainingConfig(
                "plain",
                new NetworkConfig(List.of(256), Activation.RELU, InitialWeights.HE, List.of(InputKind.PIXELS)),
                new Learning(
                        new Loss.SoftmaxCrossEntropy(),
                        COUNTED_EPOCHS,
                        128,
                        1e-3,
                        Schedule.CONSTANT,
                        0,
                        OptimizerKind.ADAM,
                        0.9,
                        0),
                Regularization.NONE,
                Augmentation.NONE,
                new DataConfig(1, ThreadsOption.all(), 0, 0, Sampling.BY_CLASS),
                RunPlan.PLAIN);
    }
}
