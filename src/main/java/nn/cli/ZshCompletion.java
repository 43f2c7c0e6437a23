package nn.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes the completion script for zsh: a function with {@code _arguments} for each command. */
final class ZshCompletion {

    private static final String FUNCTION = """

            _%s() {
                local curcontext=$curcontext state line
                local -a commands=(%s)
                _arguments -C -s -S%s
            %s}
            """;

    private static final String BELOW = """
                case $state in
                    commands) _describe -t commands command commands ;;
                    arguments)
                        case $words[1] in
            %s            esac
                        ;;
                esac
            """;

    private ZshCompletion() {}

    /** @param root the command {@code nn}, complete */
    static String of(CommandSpec root) {
        return "#compdef nn\n# Completion for zsh, made by 'nn completion zsh'.\n"
                + Completed.commands(root).stream().map(ZshCompletion::function).collect(Collectors.joining())
                + """

                # Sourced, it is registered; found in $fpath, it is called.
                if [ "$funcstack[1]" = _nn ]; then
                    _nn "$@"
                else
                    compdef _nn nn
                fi
                """;
    }

    private static String function(CommandSpec command) {
        List<String> arguments = new ArrayList<>();
        command.options().forEach(option -> arguments.addAll(option(option)));
        if (command.subcommands().isEmpty()) {
            command.positionalParameters().forEach(parameter -> arguments.add(parameter(parameter)));
        } else {
            arguments.add("'1: :->commands'");
            arguments.add("'*:: :->arguments'");
        }
        return FUNCTION.formatted(
                Completed.identifier(command),
                words(command),
                arguments.stream().map(argument -> " \\\n        " + argument).collect(Collectors.joining()),
                command.subcommands().isEmpty() ? "" : BELOW.formatted(below(command)));
    }

    /** The words that may stand where a command does, each with its description. */
    private static String words(CommandSpec command) {
        List<String> words = new ArrayList<>();
        command.subcommands().forEach((name, below) -> words.add(quoted(name + ":" + header(below))));
        if (!words.isEmpty()) {
            command.positionalParameters()
                    .forEach(parameter -> LegalValues.words(parameter)
                            .forEach(word -> words.add(quoted(word + ":" + Completed.gist(parameter.description())))));
        }
        return words.stream().map(word -> "\n        " + word).collect(Collectors.joining());
    }

    private static String header(CommandLine command) {
        return Completed.gist(command.getCommandSpec().usageMessage().header());
    }

    private static String below(CommandSpec command) {
        return command.subcommands().entrySet().stream()
                .map(below -> "                %s) _%s ;;%n"
                        .formatted(
                                below.getKey(),
                                Completed.identifier(below.getValue().getCommandSpec())))
                .collect(Collectors.joining());
    }

    /** Each name of an option, which excludes the others. */
    private static List<String> option(OptionSpec option) {
        List<String> names = Completed.names(option);
        return names.stream()
                .map(name -> "(" + String.join(" ", names) + ")" + name
                        + (!Completed.takesValue(option) ? "" : name.startsWith("--") ? "=" : "+")
                        + "[" + escaped(Completed.gist(option.description())) + "]"
                        + (Completed.takesValue(option) ? ":" + option.paramLabel() + ":" + action(option) : ""))
                .map(ZshCompletion::quoted)
                .toList();
    }

    private static String parameter(PositionalParamSpec parameter) {
        String place = parameter.index().isVariable() || parameter.arity().isVariable()
                ? "*"
                : Integer.toString(parameter.index().min() + 1);
        return quoted(place + ":" + parameter.paramLabel() + ":" + action(parameter));
    }

    private static String action(ArgSpec argument) {
        return switch (Completed.kind(argument)) {
            case WORDS ->
                argument.isMultiValue()
                        ? "_values -s , " + argument.paramLabel() + " " + String.join(" ", LegalValues.words(argument))
                        : "(" + String.join(" ", LegalValues.words(argument)) + ")";
            case FILE -> "_files";
            case DIRECTORY -> "_files -/";
            case UNKNOWN -> "";
        };
    }

    private static String escaped(String text) {
        return text.replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
