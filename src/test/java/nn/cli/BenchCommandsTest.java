package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import nn.report.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All benchmarks except plain training, which has its own test. */
class BenchCommandsTest {

    @TempDir
    private Path scratch;

    private static Cli.Result bench(String line, Object... more) {
        Object[] words = ("bench " + line).split(" ");
        Object[] all = new Object[words.length + more.length];
        System.arraycopy(words, 0, all, 0, words.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return Cli.run(all);
    }

    @Test
    void gemmMeasuresThePeakAndTheProductsOfEachThreadCount() {
        JsonNode json = bench("gemm --hidden 16 --batch-size 8 --threads 2 --rounds 2 --json")
                .json();
        assertEquals("784-16-10", json.get("architecture").asText());
        assertEquals(8, json.get("batchSize").asInt());
        assertEquals(2, json.get("rounds").asInt());
        assertEquals(2, json.get("rooflineGflops").size());
        assertEquals(10, json.get("products").size(), "five products, with one thread and with two");
        assertEquals(196, json.get("products").get(0).get("k").asInt());
        assertTrue(
                json.hasNonNull("jdk") && json.hasNonNull("blasKernel") && json.hasNonNull("machine"), json.toString());
    }

    @Test
    void predictMeasuresWithoutAStartScriptAllButTheWholeProgram() {
        Cli.Result result = bench(
                "predict --limit 20 --rounds 1 --threads 2 --json --data",
                SmallMnist.raw(),
                "--model",
                Path.of("data", "model.safetensors"));
        JsonNode json = result.json();
        assertEquals(20, json.get("images").asInt());
        assertEquals(1, json.get("rounds").asInt());
        assertEquals(2, json.get("threads").asInt());
        assertEquals("392-1024-1024-10", json.get("architecture").asText());
        assertTrue(json.get("processSeconds").isNull());
        for (String key : List.of("imageSeconds", "pictureSeconds", "imagesPerSecond", "picturesPerSecond")) {
            assertTrue(json.get(key).get("median").asDouble() > 0, key + " in " + json);
        }
        result.lastLineNames("the whole program is left out", "scripts/nn");
    }

    @Test
    void predictRefusesImagesOfAnotherSizeThanTheModels() throws Exception {
        Path model = Path.of("data", "model.safetensors").toAbsolutePath();
        bench(
                        "predict --data",
                        SmallMnist.withoutTest(Files.createDirectory(scratch.resolve("data"))),
                        "--model",
                        model)
                .refuses(3, "t10k-images");
        bench("predict --model", scratch.resolve("missing")).refuses(4, "missing");
    }

    @Test
    void aBugIsNoUsageError() {
        PrintWriter broken = new PrintWriter(Writer.nullWriter()) {
            @Override
            public void println(String line) {
                if (line.contains("seed")) {
                    throw new IllegalArgumentException("a bug");
                }
            }
        };
        Object[] words = {"bench", "accuracy", "--target", 0.1, "--rounds", 1, "--hidden", 8, "--data", SmallMnist.raw()
        };
        assertEquals(
                1,
                Main.run(
                        Terminal.plain(broken, broken),
                        PrefetchedModel.none(),
                        Arrays.stream(words).map(Object::toString).toArray(String[]::new)));
    }

    @Test
    void accuracyTellsWhenTheTargetWasReached() {
        JsonNode json = bench(
                        "accuracy --target 0.3 --rounds 2 --hidden 16 --threads 1 --no-augment --json -q --data",
                        SmallMnist.raw())
                .json();
        assertEquals(2, json.get("runs").size());
        for (JsonNode run : json.get("runs")) {
            assertTrue(run.get("reached").asBoolean() && run.get("accuracy").asDouble() >= 0.3, json.toString());
        }
        assertEquals(2, json.get("runs").get(1).get("seed").asInt());
        assertTrue(json.get("seconds").get("median").asDouble() > 0);
    }

    @Test
    void accuracyOfAMissedTargetPrintsTheRunsAndFails() {
        Cli.Result result = bench(
                "accuracy --target 1 --rounds 1 --hidden 4 --epochs 1 --threads 1 --no-augment -q --data",
                SmallMnist.raw());
        assertEquals(6, result.exitCode());
        assertTrue(result.out().contains("NOT reached after"), result.out());
        result.lastLineNames("--target", "1.0");
    }

    @Test
    void accuracyNeedsAValidationSplit() {
        bench("accuracy --target 0.5 --validation 0 --data", SmallMnist.raw()).refuses(2, "--validation is 0");
    }

    @ParameterizedTest
    @CsvSource({"INT,2,130", "TERM,15,143", "HUP,1,129"})
    void anInterruptedMeasurementSaysSoAndHasTheExitCodeOfTheSignal(String signal, int number, int exitCode)
            throws Exception {
        assumeFalse(ChildNn.ignores(number), "who started the tests has this signal ignored");
        try (ChildNn child = ChildNn.start(
                Path.of(""),
                List.of(),
                "bench",
                "accuracy",
                "--target",
                0.01,
                "--rounds",
                1000,
                "--hidden",
                4,
                "--threads",
                1,
                "--no-augment",
                "--data",
                SmallMnist.raw())) {
            child.await(() -> child.said("seed 1"));
            child.signal(signal);
            Cli.Result result = child.result();
            assertEquals(exitCode, result.exitCode(), result::toString);
            assertEquals("", result.out());
            result.lastLineNames("interrupted by SIG" + signal, "there is no result");
        }
    }

    @Test
    void startupNeedsTheStartScript() {
        bench("startup").refuses(7, "scripts/nn bench startup");
    }
}
