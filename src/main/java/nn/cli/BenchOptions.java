package nn.cli;

import java.util.function.Supplier;
import nn.checkpoint.Json;
import nn.report.Terminal;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What every benchmark understands: how often to measure, and how to print. */
final class BenchOptions {

    private static final int MOST_ROUNDS = 1000;

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--json", description = "Print JSON instead of text.")
    private boolean json;

    @Option(names = "--rounds", paramLabel = "N", description = "Measurements of each, 1 to 1000 (default: ${DEFAULT-VALUE}).",
            defaultValue = "7")
    private int rounds;

    @Mixin
    private CommonOptions common;

    int rounds() {
        requireRange("--rounds", rounds, 1, MOST_ROUNDS);
        return rounds;
    }

    CommonOptions common() {
        return common;
    }

    /** Refuses a value outside of what the help says. */
    void requireRange(String flag, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(spec.commandLine(), "%s is %d; it must be from %d to %d".formatted(flag, value, least, most));
        }
    }

    ParameterException usage(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }

    /** Says what goes on, as a measurement is silent for seconds. */
    void progress(Terminal terminal, String what) {
        if (!common.quiet()) {
            terminal.say(what);
        }
    }

    void print(Terminal terminal, Object result, Supplier<String> text) {
        terminal.out().print(json ? Json.pretty(result) : text.get());
        terminal.out().flush();
    }
}
