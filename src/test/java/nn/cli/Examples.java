package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Examples of what each flag of a command changes. An example fails if its flag does not do so, or changes something else. */
class Examples {

    /** An example. */
    interface Example {
        void show() throws Exception;
    }

    /** A value that is made on first use and then kept, because several examples need it. */
    static final class Once<T> {

        private final Callable<T> making;
        private T made;

        Once(Callable<T> making) {
            this.making = making;
        }

        T get() throws Exception {
            if (made == null) {
                made = making.call();
            }
            return made;
        }
    }

    private final String command;
    private final Map<String, Example> byFlag = new TreeMap<>();

    Examples(String command) {
        this.command = command;
        flag("--help", () -> {
            Cli.Result help = run("--help");
            assertTrue(help.printed().contains("Usage: " + ("nn " + command).strip() + " "), help::out);
            assertTrue(help.out().lines().allMatch(line -> line.length() <= 80), help::out);
            assertEquals("", help.err());
            assertEquals(help, run("-h"));
        });
        flag("--version", () -> {
            Cli.Result version = run("--version");
            assertTrue(version.printed().matches("nn \\S+.*\nJDK \\d+.*\n(?:ND4J .*\n)?"), version::out);
            assertEquals("", version.err());
            assertEquals(version, run("-V"));
        });
    }

    final Map<String, Example> byFlag() {
        return byFlag;
    }

    final void flag(String name, Example example) {
        assertNull(byFlag.put(name, example), () -> command + " has two examples of " + name);
    }

    /** Runs the command with these words. */
    final Cli.Result run(Object... words) {
        return Cli.run(AllFlags.words(command, AllFlags.words(words)));
    }

    final JsonNode json(Object... words) {
        Cli.Result result = run(words);
        result.printed();
        return result.json();
    }

    /** An example for {@code --stacktrace}. */
    final void stacktrace(Object... failing) {
        flag("--stacktrace", () -> {
            Cli.Result plain = run(failing);
            Cli.Result traced = run(failing, "--stacktrace");
            assertEquals(1, plain.errorLines().size(), plain::toString);
            assertTrue(traced.err().contains("\tat nn."), traced::toString);
            traced.lastLineNames(plain.err().strip());
            assertEquals(plain.out(), traced.out());
            assertEquals(plain.exitCode(), traced.exitCode());
        });
    }

    /** An example for {@code --quiet}, on a command that otherwise also prints this. */
    final void quiet(String said, Object... words) {
        flag("--quiet", () -> {
            Cli.Result loud = run(words);
            assertTrue(loud.err().contains(said), loud::toString);
            assertEquals(
                    withoutTimes(new Cli.Result(loud.exitCode(), loud.out(), "")), withoutTimes(run(words, "--quiet")));
        });
    }

    /** An example for {@code --verbose}. It adds lines that contain these texts, and changes no other line. */
    final void verbose(List<String> said, Object... words) {
        flag("--verbose", () -> {
            Cli.Result loud = run(words, "--verbose");
            Map<Boolean, List<String>> lines = loud.errorLines().stream()
                    .collect(Collectors.partitioningBy(line -> said.stream().anyMatch(line::contains)));
            assertEquals(said.size(), lines.get(true).size(), loud::toString);
            String others = lines.get(false).stream().map(line -> line + "\n").collect(Collectors.joining());
            assertEquals(withoutTimes(run(words)), withoutTimes(new Cli.Result(loud.exitCode(), loud.out(), others)));
        });
    }

    /** Examples for both flags, on a command that prints only its result. */
    final void saysNothingBesides(Object... words) {
        flag("--quiet", () -> assertEquals(withoutTimes(run(words)), withoutTimes(run(words, "--quiet"))));
        verbose(List.of(), words);
    }

    /** An example for a flag that another test covers. */
    final void shownBy(String name, Class<?> test, String method) {
        flag(
                name,
                () -> assertTrue(
                        Stream.of(test.getDeclaredMethods())
                                .filter(one -> one.getName().equals(method))
                                .anyMatch(one -> one.isAnnotationPresent(Test.class)
                                        || one.isAnnotationPresent(ParameterizedTest.class)),
                        () -> test + " has no test " + method));
    }

    /** Removes times and speeds, which differ each time, and the widths of their columns. */
    private static Cli.Result withoutTimes(Cli.Result result) {
        return new Cli.Result(
                result.exitCode(), Trainings.withoutTimes(result.out()), Trainings.withoutTimes(result.err()));
    }

    /** Requires that two documents differ only in these top-level fields. */
    static void differsOnlyIn(List<String> fields, JsonNode first, JsonNode second) {
        assertEquals(
                fields,
                first.properties().stream()
                        .map(Map.Entry::getKey)
                        .filter(name -> !first.get(name).equals(second.get(name)))
                        .toList(),
                () -> first + " and " + second);
        assertFalse(fields.isEmpty());
    }
}
