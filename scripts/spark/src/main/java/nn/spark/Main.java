package nn.spark;

import java.io.FileNotFoundException;
import java.nio.file.AccessDeniedException;
import nn.NnException;
import nn.NnException.Kind;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program that {@code spark-submit} starts. */
@Command(
        name = "nn-spark",
        mixinStandardHelpOptions = true,
        version = "nn-spark 1.0.0",
        description = "Scores images and trains networks of nn on Apache Spark.",
        subcommands = {ScoreCommand.class, TrainCommand.class, SummaryCommand.class})
public final class Main {

    private Main() {}

    /** Ends the process with an exit code of nn unless that is 0, with which a driver ends by itself. */
    public static void main(String[] arguments) {
        int exitCode = run(arguments);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    static int run(String... arguments) {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, command, parsed) -> explained(failure, command))
                .execute(arguments);
    }

    /** One line for what a user can mend; a bug is shown with its trace. */
    private static int explained(Exception failure, CommandLine command) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NnException expected) {
                return said(expected.getMessage(), expected.kind(), command);
            }
            if (cause instanceof FileNotFoundException) {
                return said(cause.getMessage() + "; check the name", Kind.BAD_INPUT, command);
            }
            if (cause instanceof AccessDeniedException || cause instanceof FileAlreadyExistsException) {
                return said(cause.getMessage() + "; check the directories", Kind.ENVIRONMENT, command);
            }
        }
        failure.printStackTrace(command.getErr());
        return 1;
    }

    private static int said(String message, Kind kind, CommandLine command) {
        command.getErr().println("nn-spark: " + message);
        command.getErr().flush();
        return kind.exitCode();
    }
}
