package nn.cli;

import java.util.List;
import java.util.concurrent.Callable;
import nn.bench.GemmBenchmark;
import nn.model.Activation;
import nn.model.Architecture;
import nn.report.BenchText;
import nn.report.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nn bench gemm}: the matrix products of this machine. */
@Command(name = "gemm", sortOptions = false, abbreviateSynopsis = true,
        header = "Measure float matrix products: the peak, and those of a training step.",
        description = "%nFor 1, 2, ... threads: one 1024 x 1024 x 1024 product on each (the peak, the best of 15), then the products of "
                + "a training step as each of so many workers does them.%n")
final class BenchGemmCommand implements Callable<Integer> {

    private static final int PIXELS = 28 * 28;
    private static final int CLASSES = 10;
    private static final int MOST_IN_A_BATCH = 65_536;

    private final Terminal terminal;

    @Option(names = "--hidden", split = ",", paramLabel = "N", defaultValue = "256",
            description = "Sizes of the hidden layers, 1 to 65536 each, such as 512,256 (default: ${DEFAULT-VALUE}).")
    private List<Integer> hidden;

    @Option(names = "--batch-size", paramLabel = "N", defaultValue = "128",
            description = "Images of a step, 1 to 65536 (default: ${DEFAULT-VALUE}).")
    private int batchSize;

    @Option(names = "--threads", paramLabel = "N", description = "The most threads, 1 to 256 (default: one per core).")
    private Integer threads;

    @Mixin
    private BenchOptions options;

    BenchGemmCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        StopSignals.endMeasurement(terminal);
        hidden.forEach(size -> options.requireRange("--hidden", size, 1, MOST_IN_A_BATCH));
        options.requireRange("--batch-size", batchSize, 1, MOST_IN_A_BATCH);
        int most = Threads.orAll(threads);
        options.requireRange("--threads", most, 1, Threads.MOST);
        GemmBenchmark.Result result = GemmBenchmark.measure(architecture(), batchSize, most, options.rounds());
        options.print(terminal, result, () -> BenchText.of(result));
        return 0;
    }

    private Architecture architecture() {
        try {
            return Architecture.of(PIXELS, hidden, CLASSES, Activation.RELU);
        } catch (IllegalArgumentException e) {
            throw options.usage("--hidden: " + e.getMessage());
        }
    }
}
