package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Illegal values are refused with one line, which names the flag and its legal values, before anything is written.
 * {@link FlagBoundsTest} tests values just beyond a bound.
 */
class IllegalValuesTest {

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--epochs        | 1e9    | 1 to 1000000",
                "--epochs        | abc    | 1 to 1000000",
                "--epochs        | 2.5    | 1 to 1000000",
                "--epochs        | ''     | 1 to 1000000",
                "--learning-rate | NaN    | above 0",
                "--learning-rate | Inf    | above 0",
                "--learning-rate | '0,1'  | above 0",
                "--seed          | 18446744073709551616 | -2^63",
                "--seed          | x      | -2^63",
                "--hidden        | 2000000 | from 1 to 1048576",
                "--hidden        | big    | 1 to 1048576",
                "--dropout       | NaN    | 0 to below 1",
                "--activation    | step   | a function with a slope",
                "--activation    | swish  | 'relu, tanh, sigmoid or identity'",
                "--loss          | hinge  | 'softmax-cross-entropy, binary-cross-entropy'",
                "--init          | -1     | he, xavier or a standard deviation",
                "--init          | best   | he, xavier or a standard deviation",
                "--optimizer     | lion   | 'sgd, momentum, nesterov, adam or adamw'",
                "--schedule      | linear | 'constant, step'",
                "--preset        | slow   | 'fast, default, accurate, record or committee'",
                "--min-accuracy  | NaN    | from 0 to 1",
                "--checkpoint-interval | 1d   | '200ms, 30s or 5m, or a number of steps'",
                "--time-limit    | 20     | '20s, 5m or 1h'",
                "--checkpoint-interval | -1s  | '200ms, 30s or 5m, or a number of steps'"
            })
    void ofTrain(String flag, String value, String legal) {
        Path out = scratch.resolve("run");
        Cli.run("train", "--data", SmallMnist.raw(), "--out", out, flag, value)
                .refuses(2, flag, value, legal, "; see 'nn train --help'");
        assertEquals(List.of(), CommandsTest.contents(scratch));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eval    | --threads | two   | 1 to 256",
                "eval    | --split   | all   | test or train",
                "predict | --top     | best  | it must be a whole number;",
                "predict | --invert  | maybe | 'auto, yes or no'",
                "train   | --config  | ''    | the name of a file",
                "train   | --resume  | ''    | the name of a file or directory",
                "train   | --hidden  | '5,'  | 'whole numbers separated by commas, 1 to 1048576 each, or none;'",
                "train   | --hidden  | ','   | whole numbers separated by commas",
                "data show | --index | '7,'  | whole numbers separated by commas;",
                "data show | --png   | ''    | the name of a file",
                "data list | --data  | ''    | the name of a file or directory",
                "bench train | --hidden | x    | 1 to 1048576",
                "bench accuracy | --data | '' | the name of a file or directory",
                "lesson  | --plot    | ''    | the name of a file"
            })
    void ofOtherCommands(String command, String flag, String value, String legal) {
        List<Object> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of(flag, value));
        if (command.equals("predict")) {
            words.add("x.png");
        }
        Cli.run(words.toArray()).refuses(2, flag, value, legal, "; see 'nn " + command + " --help'");
    }

    @Test
    void flagsThatContradictEachOtherAreRefused() {
        Path out = scratch.resolve("run");
        Cli.run("train", "--preset", "fast", "--config", "x", "--out", out).refuses(2, "--preset", "--config");
        Cli.run("train", "--resume", out, "--force").refuses(2, "--resume", "--force");
        Cli.run("train", "--resume", out, "--out", out).refuses(2, "--resume", "--out");
        Cli.run("train", "--optimizer", "adam", "--weight-decay", "0.1", "--out", out)
                .refuses(2, "--weight-decay", "adamw");
        Cli.run("train", "--out", out, "--out", scratch).refuses(2, "nn: --out can be given only once; see ");
        Cli.run("train", "--epochs", "1", "--hidden", "9", "--epochs", "2", "--out", out)
                .refuses(2, "--epochs", "only once");
        Cli.run("train", "--rotation", "9", "--rotation", "9", "--out", out).refuses(2, "--rotation", "only once");
        Cli.run("bench", "train", "--hidden", "9", "--hidden", "8").refuses(2, "--hidden", "only once");
        Cli.run("data", "show", "--index", "1", "--index", "2").refuses(2, "--index", "only once");
        Cli.run("bench", "gemm", "--hidden", "9", "--hidden", "8").refuses(2, "--hidden", "only once");
        Cli.run("lesson", "gradient-check", "--hidden", "9", "--hidden", "8").refuses(2, "--hidden", "only once");
        Cli.run("eval", "--images", scratch, "--data", scratch).refuses(2, "--images", "--data");
        Cli.run("predict", "--json", "--csv", "x.png").refuses(2, "--json", "--csv");
        assertEquals(List.of(), CommandsTest.contents(scratch));
    }

    @Test
    void aBatchIsNoLargerThanWhatTheUsualSplitLeaves() {
        Path out = scratch.resolve("run");
        Cli.run("train", "--data", SmallMnist.raw(), "--out", out, "--limit", "10", "--batch-size", "10")
                .refuses(2, "--batch-size is 10", "at most 9, the number of examples that are left to train on");
        assertEquals(List.of(), CommandsTest.contents(scratch));
    }

    @Test
    void aNetworkThatIsTooLargeLeavesNothingBehind() {
        Cli.run("train", "--data", SmallMnist.raw(), "--out", scratch.resolve("run"), "--hidden", "1048576,1048576")
                .refuses(2, "784-1048576-1048576-10 has more than 268435456 parameters");
        assertEquals(List.of(), CommandsTest.contents(scratch));
    }

    @Test
    void flagsThatWouldDoNothingAreRefused() {
        Cli.run("eval", "--images", scratch, "--split", "test").refuses(2, "--images", "--split");
        Cli.run("eval", "--data", scratch, "--invert", "yes").refuses(2, "--images", "--invert");
        Cli.run("eval", "--raw").refuses(2, "--images", "--raw");
        Cli.run("predict", "--show", "--json", "x.png").refuses(2, "--show", "--json");
        Cli.run("predict", "--show", "--csv", "x.png").refuses(2, "--show", "--csv");
        Cli.run(
                        "train",
                        "--validation",
                        0,
                        "--patience",
                        2,
                        "--data",
                        SmallMnist.raw(),
                        "--out",
                        scratch.resolve("run"))
                .refuses(2, "--patience is 2", "validation split");
        assertEquals(List.of(), CommandsTest.contents(scratch));
    }

    @Test
    void aFlagWithoutItsValueIsRefused() {
        Cli.run("train", "--epochs").refuses(2, "--epochs", "; see 'nn train --help'");
        Cli.run("train", "--out").refuses(2, "--out", "; see 'nn train --help'");
    }

    @Test
    void aMissingValueIsSaid() {
        Cli.run("train", "--out").refuses(2, "nn: --out needs a value (DIR); see ");
        Cli.run("train", "--epochs", "--seed", "3").refuses(2, "nn: --epochs needs a value (N); see ");
    }

    /** As a path, an address would lose a slash. */
    @Test
    void aWebAddressIsNoFile() {
        String address = "https://example.com/a";
        Cli.run("train", "--data", address).refuses(2, "nn: --data is " + address + ", and nn reads only files; ");
        Cli.run("predict", "--model", address, "a.png").refuses(2, "nn: --model is " + address + ", ");
        Cli.run("inspect", address).refuses(2, "nn: FILE is " + address + ", ");
    }
}
