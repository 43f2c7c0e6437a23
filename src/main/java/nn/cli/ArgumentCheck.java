package nn.cli;

import java.nio.file.Path;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Refuses values that picocli accepts, and then runs the command: an empty value, which as a path would be the current
 * directory; a list that ends with a comma; an option given twice, which picocli would add to a list.
 */
final class ArgumentCheck implements IExecutionStrategy {

    @Override
    public int execute(ParseResult result) {
        ParseResult level = result;
        while (level.hasSubcommand()) {
            level = level.subcommand();
        }
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
        return new RunLast().execute(result);
    }

    private static void check(OptionSpec option) {
        String value = option.originalStringValues().get(0);
        if (value.isEmpty() || option.isMultiValue() && value.endsWith(",")) {
            throw new ParameterException(
                    option.command().commandLine(), "no value: '" + value + "'", null, option, value);
        }
        if (option.originalStringValues().size() > 1) {
            throw new ParameterException(
                    option.command().commandLine(),
                    "option '%s' (%s) should be specified only once"
                            .formatted(option.longestName(), option.paramLabel()));
        }
    }
}
