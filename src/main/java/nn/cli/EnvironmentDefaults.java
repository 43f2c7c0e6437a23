package nn.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Gives an option that is not on the command line the value of its environment variable: {@code NN_LEARNING_RATE} for
 * {@code --learning-rate}. Options without a value have none, nor have those that name a file, except {@code --data} and {@code --model}:
 * they are about one call.
 */
final class EnvironmentDefaults implements IDefaultValueProvider {

    static final String PREFIX = "NN_";

    private final Map<String, String> environment;

    private EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * The provider; empty if no such variable is set, as usual, or if the arguments resume a run, which continues as it was begun.
     */
    static Optional<EnvironmentDefaults> of(Map<String, String> environment, String... arguments) {
        for (String argument : arguments) {
            if (argument.equals("--resume") || argument.startsWith("--resume=")) {
                return Optional.empty();
            }
        }
        // Every start comes here: loops, as streams would take a hundredth of it.
        for (String name : environment.keySet()) {
            if (name.startsWith(PREFIX)) {
                return Optional.of(new EnvironmentDefaults(environment));
            }
        }
        return Optional.empty();
    }

    /** The name of an option's variable. */
    static Optional<String> variable(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.arity().max() == 0) {
            return Optional.empty();
        }
        String name = option.longestName();
        boolean file = option.auxiliaryTypes()[0] == Path.class;
        return file && !name.equals("--data") && !name.equals(ModelOption.NAME)
                ? Optional.empty()
                : Optional.of(PREFIX + name.substring(2).replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** The value of an option's variable. The model's is left to {@link ModelOption}, where other defaults follow. */
    @Override
    public String defaultValue(ArgSpec argument) {
        return value(argument).orElse(null);
    }

    private Optional<String> value(ArgSpec argument) {
        return variable(argument)
                .filter(name -> !name.equals(ModelOption.VARIABLE))
                .map(environment::get)
                .filter(value -> !value.isEmpty());
    }

    /** Says which variables gave a value, such as {@code NN_SEED=5}. */
    static List<String> used(ParseResult parsed) {
        CommandSpec command = parsed.commandSpec();
        return command.defaultValueProvider() instanceof EnvironmentDefaults defaults
                ? command.options().stream()
                        .filter(option -> !parsed.hasMatchedOption(option))
                        .flatMap(option -> defaults.value(option).stream()
                                .map(value -> variable(option).orElseThrow() + "=" + value))
                        .toList()
                : List.of();
    }

    /** The name under which the user gave a value: the option's, or its variable's. */
    static String source(OptionSpec option, String value) {
        boolean variable = option.command().defaultValueProvider() instanceof EnvironmentDefaults defaults
                && defaults.value(option).filter(value::equals).isPresent();
        return variable ? variable(option).orElseThrow() : option.longestName();
    }
}
