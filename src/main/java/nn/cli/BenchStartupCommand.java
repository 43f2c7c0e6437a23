package nn.cli;

import java.nio.file.Path;
import nn.NnException;
import nn.NnException.Kind;
import nn.bench.StartupBenchmark;
import nn.report.BenchText;
import nn.report.Terminal;

/** {@code nn bench startup}: the time that the program takes as a process. */
final class BenchStartupCommand extends Command {

    private final Terminal terminal;
    private final DataOption data = new DataOption();
    private final BenchOptions options = new BenchOptions();

    BenchStartupCommand(Terminal terminal) {
        super("Measure whole processes: --help, predict, train's first step.");
        this.terminal = terminal;
        examples("nn bench startup");
        add(data, options);
        spec().usageMessage()
                .abbreviateSynopsis(true)
                .description("%nStarts each as a shell would, once as a warm-up and then in turn with the others.%n");
    }

    @Override
    public Integer call() {
        StopSignals.endMeasurement(terminal);
        int rounds = options.rounds(this);
        Path launcher = LauncherScript.path()
                .orElseThrow(() ->
                        new NnException(Kind.ENVIRONMENT, LauncherScript.MISSING + "; call scripts/nn bench startup"));
        StartupBenchmark.Result result = StartupBenchmark.measure(launcher, data.path(), rounds);
        options.print(terminal, result, () -> BenchText.of(result));
        return 0;
    }
}
