package nn.cli;

import picocli.CommandLine.Option;

/** What every command understands. */
final class CommonOptions {

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Show the version.")
    private boolean version;

    @Option(names = {"-q", "--quiet"}, description = "Only the result, no progress.")
    private boolean quiet;

    @Option(names = {"-v", "--verbose"}, description = "Say more about what happens.")
    private boolean verbose;

    @Option(names = "--stacktrace", description = "Show where an error came from.")
    private boolean stacktrace;

    boolean quiet() {
        return quiet;
    }

    boolean verbose() {
        return verbose;
    }

    boolean stacktrace() {
        return stacktrace;
    }
}
