package nn.cli;

import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Refuses values that picocli lets through, and then runs the command: an empty one, which as a path would be the current
 * directory; a list that ends with a comma, or is given twice and would be one.
 */
final class OptionValueCheck implements IExecutionStrategy {

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
