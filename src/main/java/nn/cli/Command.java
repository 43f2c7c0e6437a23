package nn.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import nn.Choice;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;

/**
 * A command, described by picocli's builders. Reading annotations instead would take a fifth of the time of
 * {@code nn --help}.
 */
abstract class Command implements Callable<Integer> {

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final GroupedOptions groups = new GroupedOptions();

    /** @param header its line in the parent command's help */
    Command(String header) {
        spec.versionProvider(new VersionProvider());
        spec.usageMessage().header(header).sortOptions(false);
        Map<String, IHelpSectionRenderer> sections = spec.usageMessage().sectionMap();
        // Not lambdas: the JVM of JDK 17 crashes when it archives one whose types it leaves out, as it does with
        // picocli's help.
        sections.put(UsageMessageSpec.SECTION_KEY_DESCRIPTION, new IHelpSectionRenderer() {
            @Override
            public String render(Help help) {
                return HelpTable.description(help);
            }
        });
        sections.put(UsageMessageSpec.SECTION_KEY_PARAMETER_LIST, new IHelpSectionRenderer() {
            @Override
            public String render(Help help) {
                return help.parameterList(HelpTable.layout(help), help.parameterLabelRenderer());
            }
        });
        sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, groups);
    }

    /** Adds examples to the help, each a command line. */
    final void examples(String... lines) {
        String[] indented = new String[lines.length];
        for (int i = 0; i < lines.length; i++) {
            indented[i] = "  " + lines[i];
        }
        spec.usageMessage().footerHeading("%nExamples:%n").footer(indented);
    }

    /** Adds a section to the help, before the examples. */
    final void addSection(IHelpSectionRenderer section) {
        String name = "section " + section.getClass().getName();
        List<String> keys = new ArrayList<>(spec.usageMessage().sectionKeys());
        keys.add(keys.indexOf(UsageMessageSpec.SECTION_KEY_FOOTER_HEADING), name);
        spec.usageMessage().sectionKeys(keys);
        spec.usageMessage().sectionMap().put(name, section);
    }

    final CommandSpec spec() {
        return spec;
    }

    /** Adds flags, in the order of the help. */
    final void add(Flags... flags) {
        for (Flags each : flags) {
            each.addTo(this);
        }
    }

    /** Adds flags under their own heading. */
    final void addGroup(String heading, Flag<?>... flags) {
        add(flags);
        groups.add(heading, flags);
    }

    /** Refuses a value outside its range. Null means that the flag is not given. */
    final void requireRange(String flag, Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            throw usage("%s is %d; it must be from %d to %d".formatted(flag, value, least, most));
        }
    }

    /** The usage error of a command that is called without one of its subcommands. */
    final ParameterException noSubcommand() {
        return usage("no command given; choose " + Choice.of(spec.subcommands().keySet()));
    }

    /** The value, or a usage error if the code below refuses it. Only for checks: in the work itself, a refusal is a bug. */
    final <T> T legal(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw usage(e);
        }
    }

    /** A usage error if the check refuses what was given. */
    final void legal(Runnable check) {
        legal(() -> {
            check.run();
            return check;
        });
    }

    /** A usage error, whose message points to the help. */
    final ParameterException usage(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }

    /** A usage error for a value that the code below refused. */
    final ParameterException usage(IllegalArgumentException refusal) {
        return new ParameterException(spec.commandLine(), refusal.getMessage(), refusal);
    }
}
