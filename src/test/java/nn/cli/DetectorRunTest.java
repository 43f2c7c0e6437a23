package nn.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nn.Version;
import nn.checkpoint.RunConfig;
import nn.detect.DetectorSize;
import nn.json.Json;
import nn.safetensors.SafeTensors;
import nn.train.Preset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that ends with a digit detector. */
class DetectorRunTest {

    @TempDir
    private Path scratch;

    private Path config;

    @BeforeEach
    void writeConfig() throws IOException {
        config = Files.writeString(
                scratch.resolve("config.json"),
                Json.pretty(new RunConfig(
                        Version.text(),
                        SmallMnist.raw().toString(),
                        true,
                        Preset.FAST.config(3, 1),
                        Optional.of(DetectorSize.SMALL))));
    }

    private Cli.Result train(Object... words) {
        return Cli.run(Stream.concat(Stream.of("train", "--config", config, "--epochs", 1), Stream.of(words))
                .toArray());
    }

    private static Map<String, byte[]> detector(Path model) {
        return SafeTensors.read(model).tensors().entrySet().stream()
                .filter(tensor -> tensor.getKey().startsWith("detector."))
                .collect(Collectors.toMap(Map.Entry::getKey, tensor -> {
                    byte[] bytes = new byte[tensor.getValue().data().remaining()];
                    tensor.getValue().data().get(bytes);
                    return bytes;
                }));
    }

    private static void assertSame(Map<String, byte[]> expected, Map<String, byte[]> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, bytes) -> assertArrayEquals(bytes, actual.get(name), name));
    }

    @Test
    void theReportTellsOfTheDetectorAndTheModelRefusesWithIt() throws IOException {
        Path run = scratch.resolve("run");
        Cli.Result result = train("--json", "--out", run);
        assertTrue(result.err().contains("Digit detector, small\n"), result::err);
        JsonNode detector = result.json().get("detector");
        assertEquals("small", detector.get("size").asText());
        assertEquals(3, detector.get("seed").asInt());
        assertTrue(detector.get("seconds").asDouble() > 0);
        assertEquals(200, detector.at("/digits/count").asInt());
        assertEquals(SmallMnist.TEST, detector.at("/test/count").asInt());
        Path model = run.resolve("model.safetensors");
        assertTrue(
                Cli.run("inspect", model).printed().contains("Detector:    392-64-11, relu, identity, reads gradient"));
        Path picture = Files.write(scratch.resolve("a.png"), SmallMnist.testPng(0));
        double digit = Cli.run("predict", "--json", "--model", model, picture)
                .json()
                .at("/predictions/0/digitProbability")
                .asDouble();
        assertTrue(digit > 0.5 && digit < 1, () -> "a digit with " + digit);
    }

    @Test
    void theDetectorDoesNotDependOnThreadsNorOnTheRunItEnds() {
        train("--out", scratch.resolve("one"));
        Map<String, byte[]> expected = detector(scratch.resolve("one/model.safetensors"));
        assertEquals(4, expected.size());
        train("--threads", 3, "--hidden", 8, "--out", scratch.resolve("three"));
        assertSame(expected, detector(scratch.resolve("three/model.safetensors")));
        Path bare = scratch.resolve("bare");
        train("--no-detector", "--out", bare);
        assertEquals(Map.of(), detector(bare.resolve("model.safetensors")));
        String digest = weights(bare.resolve("model.safetensors"));
        Path added = scratch.resolve("added");
        Cli.run(
                        "detector",
                        bare.resolve("model.safetensors"),
                        "--size",
                        "small",
                        "--data",
                        SmallMnist.raw(),
                        "--out",
                        added)
                .printed();
        assertSame(expected, detector(added));
        assertEquals(digest, weights(added));
    }

    private static String weights(Path model) {
        return Cli.run("inspect", model)
                .printed()
                .lines()
                .filter(line -> line.startsWith("Weights:"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDetectorThatIsStoppedIsTrainedAnewByTheResumedRun() throws Exception {
        assumeFalse(ChildNn.ignores(15), "who started the tests has this signal ignored");
        Path run = scratch.resolve("run");
        try (ChildNn child =
                ChildNn.start(Path.of(""), List.of(), "train", "--config", config, "--epochs", 1, "--out", run)) {
            child.await(() -> child.said("Digit detector, small\n"));
            child.signal("TERM");
            Cli.Result result = child.result();
            assertEquals(143, result.exitCode(), result::toString);
            result.lastLineNames("stopped while the digit detector was trained", "nn train --resume " + run);
        }
        assertFalse(Files.exists(run.resolve("report.json")));
        Cli.run("train", "--resume", run).printed();
        Path whole = scratch.resolve("whole");
        train("--out", whole);
        assertSame(detector(whole.resolve("model.safetensors")), detector(run.resolve("model.safetensors")));
    }

    @Test
    void onlyAllOfMnistHasADetectorByItself() {
        Path run = scratch.resolve("run");
        Cli.Result result =
                Cli.run("train", "--json", "--data", SmallMnist.raw(), "--epochs", 1, "--hidden", 8, "--out", run);
        assertTrue(result.json().path("detector").isMissingNode(), result::out);
        assertFalse(result.err().contains("Digit detector"), result::err);
    }

    @Test
    void whatIsNoDigitIsNoDataForADetector() {
        Path small = SmallMnist.smallerImages(scratch.resolve("small"));
        train("--data", small, "--out", scratch.resolve("run")).refuses(2, "28 x 28", "--no-detector");
        Cli.run("detector", scratch.resolve("none"), "--data", small).refuses(4, "none");
        Path model = FixedOutputs.model(scratch.resolve("model"), 1, 0);
        Cli.run("detector", model, "--data", small).refuses(3, small.toString(), "28 x 28");
        assertEquals(List.of(), List.copyOf(detector(model).keySet()));
    }
}
