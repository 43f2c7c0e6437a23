package nn.checkpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import nn.NnException;
import nn.eval.Metrics;
import nn.safetensors.SafeTensors;

/**
 * Reads the test metrics that a model file records. It reads only the header and verifies no checksum: good enough for
 * advice, and quick enough for every {@code nn predict}.
 */
public final class RecordedMetrics {

    private static final JsonFactory JSON = new JsonFactory();

    private RecordedMetrics() {}

    /** The metrics; unmeasured if the training had no test, or if the file cannot be read. */
    public static Metrics of(Path file) {
        try {
            return in(SafeTensors.readMetadata(file).getOrDefault(Checkpoint.PROVENANCE, "{}"));
        } catch (IOException | NnException e) {
            // The command that uses the model will report what is wrong with it.
            return Metrics.NONE;
        }
    }

    private static Metrics in(String provenance) throws IOException {
        try (JsonParser json = JSON.createParser(provenance)) {
            json.nextToken();
            for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                json.nextToken();
                if (key.equals("test")) {
                    return metrics(json);
                }
                json.skipChildren();
            }
            return Metrics.NONE;
        }
    }

    private static Metrics metrics(JsonParser json) throws IOException {
        int count = 0;
        int errors = 0;
        double loss = 0;
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            switch (key) {
                case "count" -> count = json.getIntValue();
                case "errors" -> errors = json.getIntValue();
                case "loss" -> loss = json.getDoubleValue();
                default -> json.skipChildren();
            }
        }
        return new Metrics(count, errors, loss);
    }
}
