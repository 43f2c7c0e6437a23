package nn.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import nn.NnException;
import nn.NnException.Kind;
import nn.bench.StartupBenchmark;
import nn.report.BenchText;
import nn.report.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code nn bench startup}: how long the program takes to answer. */
@Command(name = "startup", sortOptions = false, abbreviateSynopsis = true,
        header = "Measure whole processes: --help, predict, train's first step.",
        description = "%nEach is started as a shell would start it, once to warm up and then in turn with the others.%n")
final class BenchStartupCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private DataOption data;

    @Mixin
    private BenchOptions options;

    BenchStartupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        StopSignals.endMeasurement(terminal);
        int rounds = options.rounds();
        Path launcher = Launcher.path().orElseThrow(() ->
                new NnException(Kind.ENVIRONMENT, Launcher.MISSING + "; call scripts/nn bench startup"));
        StartupBenchmark.Result result = StartupBenchmark.measure(launcher, data.path(), rounds);
        options.print(terminal, result, () -> BenchText.of(result));
        return 0;
    }
}
