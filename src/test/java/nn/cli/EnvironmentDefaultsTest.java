package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of options by environment variables, and where {@code --print-config} says that a value comes from. */
class EnvironmentDefaultsTest {

    @TempDir
    private Path scratch;

    private static Cli.Result printConfig(Map<String, String> environment, Object... flags) {
        return Cli.run(environment, AllFlags.words("train --print-config --data", SmallMnist.raw(), flags));
    }

    /** The value and the origin of a key, from the one JSON document. */
    private static void assertValue(JsonNode printed, String key, String value, String origin) {
        assertEquals(value, printed.at("/config/" + key.replace('.', '/')).asText(), key);
        assertEquals(origin, printed.at("/origins").get(key).asText(), key);
    }

    @Test
    void aFlagBeatsItsVariableWhichBeatsThePreset() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("NN_PRESET", "fast");
        environment.put("NN_LEARNING_RATE", "0.25");
        environment.put("NN_SEED", "4");
        environment.put("NN_HIDDEN", "16,8");
        environment.put("NN_EPOCHS", "");
        Cli.Result result = printConfig(environment, "--json --seed 5");
        JsonNode printed = result.json();
        assertEquals("nn: from the environment: NN_PRESET=fast, NN_HIDDEN=16,8, NN_LEARNING_RATE=0.25\n", result.err());
        assertValue(printed, "data", SmallMnist.raw().toString(), "--data");
        assertValue(printed, "training.preset", "fast", "NN_PRESET");
        assertValue(printed, "training.seed", "5", "--seed");
        assertValue(printed, "training.learningRate", "0.25", "NN_LEARNING_RATE");
        assertEquals("[16,8]", printed.at("/config/training/hidden").toString());
        assertValue(printed, "training.epochs", "7", "preset fast");
        assertValue(printed, "training.limit", "0", "default");
    }

    @Test
    void aFileComesBetweenVariablesAndDefaults() throws IOException {
        Path file = Files.writeString(
                scratch.resolve("config.json"),
                printConfig(Map.of(), "--epochs 3 -q").printed());
        Cli.Result result = printConfig(Map.of("NN_PRESET", "fast", "NN_SEED", "4"), "--json --config", file);
        JsonNode printed = result.json();
        assertTrue(result.err().contains("--config is given, so NN_PRESET is not used"), result::err);
        assertValue(printed, "training.preset", "default", file.toString());
        assertValue(printed, "training.epochs", "3", file.toString());
        assertValue(printed, "training.limit", "0", file.toString());
        assertValue(printed, "training.seed", "4", "NN_SEED");
    }

    @Test
    void whatGivesWayIsSaid() {
        JsonNode printed = printConfig(Map.of(), "--json --preset fast --optimizer sgd --limit 100")
                .json();
        assertValue(printed, "training.learningRate", "0.5", "preset fast, but gave way to --optimizer");
        assertValue(printed, "training.weightDecay", "0.0", "preset fast, but gave way to --optimizer");
        assertValue(
                printed,
                "training.batchSize",
                "84",
                "preset fast, but gave way to the number of images that are left to train on");
        assertValue(printed, "training.augmentation.rotation", "0.0", "preset fast, but gave way to the data");
        JsonNode named =
                printConfig(Map.of(), "--json --digits --no-augment --no-test").json();
        assertValue(named, "training.augmentation.rotation", "0.0", "--no-augment");
        assertValue(named, "test", "false", "--no-test");
    }

    @Test
    void thePrintedConfigurationIsTheOneThatATrainingUses() throws IOException {
        Object[] flags = {"--preset fast --epochs 1 --hidden 8 --limit 100 --no-test"};
        Cli.Result printed = printConfig(Map.of(), flags);
        assertTrue(printed.err().contains("\ntraining.epochs                         --epochs\n"), printed::err);
        assertFalse(printConfig(Map.of(), flags[0], "--quiet").err().contains("training.epochs"));
        Path run = scratch.resolve("run");
        Cli.run(AllFlags.words("train -q --data", SmallMnist.raw(), "--out", run, flags))
                .printed();
        assertEquals(Files.readString(run.resolve("config.json")), printed.out());
    }

    @Test
    void aRunIsResumedAsItWasBegun() {
        Path run = scratch.resolve("run");
        Object[] small = AllFlags.words("train -q --data", SmallMnist.raw(), "--epochs 1 --hidden 8 --no-test");
        Cli.run(AllFlags.words(small, "--out", run)).printed();
        Cli.run(Map.of("NN_SEED", "9", "NN_DATA", "missing"), "train", "-q", "--resume", run)
                .printed();
        Cli.run("train", "--resume", run, "--print-config").refuses(2, "--resume", "--print-config");
    }

    @Test
    void aWrongValueIsTheVariables() {
        printConfig(Map.of("NN_SEED", "many")).refuses(2, "NN_SEED is 'many'; it must be a whole number");
        printConfig(Map.of("NN_PRESET", "fats"))
                .refuses(2, "NN_PRESET is 'fats'; it must be fast", "did you mean fast?");
        printConfig(Map.of("NN_SEED", "many"), "--seed 1 -q").printed();
    }

    /** A switch or the name of a file is about one call. */
    @Test
    void switchesAndOtherFilesHaveNoVariable() {
        Cli.Result result = printConfig(Map.of("NN_QUIET", "true", "NN_OUT", "x", "NN_RESUME", "y", "NN_JSON", "true"));
        assertEquals(result.printed(), printConfig(Map.of()).printed());
        assertEquals(printConfig(Map.of()).err(), result.err());
    }

    @Test
    void allCommandsReadThem() {
        Cli.Result listed = Cli.run(Map.of("NN_DATA", SmallMnist.raw().toString()), "data", "list");
        assertTrue(listed.printed().startsWith(SmallMnist.raw() + "\n"), listed::out);
        assertEquals("nn: from the environment: NN_DATA=" + SmallMnist.raw() + "\n", listed.err());
        assertEquals(
                "",
                Cli.run(Map.of("NN_DATA", SmallMnist.raw().toString()), "data", "list", "-q")
                        .err());
    }
}
