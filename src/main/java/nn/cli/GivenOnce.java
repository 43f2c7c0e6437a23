package nn.cli;

import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Refuses a list that is given twice, as picocli refuses every other flag; then runs the command. Picocli takes it for one list. */
final class GivenOnce implements IExecutionStrategy {

    @Override
    public int execute(ParseResult result) {
        ParseResult level = result;
        while (level.hasSubcommand()) {
            level = level.subcommand();
        }
        for (OptionSpec option : level.matchedOptions()) {
            if (option.isMultiValue() && option.originalStringValues().size() > 1) {
                throw new ParameterException(level.commandSpec().commandLine(),
                        "option '%s' (%s) should be specified only once".formatted(option.longestName(), option.paramLabel()));
            }
        }
        return new RunLast().execute(result);
    }
}
