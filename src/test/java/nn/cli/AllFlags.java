package nn.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nn.report.Terminal;
import nn.run.CheckpointInterval;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Every flag of every command, taken from picocli's model, so that new flags are included. */
final class AllFlags {

    private static final Set<Class<?>> NUMERIC =
            Set.of(Integer.class, Long.class, Double.class, CheckpointInterval.class);

    private AllFlags() {}

    /** The flags of each command, by the command's words after {@code nn}, such as {@code data show}. */
    static Map<String, List<OptionSpec>> byCommand() {
        Map<String, List<OptionSpec>> flags = new TreeMap<>();
        CommandLine root = line();
        flags.put("", root.getCommandSpec().options());
        for (String name : root.getSubcommands().keySet()) {
            collect(name, line(name).getSubcommands().get(name), flags);
        }
        return flags;
    }

    /** Asks for each command, because only the named one is built. */
    private static CommandLine line(String... words) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return NnCommand.commandLine(Terminal.plain(nowhere, nowhere), PrefetchedModel.none(), words);
    }

    private static void collect(String command, CommandLine line, Map<String, List<OptionSpec>> flags) {
        flags.put(command, line.getCommandSpec().options());
        line.getSubcommands().forEach((name, below) -> collect(command + " " + name, below, flags));
    }

    static Set<String> commands() {
        return byCommand().keySet();
    }

    /** A command that knows its flags and has not run. */
    static <C extends Command> C parsed(Class<C> command, Object... line) {
        String[] words = Stream.of(line).map(Object::toString).toArray(String[]::new);
        ParseResult level = line(words).parseArgs(words);
        while (level.hasSubcommand()) {
            level = level.subcommand();
        }
        return command.cast(level.commandSpec().userObject());
    }

    /** The words of a command line, from texts, lists of words and other objects. */
    static Object[] words(Object... parts) {
        return Stream.of(parts).flatMap(AllFlags::wordsOf).toArray();
    }

    private static Stream<?> wordsOf(Object part) {
        if (part instanceof Object[] words) {
            return Stream.of(words(words));
        }
        return part instanceof String text
                ? Stream.of(text.split(" ")).filter(word -> !word.isEmpty())
                : Stream.of(part);
    }

    /** Whether its values are numbers or times. */
    static boolean isNumeric(OptionSpec flag) {
        return NUMERIC.contains(flag.isMultiValue() ? flag.auxiliaryTypes()[0] : flag.type());
    }
}
