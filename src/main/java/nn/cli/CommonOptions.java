package nn.cli;

import java.util.function.Supplier;
import nn.report.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What every command understands. */
@Command(versionProvider = Version.class)
final class CommonOptions {

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Show the version.")
    private boolean version;

    @Option(names = {"-q", "--quiet"}, description = "Only the result, no progress.")
    private boolean quiet;

    @Option(names = {"-v", "--verbose"}, description = "Say what is read and used.")
    private boolean verbose;

    @Option(names = "--stacktrace", description = "Show where an error came from.")
    private boolean stacktrace;

    boolean quiet() {
        return quiet;
    }

    /** Says something on the error stream, if the user wants to hear more. */
    void note(Terminal terminal, Supplier<String> message) {
        if (verbose && !quiet) {
            terminal.say(message.get());
        }
    }

    boolean stacktrace() {
        return stacktrace;
    }
}
