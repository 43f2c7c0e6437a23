package nn.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nn.NnException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code train} in this process, with real trainings in processes of their own. */
class TrainTest {

    private static final List<String> SMALL =
            List.of("--hidden", "8", "--epochs", "1", "--limit", "600", "--no-augment");

    @TempDir
    private Path scratch;

    @BeforeAll
    static void here() {
        System.setProperty("spark.master", "local[2]");
        System.setProperty("spark.ui.enabled", "false");
    }

    private static int train(Path output, Object... words) {
        List<String> all = new java.util.ArrayList<>(
                List.of("train", "--nn", Program.NN.toString(), "--output", output.toString()));
        for (Object word : words) {
            all.add(word.toString());
        }
        return Main.run(all.toArray(String[]::new));
    }

    private static String weights(Path run) throws IOException {
        return new ObjectMapper()
                .readTree(run.resolve("report.json").toFile())
                .at("/weightsDigest")
                .asText();
    }

    @Test
    void aCommitteeIsTheOneThatOneMachineTrains() throws IOException, InterruptedException {
        Path output = scratch.resolve("spark");
        Object[] words = {"--members", 2, "--", "--hidden", 8, "--epochs", 1, "--limit", 600, "--no-augment"};
        assertEquals(0, train(output, words));
        Path here = scratch.resolve("here");
        Program.run(
                Program.NN,
                "train",
                "--quiet",
                "--members",
                2,
                "--out",
                here,
                "--hidden",
                8,
                "--epochs",
                1,
                "--limit",
                600,
                "--no-augment");
        assertEquals(weights(here), weights(output.resolve("committee")));
        assertEquals(7, train(output, words), "the committee is there");
    }

    @Test
    void runsThatAreThereAreNotTrainedAgainAndReportComparesThem() throws IOException, InterruptedException {
        Path sweep = Files.writeString(scratch.resolve("sweep.txt"), "a: --hidden 8\nb: --hidden 9\n");
        Path output = scratch.resolve("runs");
        Object[] words = {"--sweep", sweep, "--seeds", 1, "--test", "--", "--epochs", 1, "--limit", 600, "--no-augment"
        };
        assertEquals(0, train(output, words));
        String first = Files.readString(output.resolve("a-seed-1/report.json"));
        assertEquals(0, train(output, words));
        assertEquals(first, Files.readString(output.resolve("a-seed-1/report.json")));
        Path others = Files.writeString(scratch.resolve("others.txt"), "a: --hidden 7\n");
        assertEquals(7, train(output, "--sweep", others, "--seeds", 1), "a run with other flags is there");
        String compared = Program.run(Program.NN, "report", output.resolve("a-seed-1"), output.resolve("b-seed-1"));
        assertTrue(compared.contains("a-seed-1") && compared.contains("b-seed-1"), compared);
        assertFalse(Files.exists(output.resolve(".a-seed-1")));
    }

    @Test
    void aConfigurationThatIsRefusedLeavesTheOthers() throws IOException {
        Path sweep = Files.writeString(
                scratch.resolve("sweep.txt"), "good: " + String.join(" ", SMALL) + "\nbad: --no-such-flag\n");
        Path output = scratch.resolve("runs");
        assertEquals(2, train(output, "--sweep", sweep, "--seeds", 1));
        assertEquals(2, Files.readAllLines(output.resolve("sweep.tsv")).size());
        assertTrue(Files.exists(output.resolve("good-seed-1/model.safetensors")));
        assertFalse(Files.exists(output.resolve("bad-seed-1")));
    }

    @Test
    void aSweepIsLinesOfNamesAndFlags() {
        Sweep sweep = Sweep.of("f", List.of("# none", "", "a: --hidden 8 # few", "b\t--data 'a b' --init \"x\"\"y\""));
        assertEquals(Map.of("a", "--hidden 8", "b", "--data 'a b' --init \"x\"\"y\""), sweep.flags());
        assertEquals(
                List.of("--data", "a b", "--init", "xy"),
                Sweep.words(sweep.flags().get("b")));
        assertEquals(
                List.of("a-seed-1", "b-seed-1", "a-seed-2", "b-seed-2"),
                sweep.trainings(2, List.of()).stream().map(Training::name).toList());
        for (String bad : List.of("a", "../a: --hidden 8", "a b: --hidden 8", ": --hidden 8")) {
            assertThrows(NnException.class, () -> Sweep.of("f", List.of(bad)), bad);
        }
        assertThrows(NnException.class, () -> Sweep.of("f", List.of("a: x", "a: y")));
        assertThrows(NnException.class, () -> Sweep.of("f", List.of("#")));
    }

    @Test
    void theSummaryHasTheFewestErrorsFirst() {
        SweepTable table = SweepTable.of(
                "f",
                List.of(
                        "name\tseed\terrors\tcount\tloss\tseconds\tflags",
                        "worse\t1\t20\t100\t0.50000\t2.0\t--hidden 8",
                        "better\t2\t11\t100\t0.40000\t3.0\t--hidden 9",
                        "better\t1\t10\t100\t0.20000\t1.0\t--hidden 9"));
        assertEquals("""
                | configuration | validation errors, mean (each seed) | of | loss | seconds | flags |
                |---|---|---|---|---|---|
                | better | 10.5 (10, 11) | 100 | 0.3000 | 2 | `--hidden 9` |
                | worse | 20.0 (20) | 100 | 0.5000 | 2 | `--hidden 8` |
                """, table.summary());
        assertEquals(table, SweepTable.of("f", table.text().lines().toList()));
        assertThrows(NnException.class, () -> SweepTable.of("f", List.of("other")));
    }
}
