package nn.cli;

import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;

/** A flag of a command. After the command line is parsed, it has the given value. */
final class Flag<T> implements Flags {

    private final OptionSpec option;

    private Flag(OptionSpec option) {
        this.option = option;
    }

    /** A flag with a value. */
    static <T> Flag<T> of(Class<T> type, String name, String label, String description) {
        return new Flag<>(OptionSpec.builder(name)
                .type(type)
                .paramLabel(label)
                .description(description)
                .build());
    }

    /** A flag with a list of values, separated by commas. */
    static <E> Flag<List<E>> listOf(Class<E> type, String name, String label, String description) {
        return new Flag<>(OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(type)
                .splitRegex(",")
                .paramLabel(label)
                .description(description)
                .build());
    }

    /** A flag without a value. */
    static Flag<Boolean> on(String name, String description) {
        return new Flag<>(builder(description, name).build());
    }

    /** A flag without a value that also has a short name. */
    static Flag<Boolean> on(String letter, String name, String description) {
        return new Flag<>(builder(description, letter, name).build());
    }

    /** The flag {@code --help}. */
    static Flag<Boolean> help(String description) {
        return new Flag<>(builder(description, "-h", "--help").usageHelp(true).build());
    }

    /** The flag {@code --version}. */
    static Flag<Boolean> version() {
        return new Flag<>(builder("Show the version.", "-V", "--version")
                .versionHelp(true)
                .build());
    }

    private static OptionSpec.Builder builder(String description, String... names) {
        return OptionSpec.builder(names).type(Boolean.class).description(description);
    }

    /** This flag with a default value. */
    Flag<T> standard(String value) {
        return new Flag<>(OptionSpec.builder(option).defaultValue(value).build());
    }

    /** This flag with its own converter, for a list of its elements. */
    Flag<T> readBy(ITypeConverter<?> converter) {
        return new Flag<>(OptionSpec.builder(option).converters(converter).build());
    }

    /** This flag with its legal values, such as {@code relu or tanh}, where the type does not say them ({@link LegalValues}). */
    Flag<T> takes(String legal) {
        return new Flag<>(OptionSpec.builder(option).userObject(legal).build());
    }

    /** This flag with an opposite, {@code --no-...}. */
    Flag<T> negatable() {
        return new Flag<>(OptionSpec.builder(option).negatable(true).build());
    }

    @Override
    public void addTo(Command command) {
        command.spec().addOption(option);
    }

    /** The given value, or else the default value, or else null. */
    T value() {
        return option.getValue();
    }

    /** The given value, or else the base. */
    T or(T base) {
        T value = value();
        return value == null ? base : value;
    }

    boolean isGiven() {
        return value() != null;
    }

    /** Whether it stands on the command line; else its value may be its environment variable's. */
    boolean isTyped() {
        return option.command().commandLine().getParseResult().hasMatchedOption(option);
    }

    /** Whether a flag without a value was given. */
    boolean isOn() {
        return Boolean.TRUE.equals(value());
    }

    OptionSpec option() {
        return option;
    }
}
