package nn.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What a shell completes, taken from picocli's model. */
final class Completed {

    /** What a value may be. */
    enum Kind {
        WORDS,
        FILE,
        DIRECTORY,
        UNKNOWN
    }

    private Completed() {}

    /** What the value of an option or a parameter is. A parameter that is no word names a file. */
    static Kind kind(ArgSpec argument) {
        if (!LegalValues.words(argument).isEmpty()) {
            return Kind.WORDS;
        }
        if (argument.isOption() && argument.auxiliaryTypes()[0] != Path.class) {
            return Kind.UNKNOWN;
        }
        return argument.paramLabel().equals("DIR") ? Kind.DIRECTORY : Kind.FILE;
    }

    static boolean takesValue(OptionSpec option) {
        return option.arity().max() > 0;
    }

    /** The names of an option, with those that switch it off. */
    static List<String> names(OptionSpec option) {
        List<String> names = new ArrayList<>(Arrays.asList(option.names()));
        option.command().negatedOptionsMap().forEach((name, negated) -> {
            if (negated == option) {
                names.add(name);
            }
        });
        return names;
    }

    /** The first sentence of a description, or the part before what it explains. */
    static String gist(String... description) {
        return description.length == 0 ? "" : description[0].replaceFirst("[.;:]( .*|$)| \\(.*", "");
    }

    /** The command and all below it. */
    static List<CommandSpec> commands(CommandSpec root) {
        List<CommandSpec> commands = new ArrayList<>(List.of(root));
        root.subcommands().values().forEach(below -> commands.addAll(commands(below.getCommandSpec())));
        return commands;
    }

    /** The name of a command as a part of a shell function's, such as {@code nn_data_list}. */
    static String identifier(CommandSpec command) {
        return command.qualifiedName("_").replace('-', '_').toLowerCase(Locale.ROOT);
    }
}
