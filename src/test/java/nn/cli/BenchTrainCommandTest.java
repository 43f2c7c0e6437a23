package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Without the four seconds of warm-up. */
class BenchTrainCommandTest {

    private static Cli.Result bench(Object... flags) {
        List<Object> words = new ArrayList<>(List.of(
                "--data", SmallMnist.raw(), "--limit", 600, "--hidden", 16, "--epochs", 1, "--threads", 1, "-q"));
        words.addAll(List.of(flags));
        return Cli.run(terminal -> new BenchTrainCommand(terminal, Duration.ZERO), words.toArray());
    }

    /**
     * For each of 600 images, 2 operations for each weight: in both matrices for the outputs and the weights' gradient, and
     * in the second for the gradient between the layers.
     */
    @Test
    void jsonIsOneDocumentWithWhatWasMeasured() {
        long start = System.nanoTime();
        Cli.Result result = bench("--json");
        double elapsed = (System.nanoTime() - start) / 1e9;
        result.printed();
        assertEquals("", result.err());
        JsonNode json = result.json();
        assertEquals("784-16-10", json.get("architecture").asText());
        assertEquals(1, json.get("epochs").asInt());
        for (String key : List.of("machine", "cores", "jdk", "blasKernel")) {
            assertTrue(json.hasNonNull(key), key + " in " + json);
        }
        double seconds = json.get("secondsPerEpoch").asDouble();
        assertTrue(seconds > 0 && json.get("rooflineGflops").asDouble() > 0, json.toString());
        // The phases of the five steps take less time than the epoch, and the epoch less than the whole command.
        double parts = 0;
        for (JsonNode phase : json.get("phases")) {
            parts += 5 * phase.get("secondsPerStep").asDouble();
        }
        assertTrue(
                parts > 0 && parts <= seconds && seconds < elapsed,
                parts + " s, " + seconds + " s and " + elapsed + " s");
        assertRatio(600 / seconds, json, "imagesPerSecond");
        assertRatio(600 * 2 * (2 * 784 * 16 + 3 * 16 * 10) / seconds / 1e9, json, "gflops");
        assertRatio(json.get("gflops").asDouble() / json.get("rooflineGflops").asDouble(), json, "rooflineFraction");
    }

    private static void assertRatio(double expected, JsonNode json, String key) {
        assertEquals(1, json.get(key).asDouble() / expected, 1e-12, key + " in " + json);
    }

    @Test
    void imagesKeptForValidationAreNotCountedAsTrainedOn() {
        JsonNode json = bench("--validation", 200, "--json").json();
        assertRatio(400 / json.get("secondsPerEpoch").asDouble(), json, "imagesPerSecond");
    }

    @Test
    void theTextNamesWhatWasMeasured() {
        assertTrue(bench().printed()
                .startsWith("784-16-10, batch 128, adam, 1 thread; median of 1 epoch after the warm-up\n"));
    }
}
