package nn.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options in a command's help: those of no group, then each group under its heading. Picocli has groups of its own, which do
 * more than that: each writes its synopsis whenever a command line is read, and takes a flag that is given twice for another group.
 */
final class GroupedOptions implements IHelpSectionRenderer {

    private final Map<String, List<Flag<?>>> groups = new LinkedHashMap<>();

    void add(String heading, Flag<?>... flags) {
        groups.put("%n" + heading + ":%n", List.of(flags));
    }

    @Override
    public String render(Help help) {
        List<OptionSpec> others = new ArrayList<>(help.commandSpec().options());
        groups.values().forEach(flags -> others.removeAll(options(flags)));
        StringBuilder text = new StringBuilder(list(help, others));
        groups.forEach(
                (heading, flags) -> text.append(help.createHeading(heading)).append(list(help, options(flags))));
        return text.toString();
    }

    private static List<OptionSpec> options(List<Flag<?>> flags) {
        return flags.stream().<OptionSpec>map(Flag::option).toList();
    }

    /** Some of the options, in columns as wide as all options need. */
    private static String list(Help help, List<OptionSpec> options) {
        Help.Layout layout = help.createDefaultLayout(help.commandSpec().options(), List.of(), help.colorScheme());
        layout.addAllOptions(options, help.parameterLabelRenderer());
        return layout.toString();
    }
}
