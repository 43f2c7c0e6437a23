package nn.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;

/**
 * A command, described to picocli by its builders. Annotations would say the same, but to read them takes a fifth of the time in
 * which {@code nn --help} answers.
 */
abstract class Command implements Callable<Integer> {

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final GroupedOptions groups = new GroupedOptions();

    /** @param header its line in the help of the command above it */
    Command(String header) {
        spec.versionProvider(new VersionProvider());
        spec.usageMessage().header(header).sortOptions(false);
        spec.usageMessage().sectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, groups);
    }

    final CommandSpec spec() {
        return spec;
    }

    /** Adds what it understands, in the order of its help. */
    final void add(Flags... flags) {
        for (Flags each : flags) {
            each.addTo(this);
        }
    }

    /** Adds flags under a heading of their own. */
    final void addGroup(String heading, Flag<?>... flags) {
        add(flags);
        groups.add(heading, flags);
    }

    /** Refuses a value outside of what the help says; null, for none, is fine. */
    final void requireRange(String flag, Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            throw usage("%s is %d; it must be from %d to %d".formatted(flag, value, least, most));
        }
    }

    /** What is wrong with its flags, for a line that points to the help. */
    final ParameterException usage(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }

    /** The same, where a value was refused by whoever got it. */
    final ParameterException usage(IllegalArgumentException refusal) {
        return new ParameterException(spec.commandLine(), refusal.getMessage(), refusal);
    }
}
