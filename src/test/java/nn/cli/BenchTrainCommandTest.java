package nn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchTrainCommandTest {

    private static Cli.Result bench(Object... flags) {
        Object[] words = new Object[13 + flags.length];
        System.arraycopy(new Object[] {"bench", "train", "--data", SmallMnist.raw(), "--limit", 600, "--hidden", 16, "--epochs", 1,
            "--threads", 1, "-q"}, 0, words, 0, 13);
        System.arraycopy(flags, 0, words, 13, flags.length);
        return Cli.run(words);
    }

    @Test
    void jsonIsOneDocumentWithWhatWasMeasured() {
        Cli.Result result = bench("--json");
        result.printed();
        assertEquals("", result.err());
        JsonNode json = result.json();
        assertEquals("784-16-10", json.get("architecture").asText());
        assertEquals(1, json.get("epochs").asInt());
        for (String key : List.of("machine", "cores", "jdk", "blasKernel")) {
            assertTrue(json.hasNonNull(key), key + " in " + json);
        }
        for (String key : List.of("imagesPerSecond", "secondsPerEpoch", "gflops", "rooflineGflops", "rooflineFraction")) {
            assertTrue(json.get(key).asDouble() > 0, key + " in " + json);
        }
        assertEquals(600 / json.get("secondsPerEpoch").asDouble(), json.get("imagesPerSecond").asDouble(), 1e-3);
        assertEquals(json.get("gflops").asDouble() / json.get("rooflineGflops").asDouble(),
                json.get("rooflineFraction").asDouble(), 1e-9);
    }

    @Test
    void imagesKeptForValidationAreNotCountedAsTrainedOn() {
        JsonNode json = bench("--validation", 200, "--json").json();
        assertEquals(400 / json.get("secondsPerEpoch").asDouble(), json.get("imagesPerSecond").asDouble(), 1e-3);
    }

    @Test
    void theTextNamesWhatWasMeasured() {
        assertTrue(bench().printed().startsWith("784-16-10, batch 128, adam, 1 thread; median of 1 epoch after the warm-up\n"));
    }
}
