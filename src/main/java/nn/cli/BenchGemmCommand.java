package nn.cli;

import java.util.List;
import nn.bench.GemmBenchmark;
import nn.model.Activation;
import nn.model.Architecture;
import nn.report.BenchText;
import nn.report.Terminal;

/** {@code nn bench gemm}: the matrix products of this machine. */
final class BenchGemmCommand extends Command {

    private static final int PIXELS = 28 * 28;
    private static final int CLASSES = 10;
    private static final int MOST_IN_A_BATCH = 65_536;

    private final Terminal terminal;

    private final Flag<List<Integer>> hidden = HiddenLayers.flag("1 to 65536 each", " (default: ${DEFAULT-VALUE}).")
            .standard("256");

    private final Flag<Integer> batchSize = Flag.of(
                    Integer.class, "--batch-size", "N", "Images of a step, 1 to 65536 (default: ${DEFAULT-VALUE}).")
            .standard("128");

    private final ThreadsOption threads = new ThreadsOption("The most threads, 1 to 256 (default: one per core).");

    private final BenchOptions options = new BenchOptions();

    BenchGemmCommand(Terminal terminal) {
        super("Measure float matrix products: the peak, and a training step's.");
        this.terminal = terminal;
        examples("nn bench gemm");
        add(hidden, batchSize, threads, options);
        spec().usageMessage()
                .abbreviateSynopsis(true)
                .description(
                        "%nFor 1, 2, ... threads: one 1024 x 1024 x 1024 product on each (the peak, the best of 15), then the "
                                + "products that each thread computes in a training step.%n");
    }

    @Override
    public Integer call() {
        StopSignals.endMeasurement(terminal);
        HiddenLayers.of(hidden.value()).forEach(size -> requireRange("--hidden", size, 1, MOST_IN_A_BATCH));
        requireRange("--batch-size", batchSize.value(), 1, MOST_IN_A_BATCH);
        threads.check(this);
        int rounds = options.rounds(this);
        GemmBenchmark.Result result = GemmBenchmark.measure(architecture(), batchSize.value(), threads.count(), rounds);
        options.print(terminal, result, () -> BenchText.of(result));
        return 0;
    }

    private Architecture architecture() {
        try {
            return Architecture.of(PIXELS, HiddenLayers.of(hidden.value()), CLASSES, Activation.RELU);
        } catch (IllegalArgumentException e) {
            throw usage("--hidden: " + e.getMessage());
        }
    }
}
