package nn.cli;

import nn.report.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code nn data}: looks at data sets. */
@Command(name = "data", sortOptions = false, header = "Look at a data set and what a training makes of it.",
        synopsisSubcommandLabel = "WHAT")
final class DataCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    /** With its subcommands. */
    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new DataCommand()).addSubcommand(new DataListCommand(terminal))
                .addSubcommand(new DataShowCommand(terminal)).addSubcommand(new DataVerifyCommand(terminal));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "list, show or verify?");
    }
}
