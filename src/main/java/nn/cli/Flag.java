package nn.cli;

import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;

/** A flag of a command, and what was given for it once the command line is parsed. */
final class Flag<T> implements Flags {

    private final OptionSpec option;

    private Flag(OptionSpec option) {
        this.option = option;
    }

    /** One with a value. */
    static <T> Flag<T> of(Class<T> type, String name, String label, String description) {
        return new Flag<>(OptionSpec.builder(name)
                .type(type)
                .paramLabel(label)
                .description(description)
                .build());
    }

    /** One with values between commas. */
    static <E> Flag<List<E>> listOf(Class<E> type, String name, String label, String description) {
        return new Flag<>(OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(type)
                .splitRegex(",")
                .paramLabel(label)
                .description(description)
                .build());
    }

    /** One without a value. */
    static Flag<Boolean> on(String name, String description) {
        return new Flag<>(builder(description, name).build());
    }

    /** The same with a short name before the long one. */
    static Flag<Boolean> on(String letter, String name, String description) {
        return new Flag<>(builder(description, letter, name).build());
    }

    /** The one that shows the help. */
    static Flag<Boolean> help(String description) {
        return new Flag<>(builder(description, "-h", "--help").usageHelp(true).build());
    }

    /** The one that shows the version. */
    static Flag<Boolean> version() {
        return new Flag<>(builder("Show the version.", "-V", "--version")
                .versionHelp(true)
                .build());
    }

    private static OptionSpec.Builder builder(String description, String... names) {
        return OptionSpec.builder(names).type(Boolean.class).description(description);
    }

    /** The same with a value for when it is not given. */
    Flag<T> standard(String value) {
        return new Flag<>(OptionSpec.builder(option).defaultValue(value).build());
    }

    /** The same, for one value, with its own way to read it. */
    Flag<T> readBy(ITypeConverter<T> converter) {
        return new Flag<>(OptionSpec.builder(option).converters(converter).build());
    }

    /** The same with an opposite, {@code --no-...}. */
    Flag<T> negatable() {
        return new Flag<>(OptionSpec.builder(option).negatable(true).build());
    }

    @Override
    public void addTo(Command command) {
        command.spec().addOption(option);
    }

    /** What was given, or else its standard value, or else null. */
    T value() {
        return option.getValue();
    }

    /** What was given, or else the base. */
    T or(T base) {
        T value = value();
        return value == null ? base : value;
    }

    boolean isGiven() {
        return value() != null;
    }

    /** Whether a flag without a value was given. */
    boolean isOn() {
        return Boolean.TRUE.equals(value());
    }

    OptionSpec option() {
        return option;
    }
}
