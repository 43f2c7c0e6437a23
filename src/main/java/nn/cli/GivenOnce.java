package nn.cli;

import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Refuses an option of a group that is given twice, as picocli refuses every other one; then runs the command. Picocli takes the
 * second for the start of another group and forgets what the first one held, the other options included.
 */
final class GivenOnce implements IExecutionStrategy {

    @Override
    public int execute(ParseResult result) {
        ParseResult level = result;
        while (level.hasSubcommand()) {
            level = level.subcommand();
        }
        for (OptionSpec option : level.commandSpec().options()) {
            if (option.group() != null && option.originalStringValues().size() > 1) {
                throw new ParameterException(level.commandSpec().commandLine(),
                        "option '%s' should be specified only once".formatted(option.longestName()));
            }
        }
        return new RunLast().execute(result);
    }
}
