package nn.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Renders the options in a command's help: first the options without a group, then each group under its heading. Picocli's
 * own groups would also build a synopsis at every start, and accept a flag twice as a second group.
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

    private static String list(Help help, List<OptionSpec> options) {
        Help.Layout layout = HelpTable.layout(help);
        layout.addAllOptions(options, help.parameterLabelRenderer());
        return layout.toString();
    }
}
