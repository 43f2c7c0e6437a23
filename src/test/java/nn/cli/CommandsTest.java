package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The behavior that all commands share. */
class CommandsTest {

    /** A command line, up to what is the shell's. */
    private static final Pattern NN_IN_SHELL = Pattern.compile("\\bnn ([^|<>#)\"]*)");

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @ValueSource(strings = {"", "train", "data list"})
    void helpIsAlsoACommand(String command) {
        String help = Cli.run(words(command, "--help")).printed();
        assertEquals(help, Cli.run(words("help", command)).printed());
        assertEquals(help, Cli.run(words(("help " + command).strip(), "-h")).printed());
    }

    @Test
    void helpShowsCommandsAndExitCodes() {
        String help = Cli.run("--help").printed();
        for (String line : List.of(
                "  train       Train a network",
                "  0               done",
                "  2               usage",
                "  3               bad input",
                "  4               model missing or bad",
                "  5               training diverged",
                "  6               a demanded target",
                "  7               cannot write",
                "  129, 130, 143   stopped")) {
            assertTrue(help.contains("\n" + line), () -> "no '" + line + "' in " + help);
        }
    }

    static Stream<String> commands() {
        return AllFlags.commands().stream().filter(command -> !command.isEmpty());
    }

    /** Java would break them at the dot. */
    @ParameterizedTest
    @CsvSource({
        "eval, runs/latest/model.safetensors",
        "bench predict, runs/latest/model.safetensors",
        "lesson gradient-check, .gz"
    })
    void helpDoesNotBreakNames(String command, String name) {
        String help = Cli.run(words(command, "--help")).printed();
        assertTrue(help.contains(" " + name + " ") || help.contains(" " + name + ","), help);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpFitsEightyColumns(String command) {
        String help = Cli.run(words(command, "--help")).printed();
        assertTrue(help.lines().allMatch(line -> line.length() < 80), help);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandRefusesAnUnknownFlagAndSuggestsTheRightOne(String command) {
        Cli.run(words(command, "--stacktrase x"))
                .refuses(
                        2,
                        "'--stacktrase'",
                        "did you mean --stacktrace?",
                        "see '" + ("nn " + command).strip() + " --help'");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyHelpHasExamples(String command) {
        String help = Cli.run(words(command, "--help")).printed();
        assertTrue(help.contains("\nExamples:\n  "), () -> "give 'nn " + command + "' an example: " + help);
        help.substring(help.indexOf("\nExamples:\n") + 11).lines().forEach(line -> {
            Matcher example = NN_IN_SHELL.matcher(line);
            assertTrue(example.find(), line);
            // It throws if a flag or a value is wrong.
            AllFlags.parsed(Command.class, (Object[]) example.group(1).strip().split(" "));
            assertTrue(example.group(1).startsWith(command.split(" ")[0]), line);
        });
    }

    @Test
    void theHelpShowsOnceHowAListGoesOn() {
        assertTrue(Cli.run("train", "--help").printed().contains(" --join=RUN[,RUN...] "));
    }

    @Test
    void theHelpNamesTheVariables() {
        String help = Cli.run("--help").printed();
        for (String name : List.of("NN_OPTION", "NN_MODEL", "NN_JAVA_OPTS", "JAVA_HOME", "NO_COLOR", "LC_ALL, LANG")) {
            assertTrue(help.contains("\n  " + name + " "), () -> "no " + name + " in " + help);
        }
    }

    @Test
    void aMistypedValueIsSuggested() {
        Cli.run("train", "--preset", "acurate").refuses(2, "'acurate'", "did you mean accurate?");
        Cli.run("train", "--activation", "tahn").refuses(2, "'tahn'", "did you mean tanh?");
        Cli.run("lesson", "beens").refuses(2, "there is no lesson 'beens', did you mean beans?; ");
    }

    @Test
    void flagsOfACommandStandBehindIt() {
        Cli.run("--quiet", "train").refuses(2, "'--quiet'", "see 'nn --help'");
    }

    @Test
    void anUnknownCommandIsAUsageErrorWithASuggestion() {
        Cli.run("trian").refuses(2, "there is no command 'trian'", "did you mean train?", "see 'nn --help'");
        Cli.run("hlep").refuses(2, "there is no command 'hlep'; see 'nn --help'");
        Cli.run("help", "trian").refuses(2, "there is no command 'trian'", "did you mean train?", "see 'nn --help'");
        Cli.run("--", "lesson").refuses(2, "there is no command 'lesson'; see 'nn --help'");
        Cli.run("lesson", "beans", "xor").refuses(2, "unexpected argument 'xor'", "see 'nn lesson --help'");
        Cli.run("data", "lst").refuses(2, "there is no command 'lst'", "did you mean list?", "see 'nn data --help'");
    }

    @Test
    void noCommandIsAUsageError() {
        Cli.run().refuses(2, "no command given", "see 'nn --help'");
        Cli.run("bench")
                .refuses(
                        2,
                        "no command given; choose gemm, train, predict, accuracy or startup;",
                        "see 'nn bench --help'");
        Cli.run("data")
                .refuses(2, "no command given; choose list, show, verify, fetch or convert;", "see 'nn data --help'");
        Cli.run("predict").refuses(2, "nn: no IMAGE given; ", "see 'nn predict --help'");
        Cli.run("inspect").refuses(2, "nn: no FILE given; ", "see 'nn inspect --help'");
        Cli.run("inspect", "").refuses(2, "FILE cannot be ''", "see 'nn inspect --help'");
    }

    @Test
    void aMistypedFlagIsSuggestedAlsoWhenItHasAValue() {
        Cli.run("train", "--lerning-rate", "1").refuses(2, "'--lerning-rate'", "did you mean --learning-rate?");
        Cli.run("train", "--thread", "1").refuses(2, "'--thread'", "did you mean --threads?");
        Cli.run("train", "--no-augmen").refuses(2, "'--no-augmen'", "did you mean --no-augment?");
    }

    @Test
    void missingFilesAreOneLineAndAnExitCode() {
        Path missing = scratch.resolve("missing");
        Cli.run("train", "--data", missing, "--out", scratch.resolve("run")).refuses(3, "nn: " + missing, "; ");
        Cli.run("train", "--config", missing, "--out", scratch.resolve("run")).refuses(3, "nn: " + missing, "; ");
        Cli.run("train", "--resume", missing).refuses(4, "nn: " + missing, "; ");
        Cli.run("eval", "--model", missing).refuses(4, "nn: " + missing, "; ");
        Cli.run("predict", "--model", missing, "x.png").refuses(4, "nn: " + missing, "; ");
        Cli.run("inspect", missing).refuses(4, "nn: " + missing, "; ");
        Cli.run("bench", "train", "--data", missing).refuses(3, "nn: " + missing, "; ");
        Cli.run("data", "list", "--data", missing).refuses(3, "nn: " + missing, "; ");
        Cli.run("data", "show", "--data", missing).refuses(3, "nn: " + missing, "; ");
        Cli.run("data", "verify", "--data", missing).refuses(3, "nn: " + missing, "; ");
        assertEquals(List.of(), contents(scratch));
    }

    static Stream<byte[]> corrupt() {
        return Stream.of(
                new byte[0],
                new byte[1],
                new byte[1000],
                "A text.\nOf two lines.\n".getBytes(),
                SmallMnist.testPng(0),
                new byte[] {(byte) 0xac, (byte) 0xed, 0, 5, 's', 'r'});
    }

    @ParameterizedTest
    @MethodSource("corrupt")
    void corruptFilesAreOneLineAndAnExitCode(byte[] content) throws IOException {
        Path file = Files.write(scratch.resolve("file"), content);
        Files.write(scratch.resolve("train-images-idx3-ubyte"), content);
        Files.write(scratch.resolve("train-labels-idx1-ubyte"), content);
        Path run = Files.createDirectory(scratch.resolve("run"));
        Files.write(run.resolve("config.json"), content);
        List<String> before = contents(scratch);
        Cli.run("train", "--data", scratch, "--out", scratch.resolve("new")).refuses(3, "nn: " + scratch, "; ");
        Cli.run("train", "--config", file, "--out", scratch.resolve("new")).refuses(3, "nn: " + file, "; ");
        Cli.run("train", "--resume", run).refuses(4, "nn: " + run.resolve("config.json"), "; ");
        Cli.run("eval", "--model", file).refuses(4, "nn: " + file, "; ");
        Cli.run("predict", "--model", file, "x.png").refuses(4, "nn: " + file, "; ");
        Cli.run("inspect", file).refuses(4, "nn: " + file, "; ");
        Cli.run("bench", "train", "--data", scratch).refuses(3, "nn: " + scratch, "; ");
        assertEquals(before, contents(scratch));
    }

    @Test
    void aDirectoryIsNoModel() {
        Cli.run("inspect", scratch).refuses(4, "nn: " + scratch, "directory", "; ");
    }

    @Test
    void aStackTraceIsShownOnlyOnDemand() {
        Cli.Result result = Cli.run("inspect", "--stacktrace", scratch.resolve("missing"));
        assertEquals(4, result.exitCode());
        assertTrue(result.err().contains("\tat nn.cli.InspectCommand.call("), result.err());
        result.lastLineNames("missing");
    }

    private static Object[] words(String command, String flag) {
        return (command + " " + flag).strip().split(" ");
    }

    static List<String> contents(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.skip(1)
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
