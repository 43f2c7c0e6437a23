package nn.cli;

import nn.report.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code nn bench}: measures this machine and this program. */
@Command(name = "bench", sortOptions = false, header = "Measure how fast it works here.", synopsisSubcommandLabel = "WHAT")
final class BenchCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    /** With its benchmarks as subcommands. */
    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new BenchCommand()).addSubcommand(new BenchGemmCommand(terminal))
                .addSubcommand(new BenchTrainCommand(terminal)).addSubcommand(new BenchPredictCommand(terminal))
                .addSubcommand(new BenchAccuracyCommand(terminal)).addSubcommand(new BenchStartupCommand(terminal));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no benchmark given");
    }
}
