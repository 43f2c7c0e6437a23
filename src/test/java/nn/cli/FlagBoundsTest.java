package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nn.cli.FlagBounds.Bound;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.OptionSpec;

/** The lowest and the highest value of every numeric flag are legal, and the next values beyond them are refused. */
class FlagBoundsTest {

    @TempDir
    private Path scratch;

    /** A new numeric flag has bounds, which FlagBounds must list. */
    @Test
    void everyNumberHasItsBoundsHere() {
        Map<String, Set<String>> numeric = new TreeMap<>();
        AllFlags.byCommand().forEach((command, flags) -> {
            Set<String> names = flags.stream()
                    .filter(AllFlags::isNumeric)
                    .map(OptionSpec::longestName)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!names.isEmpty()) {
                numeric.put(command, names);
            }
        });
        Map<String, Set<String>> bounded = new TreeMap<>();
        FlagBounds.BY_COMMAND.forEach((command, bounds) ->
                bounded.put(command, bounds.stream().map(Bound::flag).collect(Collectors.toCollection(TreeSet::new))));
        assertEquals(numeric, bounded);
        assertFalse(numeric.isEmpty());
    }

    @TestFactory
    Stream<DynamicContainer> whatIsAtABoundIsLegalAndWhatIsBeyondIsNot() {
        return FlagBounds.BY_COMMAND.entrySet().stream()
                .map(command -> dynamicContainer(
                        "nn " + command.getKey(),
                        command.getValue().stream().flatMap(bound -> tests(command.getKey(), bound))));
    }

    private Stream<DynamicTest> tests(String command, Bound bound) {
        Stream<DynamicTest> legal = Stream.of(bound.lowest(), bound.highest())
                .distinct()
                .map(value -> dynamicTest(bound + " " + value, () -> {
                    Cli.Result without = Cli.run(line(command, bound));
                    assertEquals(without, Cli.run(line(command, bound, bound.flag(), value)));
                }));
        Stream<DynamicTest> illegal = Stream.of(bound.below(), bound.above())
                .flatMap(Optional::stream)
                .map(value -> dynamicTest(bound + " " + value + " is refused", () -> {
                    Cli.run(line(command, bound, bound.flag(), value))
                            .refuses(2, bound.flag(), value, bound.legal(), "; see 'nn " + command + " --help'");
                    assertEquals(List.of(), CommandsTest.contents(scratch));
                }));
        return Stream.concat(legal, illegal);
    }

    /** A command line that fails after its flags are checked, or ends quickly with the same output for all legal values. */
    private Object[] line(String command, Bound bound, Object... more) {
        Path missing = scratch.resolve("missing");
        Object[] words = switch (command) {
            case "train" -> AllFlags.words("--out", scratch.resolve("run"), "--data", missing);
            case "bench train" -> AllFlags.words("--data", missing, "--optimizer sgd");
            case "bench accuracy" -> AllFlags.words("--data", missing);
            case "bench startup" -> new Object[0];
            case "bench gemm" ->
                AllFlags.words(bound.flag().equals("--hidden") ? "--rounds 0" : "--hidden 65536,65536");
            case "data show" ->
                bound.flag().equals("--index")
                        ? AllFlags.words("--png", scratch.resolve("missing/x.png"), "--data", SmallMnist.raw())
                        : AllFlags.words("--augment --data", missing);
            case "data convert" ->
                AllFlags.words(
                        missing,
                        "--out",
                        scratch.resolve("out"),
                        bound.flag().equals("--seed") ? "--test-share 0.1" : "");
            case "predict" -> AllFlags.words("--model", missing, "x.png");
            case "import" -> AllFlags.words(missing, "--out", scratch.resolve("model"));
            case "detector" -> new Object[] {missing};
            case "read" -> AllFlags.words("--model", missing, "x.png");
            case "eval" ->
                AllFlags.words(
                        "--model", missing, ReadingOptions.NAMES.contains(bound.flag()) ? "--numbers pages" : "");
            case "serve", "bench predict" -> AllFlags.words("--model", missing);
            case "lesson" -> AllFlags.words("matrix -q");
            case "lesson gradient-check" -> AllFlags.words("--plot", scratch.resolve("missing/x.png"));
            default -> throw new IllegalArgumentException("no command line for " + command);
        };
        return AllFlags.words(command, words, more);
    }

    private Cli.Result train(String flags) {
        return Cli.run(AllFlags.words(
                "train -q --no-test --epochs 1 --hidden 4 --threads 1 --data",
                SmallMnist.raw(),
                "--out",
                scratch.resolve("run"),
                "--force",
                flags));
    }

    @Test
    void aBatchMayHaveAllTheImagesThatAreTrainedOnAndNoMore() {
        train("--limit 60 --validation 20 --batch-size 40").printed();
        train("--limit 60 --validation 20 --batch-size 41")
                .refuses(
                        2,
                        "--batch-size is 41; it must be at most 40, the number of examples that are left to train on");
    }

    @Test
    void allButOneImageMayBeKeptForValidation() {
        train("--validation 1199 --batch-size 1").printed();
        train("--validation 1200 --batch-size 1")
                .refuses(2, "--validation is 1200; it must be less than the 1200 training examples");
    }

    @Test
    void oneImageMayBeTrainedOn() {
        train("--limit 1 --validation 0 --batch-size 1").printed();
    }

    @Test
    void everyNetworkMayReadItsOwnInputs() {
        train("--members 2 --inputs pixels,gradients --limit 60 --batch-size 8").printed();
        train("--members 2 --inputs pixels,gradients,both --limit 60 --batch-size 8")
                .refuses(2, "--inputs is pixels,gradients,both; it must be at most one for each of --members 2");
    }
}
