package nn.cli;

import java.util.List;
import nn.report.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command, {@code nn}: its subcommands do the work. */
@Command(name = "nn", versionProvider = Version.class, synopsisSubcommandLabel = "COMMAND",
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
            "129, 130, 143:stopped by SIGHUP, SIGINT, SIGTERM; a training that has begun is saved"})
final class NnCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help; after a command, that command's.")
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Show the version.")
    private boolean version;

    private static final List<Class<?>> COMMANDS = List.of(TrainCommand.class, EvalCommand.class, PredictCommand.class,
            InspectCommand.class, DataCommand.class, BenchCommand.class, LessonCommand.class);

    /** A subcommand; not by references to constructors, as linking those delays the help. */
    private static Object make(String name, Terminal terminal, EarlyModel early) {
        return switch (name) {
            case "train" -> new TrainCommand(terminal);
            case "eval" -> new EvalCommand(terminal);
            case "predict" -> new PredictCommand(terminal, early);
            case "inspect" -> new InspectCommand(terminal);
            case "data" -> DataCommand.commandLine(terminal);
            case "bench" -> BenchCommand.commandLine(terminal);
            case "lesson" -> LessonCommand.commandLine(terminal);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /**
     * The command line, ready to execute these arguments. Only the command that they name is built, as reading the annotations of
     * all options of all commands takes longer than answering; of the others it knows name and header, for the help.
     */
    static CommandLine commandLine(Terminal terminal, EarlyModel early, String... arguments) {
        CommandLine line = new CommandLine(new NnCommand());
        String named = firstWord(arguments);
        for (Class<?> type : COMMANDS) {
            Command command = type.getAnnotation(Command.class);
            if (command.name().equals(named)) {
                line.addSubcommand(named, make(named, terminal, early));
            } else {
                CommandSpec outline = CommandSpec.create();
                outline.usageMessage().header(command.header());
                line.addSubcommand(command.name(), outline);
            }
        }
        line.setOut(terminal.out());
        line.setErr(terminal.err());
        line.setExpandAtFiles(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(false);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.color() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        ErrorHandler errors = new ErrorHandler();
        line.setExecutionStrategy(new GivenOnce());
        line.setExecutionExceptionHandler(errors);
        line.setParameterExceptionHandler(errors);
        return line;
    }

    private static String firstWord(String... arguments) {
        for (String argument : arguments) {
            if (!argument.startsWith("-")) {
                return argument;
            }
        }
        return "";
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }
}
