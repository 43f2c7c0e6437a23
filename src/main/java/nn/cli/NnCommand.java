package nn.cli;

import nn.report.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command, {@code nn}: its subcommands do the work. */
@Command(name = "nn", synopsisSubcommandLabel = "COMMAND",
        header = "Trains, measures and uses a classifier of handwritten digits.%n",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
            "0:done, warnings included",
            "1:internal error, a bug",
            "2:usage",
            "3:bad input: data or image missing, unreadable, or no digit in it",
            "4:checkpoint missing or bad",
            "5:training diverged",
            "6:a demanded target was missed, or a lesson's value was not reached",
            "7:cannot write, no space, locked, out of memory, network, native library",
            "129, 130, 143:stopped by SIGHUP, SIGINT, SIGTERM, with a checkpoint saved"})
final class NnCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    /** The whole command line, ready to execute. */
    static CommandLine commandLine(Terminal terminal) {
        CommandLine line = new CommandLine(new NnCommand());
        line.addSubcommand(new TrainCommand(terminal));
        line.addSubcommand(new EvalCommand(terminal));
        line.addSubcommand(new PredictCommand(terminal));
        line.addSubcommand(new InspectCommand(terminal));
        line.addSubcommand(BenchCommand.commandLine(terminal));
        line.setOut(terminal.out());
        line.setErr(terminal.err());
        line.setExpandAtFiles(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(false);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.color() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        ErrorHandler errors = new ErrorHandler();
        line.setExecutionExceptionHandler(errors);
        line.setParameterExceptionHandler(errors);
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }
}
