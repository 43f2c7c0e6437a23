package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import nn.report.Terminal;
import picocli.CommandLine;

/** Runs commands in this process, without a terminal. */
public final class Cli {

    /** What a command printed, and its exit code. */
    public record Result(int exitCode, String out, String err) {

        /** Requires exit code 0, and returns the output. */
        String printed() {
            assertEquals(0, exitCode, this::toString);
            return out;
        }

        /** The output, which must be exactly one JSON document. */
        JsonNode json() {
            try {
                return ONE_DOCUMENT.readTree(out);
            } catch (JsonProcessingException e) {
                return fail(toString(), e);
            }
        }

        /** Requires a failure with this exit code, no output, and one message that contains all parts. */
        void refuses(int code, String... parts) {
            assertEquals(code, exitCode, this::toString);
            assertEquals("", out, this::toString);
            lastLineNames(parts);
            assertEquals(1, err.lines().count(), this::toString);
        }

        /** Requires that the last line of the error stream is a message of nn that contains all parts. */
        void lastLineNames(String... parts) {
            assertTrue(err.endsWith("\n"), this::toString);
            String line = errorLines().get(errorLines().size() - 1);
            assertTrue(line.startsWith("nn: "), this::toString);
            assertFalse(line.contains("internal error"), this::toString);
            for (String part : parts) {
                assertTrue(line.contains(part), () -> "no '" + part + "' in " + this);
            }
        }

        List<String> errorLines() {
            return err.lines().toList();
        }
    }

    private static final ObjectMapper ONE_DOCUMENT =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Cli() {}

    static Result run(Object... arguments) {
        return run(false, arguments);
    }

    /** @param unicode whether the output can show block characters */
    static Result run(boolean unicode, Object... arguments) {
        return run(unicode, Map.of(), arguments);
    }

    /** Runs a command with these environment variables for its options. */
    static Result run(Map<String, String> environment, Object... arguments) {
        return run(false, environment, arguments);
    }

    private static Result run(boolean unicode, Map<String, String> environment, Object... arguments) {
        return run(unicode, terminal -> Main.run(environment, terminal, PrefetchedModel.none(), words(arguments)));
    }

    /** Runs a given command object, with its own flags. */
    static Result run(Function<Terminal, Command> command, Object... arguments) {
        return run(false, terminal -> new CommandLine(command.apply(terminal).spec()).execute(words(arguments)));
    }

    private static Result run(boolean unicode, ToIntFunction<Terminal> program) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, false, unicode, 80);
        int exitCode = program.applyAsInt(terminal);
        terminal.out().flush();
        terminal.err().flush();
        return new Result(exitCode, out.toString(), err.toString());
    }

    private static String[] words(Object... arguments) {
        return Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
    }
}
