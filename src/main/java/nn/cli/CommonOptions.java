package nn.cli;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nn.Plural;
import nn.report.Terminal;

/** The options of every command. */
final class CommonOptions implements Flags {

    /** The flag that the error handler looks for. */
    static final String STACKTRACE = "--stacktrace";

    static final String QUIET = "--quiet";

    private final Flag<Boolean> quiet = Flag.on("-q", QUIET, "Only the result, no progress.");
    private final Flag<Boolean> verbose = Flag.on("-v", "--verbose", "Say what is read and used.");

    @Override
    public void addTo(Command command) {
        command.add(
                Flag.help("Show this help."),
                Flag.version(),
                quiet,
                verbose,
                Flag.on(STACKTRACE, "Show where an error came from."));
    }

    boolean quiet() {
        return quiet.isOn();
    }

    /** Prints a warning on the error stream, unless {@code --quiet} is given. */
    void warn(Terminal terminal, String warning) {
        messages(terminal).accept("warning: " + warning);
    }

    /** Prints messages on the error stream, unless {@code --quiet} is given. */
    Consumer<String> messages(Terminal terminal) {
        return quiet() ? message -> {} : terminal::say;
    }

    /** Prints warnings on the error stream, unless {@code --quiet} is given. */
    Consumer<String> warnings(Terminal terminal) {
        return warning -> warn(terminal, warning);
    }

    /** Says with {@code --verbose} which file is read. */
    void noteFile(Terminal terminal, Path file) {
        note(terminal, () -> file + ": " + Plural.of(file.toFile().length(), "byte"));
    }

    /** Prints a message on the error stream with {@code --verbose}. */
    void note(Terminal terminal, Supplier<String> message) {
        if (verbose.isOn() && !quiet()) {
            terminal.say(message.get());
        }
    }

    /** Prints messages on the error stream with {@code --verbose}. */
    Consumer<String> notes(Terminal terminal) {
        return message -> note(terminal, () -> message);
    }
}
