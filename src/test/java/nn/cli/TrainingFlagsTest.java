package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nn.Version;
import nn.checkpoint.RunConfig;
import nn.cli.TrainingFlags.Row;
import nn.json.Json;
import nn.train.Preset;
import nn.train.TrainingConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.ParameterException;

/** Compares the flags of {@code nn train} with the {@code config.json} that it writes. */
class TrainingFlagsTest {

    @TempDir
    private Path scratch;

    private Path configFile;

    @BeforeEach
    void writeConfig() throws IOException {
        Path run = Files.createDirectory(scratch.resolve("base"));
        RunConfig config = new RunConfig(
                Version.text(), SmallMnist.raw().toString(), false, TrainingFlags.DISTINCT, Optional.empty());
        configFile = Files.writeString(run.resolve("config.json"), Json.pretty(config));
    }

    private Map<String, JsonNode> configOf(Object... words) {
        Path out = scratch.resolve("out");
        Cli.run(AllFlags.words("train --out", out, words)).printed();
        return TrainingFlags.leaves(Trainings.config(out).training());
    }

    @Test
    void withoutFlagsEveryValueIsThatOfTheConfigurationFile() throws IOException {
        configOf("--config", configFile);
        assertEquals(Files.readString(configFile), Files.readString(scratch.resolve("out/config.json")));
    }

    @Test
    void allFlagsAtOnceAreAllInTheConfiguration() {
        // Committees allow only one loss, each flag is given once, and deformations must be visible.
        List<String> left = List.of("--members", "--refit", "--no-augment");
        List<Row> rows = rows().filter(row -> !left.contains(row.flag())).toList();
        Object[] flags = rows.stream().flatMap(row -> row.words().stream()).toArray();
        assertEquals(
                TrainingFlags.changed(TrainingFlags.leaves(TrainingFlags.DISTINCT), rows),
                configOf("--config", configFile, flags));
    }

    /** Flags make the training small enough for a test; the preset gives all other values. */
    @ParameterizedTest
    @CsvSource({"DEFAULT, ''", "FAST, --preset fast", "RECORD, --preset RECORD"})
    void whatNoFlagNamesIsThePresets(Preset preset, String named) {
        List<String> small = List.of("--hidden", "--batch-size", "--epochs", "--limit", "--validation");
        List<Row> rows = rows().filter(row -> small.contains(row.flag())).toList();
        Object[] flags = rows.stream().flatMap(row -> row.words().stream()).toArray();
        assertEquals(
                TrainingFlags.changed(TrainingFlags.leaves(preset.config(1, ThreadsOption.all())), rows),
                configOf(named, "--no-test --digits --data", SmallMnist.raw(), flags));
    }

    private static Stream<Row> rows() {
        return Stream.of(TrainingFlags.TRAINING, TrainingFlags.COURSE).flatMap(List::stream);
    }

    /** All flags except the one that the run already has. */
    static Stream<Row> others() {
        return rows().filter(row -> !List.of("--refit", "--threads").contains(row.flag()));
    }

    /** Otherwise one half of a run would be trained in one way, and the other half in another. */
    @ParameterizedTest
    @MethodSource("others")
    void aRunDoesNotGoOnWithAnotherValue(Row row) {
        Cli.Result result = Cli.run(AllFlags.words(
                "train --resume", configFile.getParent(), row.words().toArray()));
        switch (row.flag()) {
            case "--members" -> result.refuses(2, "--members is 5; it must be 1 with --loss binary-cross-entropy");
            case "--epochs" -> result.refuses(2, "cannot be made longer");
            case "--no-refit" -> result.refuses(2, "another configuration: refit is false, the run's is true");
            case "--no-augment" -> result.refuses(2, "another configuration: rotation is 0.0, the run's is 14.0");
            default ->
                result.refuses(2, "another configuration: " + row.flag().substring(2) + " is ", ", the run's is ");
        }
    }

    @Test
    void aCommitteeKeepsOnlyTheInputsThatItsNetworksRead() {
        TrainingConfig two = over(Preset.COMMITTEE, "--members 2");
        assertEquals(
                Preset.COMMITTEE
                        .config(1, ThreadsOption.all())
                        .network()
                        .inputs()
                        .subList(0, 2),
                two.network().inputs());
        assertTrue(assertThrows(ParameterException.class, () -> over(Preset.COMMITTEE, "--loss squared-error"))
                .getMessage()
                .startsWith("--members is 6; it must be 1 with --loss squared-error"));
    }

    private static TrainingConfig over(Preset preset, String flags) {
        return AllFlags.parsed(TrainCommand.class, AllFlags.words("train", flags))
                .over(preset.config(1, ThreadsOption.all()));
    }
}
