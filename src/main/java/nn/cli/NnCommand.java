package nn.cli;

import java.nio.file.Path;
import java.util.Map;
import nn.report.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The root command, {@code nn}: its subcommands do the work. */
final class NnCommand extends Command {

    /** The subcommands with their help lines, in the order of the help. */
    private static final Map<String, String> HEADERS = UsageMessageSpec.keyValuesMap(
            "train:" + TrainCommand.HEADER,
            "eval:" + EvalCommand.HEADER,
            "predict:" + PredictCommand.HEADER,
            "read:" + ReadCommand.HEADER,
            "inspect:" + InspectCommand.HEADER,
            "report:" + ReportCommand.HEADER,
            "serve:" + ServeCommand.HEADER,
            "detector:" + DetectorCommand.HEADER,
            "export:" + ExportCommand.HEADER,
            "import:" + ImportCommand.HEADER,
            "data:" + DataCommand.HEADER,
            "bench:" + BenchCommand.HEADER,
            "lesson:" + LessonCommand.HEADER,
            "doctor:" + DoctorCommand.HEADER,
            "completion:" + CompletionCommand.HEADER);

    private NnCommand() {
        super("Trains, measures and uses a classifier of handwritten digits.%n");
        add(Flag.help("Show this help; after a command, that command's."), Flag.version());
        spec().name("nn");
        addSection(new EnvironmentTable());
        examples("nn train", "nn predict photo.jpg", "nn train --help");
        spec().usageMessage()
                .synopsisSubcommandLabel("COMMAND")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(UsageMessageSpec.keyValuesMap(
                        "0:done, warnings included",
                        "1:internal error, a bug",
                        "2:usage",
                        "3:bad input: data or image missing, unreadable, or no digit in it",
                        "4:model missing or bad",
                        "5:training diverged",
                        "6:a demanded target was missed, or a lesson's value was not reached",
                        "7:cannot write, no space, locked, out of memory, network, native library",
                        "129, 130, 143:stopped by SIGHUP, SIGINT, SIGTERM; a training that has begun is saved"));
    }

    static boolean isCommand(String name) {
        return HEADERS.containsKey(name);
    }

    /** Makes a subcommand. Constructor references would take time to link, which would delay the help. */
    private static Command make(String name, Terminal terminal, PrefetchedModel prefetched) {
        return switch (name) {
            case "train" -> new TrainCommand(terminal);
            case "eval" -> new EvalCommand(terminal);
            case "predict" -> new PredictCommand(terminal, prefetched);
            case "read" -> new ReadCommand(terminal, prefetched);
            case "inspect" -> new InspectCommand(terminal);
            case "report" -> new ReportCommand(terminal);
            case "serve" -> new ServeCommand(terminal);
            case "detector" -> new DetectorCommand(terminal);
            case "export" -> new ExportCommand(terminal);
            case "import" -> new ImportCommand(terminal);
            case "data" -> new DataCommand(terminal);
            case "bench" -> new BenchCommand(terminal);
            case "lesson" -> new LessonCommand(terminal);
            case "doctor" -> new DoctorCommand(terminal);
            case "completion" -> new CompletionCommand(terminal);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /**
     * The command line, ready to execute these arguments. To save time, only the named command is built completely. Without a
     * named command, all others have their name and help line, for the help and for suggestions.
     */
    static CommandLine commandLine(Terminal terminal, PrefetchedModel prefetched, String... arguments) {
        NnCommand root = new NnCommand();
        String named = firstWord(arguments);
        boolean alone = arguments.length > 0 && isCommand(arguments[0]);
        for (Map.Entry<String, String> command : HEADERS.entrySet()) {
            String name = command.getKey();
            if (name.equals(named)) {
                root.spec().addSubcommand(name, make(name, terminal, prefetched).spec());
            } else if (!alone) {
                root.spec().addSubcommand(name, outline(command.getValue()));
            }
        }
        CommandLine line = new CommandLine(root.spec());
        line.setOut(terminal.out());
        line.setErr(terminal.err());
        line.registerConverter(Path.class, new PathConverter());
        line.setExpandAtFiles(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(false);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.color() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        ErrorHandler errors = new ErrorHandler();
        line.setExecutionStrategy(new ArgumentCheck(terminal));
        line.setExecutionExceptionHandler(errors);
        line.setParameterExceptionHandler(errors);
        return line;
    }

    /** All commands, complete, for what is made from them: completion and manual pages. */
    static CommandSpec whole(Terminal terminal) {
        NnCommand root = new NnCommand();
        HEADERS.keySet()
                .forEach(name -> root.spec()
                        .addSubcommand(
                                name,
                                make(name, terminal, PrefetchedModel.none()).spec()));
        return new CommandLine(root.spec()).getCommandSpec();
    }

    private static CommandSpec outline(String header) {
        CommandSpec outline = CommandSpec.create();
        outline.usageMessage().header(header);
        return outline;
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
    public Integer call() {
        throw usage("no command given");
    }
}
