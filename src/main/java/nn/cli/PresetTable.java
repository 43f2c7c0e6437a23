package nn.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nn.json.EnumName;
import nn.train.Preset;
import nn.train.TrainingConfig;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;

/** What the presets set, for the help of {@code nn train}. */
final class PresetTable implements IHelpSectionRenderer {

    private static final String ROW = "  %-9s  %8s  %9s  %-21s  %6s  %5s  %5s%n";

    @Override
    public String render(Help help) {
        StringBuilder text = new StringBuilder(String.format("%nPresets (config.json of a run has all values):%n"));
        text.append(row("", "networks", "hidden", "inputs", "epochs", "batch", "rate"));
        for (Preset preset : Preset.values()) {
            TrainingConfig config = preset.config(1, 1);
            text.append(row(
                    preset.label(),
                    config.course().members(),
                    joined(config.network().hidden()),
                    config.network().inputs().stream().map(EnumName::of).collect(Collectors.joining(",")),
                    config.learning().epochs(),
                    config.learning().batchSize(),
                    config.learning().learningRate()));
        }
        return text.toString();
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, ROW, cells);
    }

    private static String joined(List<Integer> sizes) {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
