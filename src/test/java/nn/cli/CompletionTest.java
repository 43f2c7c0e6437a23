package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;

/** Completion, by interactive shells on a terminal of their own: {@code <Tab>} is typed, and the command prints its arguments. */
@Tag("process")
class CompletionTest {

    private static final Map<String, String> SHELLS = Map.of(
            "bash", "bash --norc --noprofile -i",
            "zsh", "zsh -f -i");

    private static final Map<String, String> PREPARATIONS = Map.of(
            "bash", "source ./script",
            "zsh", "autoload -U compinit; compinit -D; source ./script");

    @TempDir
    private Path scratch;

    /** The arguments of each command line that is typed. */
    private List<String> typed(String shell, String... lines) throws IOException, InterruptedException {
        assumeTrue(isThere(shell), () -> "no " + shell + " here");
        assumeTrue(isThere("script"), "no script(1) here, which makes terminals");
        Files.writeString(
                scratch.resolve("script"), Cli.run("completion", shell).printed());
        Path input = Files.writeString(
                scratch.resolve("input"),
                PREPARATIONS.get(shell) + "\nnn() { printf '<%s>' \"$@\"; echo; }\n" + String.join("\n", lines)
                        + "\nexit\n");
        Path output = scratch.resolve("output");
        ProcessBuilder builder = new ProcessBuilder("script", "-qec", SHELLS.get(shell), "/dev/null")
                .directory(scratch.toFile())
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("TERM", "dumb");
        Process process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the shell ends");
        return Files.readAllLines(output).stream()
                .filter(line -> line.startsWith("<"))
                .map(String::strip)
                .toList();
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void commandsFlagsAndTheirValuesAreCompleted(String shell) throws IOException, InterruptedException {
        assertEquals(
                List.of(
                        "<train><--preset=accurate>",
                        "<train><--optimizer><nesterov>",
                        "<data><verify>",
                        "<data><show><--preset><fast>",
                        "<bench><startup>",
                        "<train><--no-refit>",
                        "<train><--inputs><gradients,both>"),
                typed(
                        shell,
                        "nn tr\t--preset=acc\t",
                        "nn train --optimizer nest\t",
                        "nn da\tver\t",
                        "nn data show --preset f\t",
                        "nn be\tsta\t",
                        "nn train --no-ref\t",
                        "nn train --inputs gradients,bo\t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void lessonsAreCompleted(String shell) throws IOException, InterruptedException {
        assertEquals(
                List.of("<lesson><beans>", "<lesson><gradient-check><--hidden>"),
                typed(shell, "nn lesson bea\t", "nn lesson gradient-c\t--hid\t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void filesAreCompletedAlsoThoseWithBlanks(String shell) throws IOException, InterruptedException {
        Files.createFile(scratch.resolve("photo.png"));
        Files.createFile(scratch.resolve("my file.png"));
        Files.createDirectory(scratch.resolve("digits"));
        Files.createFile(scratch.resolve("dig.txt"));
        assertEquals(
                List.of(
                        "<predict><photo.png>",
                        "<predict><my file.png>",
                        "<eval><--model><photo.png>",
                        // Only directories. Zsh takes the slash away again at the end of a line.
                        "<train><--data><digits" + (shell.equals("zsh") ? "" : "/") + ">"),
                typed(
                        shell,
                        "nn predict pho\t",
                        "nn predict my\\ f\t",
                        "nn eval --model pho\t",
                        "nn train --data di\t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void everyCommandAndFlagIsInTheScript(String shell) {
        String script = Cli.run("completion", shell).printed();
        for (Map.Entry<String, List<OptionSpec>> command : AllFlags.byCommand().entrySet()) {
            String place = shell.equals("zsh")
                    ? "\n_" + ("nn " + command.getKey()).strip().replaceAll("[ -]", "_") + "() {"
                    : "'" + ("nn " + command.getKey()).strip() + "') _nn_words '";
            int start = script.indexOf(place);
            assertTrue(start >= 0, () -> "no " + place);
            String part = shell.equals("zsh")
                    ? script.substring(start, script.indexOf("\n}\n", start))
                    : script.substring(start, script.indexOf('\n', start));
            for (OptionSpec flag : command.getValue()) {
                assertTrue(part.contains(flag.longestName()), () -> "no " + flag + " in " + part);
            }
        }
    }

    @Test
    void anUnknownShellIsAUsageError() {
        Cli.run("completion", "bsh").refuses(2, "there is no command 'bsh', did you mean bash?");
        Cli.run("completion").refuses(2, "no command given; choose bash or zsh;");
    }
}
