package nn.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nn.report.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The entry point of {@code nn}. */
public final class Main {

    private Main() {}

    /** Runs the command that the arguments name, and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // Output has the same bytes everywhere; some locales have their own digits.
        Locale.setDefault(Locale.ROOT);
        PrefetchedModel prefetched = PrefetchedModel.none();
        switch (arguments.length > 0 ? arguments[0] : "") {
            case "predict" -> {
                prefetched = PrefetchedModel.start(arguments);
                JvmWarmUp.forPictures();
            }
            case "train" -> JvmWarmUp.forTraining(arguments);
            default -> {}
        }
        StandardOutput stdout = StandardOutput.ofProcess();
        PrintWriter out = new PrintWriter(stdout, false, stdout.charset());
        PrintStream stderr = System.err;
        PrintWriter err = new PrintWriter(stderr, true);
        // ND4J prints banners on System.out, so results use another stream.
        System.setOut(stderr);
        Terminal terminal = Terminal.ofProcess(out, err, System.getenv(), System.getProperty("nn.terminal", ""));
        int exitCode = run(terminal, prefetched, arguments);
        out.flush();
        err.flush();
        System.exit(stdout.exitCode(exitCode, err));
    }

    /** Runs a command in this process and returns its exit code. */
    static int run(Terminal terminal, PrefetchedModel prefetched, String... words) {
        return run(System.getenv(), terminal, prefetched, words);
    }

    /** The same with other environment variables for options. */
    static int run(Map<String, String> environment, Terminal terminal, PrefetchedModel prefetched, String... words) {
        String[] arguments = helpAsOption(words);
        CommandLine line = NnCommand.commandLine(terminal, prefetched, arguments);
        EnvironmentDefaults.of(environment, arguments).ifPresent(line::setDefaultValueProvider);
        try {
            return line.execute(arguments);
        } catch (Error e) {
            // Picocli handles exceptions, but not errors such as OutOfMemoryError.
            return ErrorHandler.report(e, named(line));
        }
    }

    /** The line of the command that was named, with its options. */
    private static CommandLine named(CommandLine line) {
        ParseResult parsed = line.getParseResult();
        while (parsed != null && parsed.hasSubcommand()) {
            parsed = parsed.subcommand();
        }
        return parsed == null ? line : parsed.commandSpec().commandLine();
    }

    /**
     * Turns {@code nn help train} into {@code nn train --help}, and {@code nn help trian} into {@code nn trian}, which is
     * refused.
     */
    private static String[] helpAsOption(String... words) {
        if (words.length == 0 || !words[0].equals("help")) {
            return words;
        }
        List<String> arguments = new ArrayList<>(Arrays.asList(words).subList(1, words.length));
        boolean refused =
                !arguments.isEmpty() && !arguments.get(0).startsWith("-") && !NnCommand.isCommand(arguments.get(0));
        if (!refused && !arguments.contains("-h") && !arguments.contains("--help")) {
            arguments.add("--help");
        }
        return arguments.toArray(String[]::new);
    }
}
