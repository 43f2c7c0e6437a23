package nn.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nn.cli.Completed.Kind;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes the completion script for bash. */
final class BashCompletion {

    private static final String SCRIPT = """
            # Completion for bash, made by 'nn completion bash'.

            _nn_words() {
                local list=
                # The last word of a list.
                [[ $current != *,* ]] || list=${current%%,*},
                mapfile -t COMPREPLY < <(compgen -P "$list" -W "$1" -- "${current##*,}")
            }

            _nn_files() {
                compopt -o filenames
                mapfile -t COMPREPLY < <(compgen "$1" -- "$current")
            }

            _nn() {
                local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=nn i
                COMPREPLY=()
                # Bash takes the = of --preset=fast for a word.
                [[ $current != '=' ]] || current=
                [[ $previous != '=' ]] || previous=${COMP_WORDS[COMP_CWORD - 2]}
                for ((i = 1; i < COMP_CWORD; i++)); do
                    case "$command ${COMP_WORDS[i]}" in
                        %s) command+=" ${COMP_WORDS[i]}" ;;
                    esac
                done
                case "$command $previous" in
            %s        *)
                        if [[ $current == -* ]]; then
                            case $command in
            %s                esac
                        else
                            case $command in
            %s                esac
                        fi
                        ;;
                esac
            }

            complete -F _nn nn
            """;

    private BashCompletion() {}

    /** @param root the command {@code nn}, complete */
    static String of(CommandSpec root) {
        List<CommandSpec> commands = Completed.commands(root);
        return SCRIPT.formatted(
                commands.stream()
                        .skip(1)
                        .map(command -> "'" + command.qualifiedName() + "'")
                        .collect(Collectors.joining(" | ")),
                values(commands),
                commands.stream().map(BashCompletion::options).collect(Collectors.joining()),
                commands.stream().map(BashCompletion::arguments).collect(Collectors.joining()));
    }

    /** What follows the options with a value, those with the same values together. */
    private static String values(List<CommandSpec> commands) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        for (CommandSpec command : commands) {
            for (OptionSpec option : command.options()) {
                if (Completed.takesValue(option)) {
                    List<String> same = options.computeIfAbsent(completion(option), key -> new ArrayList<>());
                    Stream.of(option.names())
                            .forEach(name -> same.add("'" + command.qualifiedName() + " " + name + "'"));
                }
            }
        }
        return options.entrySet().stream()
                .map(same -> "        %s) %s ;;%n".formatted(String.join(" | ", same.getValue()), same.getKey()))
                .collect(Collectors.joining());
    }

    private static String options(CommandSpec command) {
        String names = command.options().stream()
                .flatMap(option -> Completed.names(option).stream())
                .collect(Collectors.joining(" "));
        return "                '%s') _nn_words '%s' ;;%n".formatted(command.qualifiedName(), names);
    }

    private static String arguments(CommandSpec command) {
        List<String> words = new ArrayList<>(command.subcommands().keySet());
        command.positionalParameters().forEach(parameter -> words.addAll(LegalValues.words(parameter)));
        if (!words.isEmpty()) {
            return "                '%s') _nn_words '%s' ;;%n"
                    .formatted(command.qualifiedName(), String.join(" ", words));
        }
        return command.positionalParameters().isEmpty()
                ? ""
                : "                '%s') %s ;;%n"
                        .formatted(
                                command.qualifiedName(),
                                completion(command.positionalParameters().get(0)));
    }

    private static String completion(ArgSpec argument) {
        Kind kind = Completed.kind(argument);
        return switch (kind) {
            case WORDS -> "_nn_words '" + String.join(" ", LegalValues.words(argument)) + "'";
            case FILE -> "_nn_files -f";
            case DIRECTORY -> "_nn_files -d";
            case UNKNOWN -> ":";
        };
    }
}
