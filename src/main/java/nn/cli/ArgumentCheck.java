package nn.cli;

import java.nio.file.Path;
import java.util.List;
import nn.pictures.PictureFiles;
import nn.report.Terminal;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Refuses values that picocli accepts, and then runs the command: an empty value, which as a path would be the current
 * directory; a list that ends with a comma; a web address; an option given twice, which picocli would add to a list. Says which values are
 * the environment's.
 */
final class ArgumentCheck implements IExecutionStrategy {

    private final Terminal terminal;

    ArgumentCheck(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int execute(ParseResult result) {
        ParseResult level = result;
        while (level.hasSubcommand()) {
            level = level.subcommand();
        }
        level.matchedOptions().forEach(option -> refuseAddress(option, option.longestName()));
        level.matchedPositionals().forEach(file -> refuseAddress(file, file.paramLabel()));
        for (OptionSpec option : level.matchedOptions()) {
            if (option.arity().max() > 0) {
                check(option);
            }
        }
        for (PositionalParamSpec file : level.matchedPositionals()) {
            if (file.type() == Path.class && file.originalStringValues().contains("")) {
                throw new ParameterException(file.command().commandLine(), file.paramLabel() + " cannot be ''");
            }
        }
        List<String> variables = EnvironmentDefaults.used(level);
        if (!variables.isEmpty() && !level.hasMatchedOption(CommonOptions.QUIET)) {
            terminal.say("from the environment: " + String.join(", ", variables));
        }
        return new RunLast().execute(result);
    }

    /** A path would lose a slash of {@code https://}, and then there is no such file. */
    private static void refuseAddress(ArgSpec argument, String name) {
        if (argument.type() != Path.class) {
            return;
        }
        argument.originalStringValues().stream()
                .filter(PictureFiles::isAddress)
                .findFirst()
                .ifPresent(address -> {
                    throw new ParameterException(
                            argument.command().commandLine(),
                            "%s is %s, and nn reads only files; download it, and name the file or directory"
                                    .formatted(name, address));
                });
    }

    private static void check(OptionSpec option) {
        String value = option.originalStringValues().get(0);
        if (value.isEmpty() || option.isMultiValue() && value.endsWith(",")) {
            throw new ParameterException(
                    option.command().commandLine(), "no value: '" + value + "'", null, option, value);
        }
        if (option.originalStringValues().size() > 1) {
            throw new ParameterException(option.command().commandLine(), ErrorHandler.twice(option));
        }
    }
}
