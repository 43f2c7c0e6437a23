package nn.cli;

import java.io.File;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nn.NnException;
import nn.NnException.Kind;
import nn.ShellWord;
import nn.natives.NativeLibraries;
import nn.report.Printable;
import nn.run.StoppedException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns every failure into one line on the error stream and an exit code. */
final class ErrorHandler implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private static final int INTERNAL_ERROR = 1;
    private static final int USAGE = 2;

    @Override
    public int handleParseException(ParameterException exception, String[] arguments) {
        CommandLine line = exception.getCommandLine();
        showTrace(exception, line);
        return usage(line, problem(exception));
    }

    private static String problem(ParameterException exception) {
        if (isIllegalValue(exception)) {
            return illegalValue(exception);
        }
        if (exception instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (exception instanceof MissingParameterException missing) {
            return missing(missing);
        }
        return exception instanceof OverwrittenOptionException twice
                ? twice((OptionSpec) twice.getOverwritten())
                : exception.getMessage();
    }

    /** The message for an option that is given more than once. */
    static String twice(OptionSpec option) {
        return option.longestName() + " can be given only once";
    }

    private static String missing(MissingParameterException exception) {
        // If an option is unknown too, it is the better explanation.
        CommandLine line = exception.getCommandLine();
        List<String> unknown = line.getUnmatchedArguments();
        if (!unknown.isEmpty() && unknown.get(0).startsWith("-")) {
            return unmatched(new UnmatchedArgumentException(line, unknown));
        }
        ArgSpec missing = exception.getMissing().get(0);
        return missing instanceof OptionSpec option
                ? "%s needs a value (%s)".formatted(option.longestName(), option.paramLabel())
                : "no " + missing.paramLabel() + " given";
    }

    private static String unmatched(UnmatchedArgumentException exception) {
        String word = exception.getUnmatched().get(0);
        CommandSpec spec = exception.getCommandLine().getCommandSpec();
        boolean command =
                !spec.subcommands().isEmpty() && spec.positionalParameters().isEmpty();
        return (exception.isUnknownOption()
                        ? "there is no option '" + word + "'"
                        : command ? "there is no command '" + word + "'" : "unexpected argument '" + word + "'")
                + SimilarWord.of(
                                word,
                                exception.isUnknownOption()
                                        ? options(spec)
                                        : spec.subcommands().keySet())
                        .map(SimilarWord::question)
                        .orElse(fileAdvice(word, spec));
    }

    private static Set<String> options(CommandSpec spec) {
        Set<String> names = new LinkedHashSet<>(spec.optionsMap().keySet());
        names.addAll(spec.negatedOptionsMap().keySet());
        return names;
    }

    /** A file whose name begins with - looks like an option. */
    private static String fileAdvice(String word, CommandSpec spec) {
        boolean file = word.startsWith("-")
                && !spec.positionalParameters().isEmpty()
                && (word.contains(".") || new File(word).exists());
        return file ? "; if it is a file, write " + ShellWord.of("./" + word) : "";
    }

    private static boolean isIllegalValue(ParameterException exception) {
        return exception.getArgSpec() instanceof OptionSpec && exception.getValue() != null;
    }

    /** Picocli's own message would name Java types and constants. */
    private static String illegalValue(ParameterException exception) {
        OptionSpec option = (OptionSpec) exception.getArgSpec();
        return option.arity().max() == 0
                ? option.longestName() + " takes no value"
                : "%s is '%s'; it must be %s%s"
                        .formatted(
                                EnvironmentDefaults.source(option, exception.getValue()),
                                exception.getValue(),
                                LegalValues.of(option, exception.getValue()),
                                SimilarWord.of(exception.getValue(), LegalValues.words(option))
                                        .map(SimilarWord::question)
                                        .orElse(""));
    }

    private static int usage(CommandLine line, String problem) {
        line.getErr()
                .println("nn: " + Printable.of(problem) + "; see '"
                        + line.getCommandSpec().qualifiedName() + " --help'");
        line.getErr().flush();
        return USAGE;
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine line, ParseResult parsed) {
        return report(exception, line);
    }

    /** Prints the message, and returns the exit code. */
    static int report(Throwable problem, CommandLine line) {
        showTrace(problem, line);
        PrintWriter err = line.getErr();
        int exitCode;
        if (problem instanceof StoppedException stopped) {
            err.println("nn: " + Printable.of(stopped.getMessage()));
            exitCode = stopped.exitCode();
        } else if (problem instanceof OutOfMemoryError) {
            err.println("nn: not enough memory (" + Printable.of(String.valueOf(problem.getMessage()))
                    + "); give it more with NN_JAVA_OPTS=-Xmx2g, or use a smaller network or batch");
            exitCode = Kind.ENVIRONMENT.exitCode();
        } else if (problem instanceof LinkageError) {
            err.println("nn: a native library or class cannot be loaded ("
                    + Printable.of(rootCause(problem).toString())
                    + "); see the platforms in README.md, or, if it is damaged, remove "
                    + Printable.of(System.getProperty(NativeLibraries.CACHE, "~/.javacpp/cache")));
            exitCode = Kind.ENVIRONMENT.exitCode();
        } else if (problem instanceof InternalError
                && String.valueOf(problem.getMessage()).contains("unsafe memory access")) {
            // The JVM's answer to SIGBUS. It comes late, and names no file.
            err.println(
                    "nn: a data file was cut short while it was read, or its disk failed; write nothing there during a run");
            exitCode = Kind.BAD_INPUT.exitCode();
        } else if (problem instanceof NnException expected) {
            err.println("nn: " + Printable.of(expected.getMessage()));
            exitCode = expected.kind().exitCode();
        } else {
            err.println("nn: internal error: " + Printable.of(problem.toString())
                    + "; please report it with the output of --stacktrace");
            exitCode = INTERNAL_ERROR;
        }
        err.flush();
        return exitCode;
    }

    private static Throwable rootCause(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** Prints the stack trace with {@code --stacktrace}. */
    private static void showTrace(Throwable problem, CommandLine line) {
        OptionSpec stacktrace = line.getCommandSpec().findOption(CommonOptions.STACKTRACE);
        if (stacktrace != null && Boolean.TRUE.equals(stacktrace.getValue())) {
            problem.printStackTrace(line.getErr());
        }
    }
}
