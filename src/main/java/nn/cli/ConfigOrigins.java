package nn.cli;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nn.data.ImageForm;
import nn.json.Inline;
import nn.json.Json;
import nn.json.Named;
import nn.json.RecordValue;
import nn.train.DataConfig;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Where each value of a run's configuration comes from: a flag, a variable, a file, a preset, or nn's own defaults. */
final class ConfigOrigins {

    /** The flags whose names are not the values'. */
    private static final Map<String, String> FLAGS = Map.of(
            "test", "--no-test",
            "detector", "--no-detector",
            "darkInk", "--data-ink",
            "transposed", "--transpose");

    /** To what a value gives way, if it is not the base's and no flag gives it. */
    private static final Map<String, String> REASONS = Map.of(
            "learningRate", "--optimizer",
            "weightDecay", "--optimizer",
            "batchSize", "the number of images that are left to train on",
            "detector", "the other flags and the data");

    private final ParseResult parsed;
    private final String base;
    private final boolean file;
    private final Map<String, String> origins = new LinkedHashMap<>();

    private ConfigOrigins(ParseResult parsed, String base, boolean file) {
        this.parsed = parsed;
        this.base = base;
        this.file = file;
    }

    /**
     * The origins by the values' names, such as {@code training.augmentation.rotation}: the path of keys in {@code config.json}.
     *
     * @param command the command that was given
     */
    static Map<String, String> of(RunConfigOptions.Planned run, RunConfigOptions options, CommandSpec command) {
        ConfigOrigins origins =
                new ConfigOrigins(command.commandLine().getParseResult(), options.baseName(), options.startsFromFile());
        origins.add("", run.base(), run.config());
        return origins.origins;
    }

    /** Adds each component of a record, and of the records in it. */
    private void add(String path, Record before, Record used) {
        for (RecordComponent component : used.getClass().getRecordComponents()) {
            Object from = RecordValue.of(before, component);
            Object to = RecordValue.of(used, component);
            String name = path + component.getName();
            if (to instanceof Record record && !(to instanceof Named)) {
                add(component.isAnnotationPresent(Inline.class) ? path : name + ".", (Record) from, record);
            } else {
                boolean ofPreset = name.equals("detector")
                        || path.startsWith("training.") && !(used instanceof DataConfig || used instanceof ImageForm);
                origins.put(name, origin(name, component.getName(), from.equals(to), ofPreset));
            }
        }
    }

    private String origin(String path, String name, boolean same, boolean ofPreset) {
        return given(FLAGS.getOrDefault(name, "--" + kebab(name)))
                .or(() -> path.contains("augmentation.") ? given("--no-augment") : Optional.empty())
                .orElseGet(() -> {
                    if (!same) {
                        return base + ", but gave way to " + REASONS.getOrDefault(name, "the data");
                    }
                    return file || ofPreset ? base : "default";
                });
    }

    /** The flag or the variable that gives an option's value. */
    private Optional<String> given(String name) {
        OptionSpec option = parsed.commandSpec().findOption(name);
        boolean unused = file && name.equals("--preset");
        if (option == null || option.getValue() == null || unused) {
            return Optional.empty();
        }
        return Optional.of(
                parsed.hasMatchedOption(option)
                        ? name
                        : EnvironmentDefaults.variable(option).orElseThrow());
    }

    private static String kebab(String component) {
        return component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** A configuration with its origins, for {@code --json}. */
    record Document(Object config, Map<String, String> origins) {}

    /** A line for each value. */
    static String text(Map<String, String> origins) {
        StringBuilder text = new StringBuilder();
        origins.forEach((name, origin) -> text.append("%-38s  %s\n".formatted(name, origin)));
        return text.toString();
    }

    static String json(Object config, Map<String, String> origins) {
        return Json.pretty(new Document(config, origins));
    }
}
