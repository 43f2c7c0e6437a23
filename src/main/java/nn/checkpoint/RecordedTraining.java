package nn.checkpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import nn.NnException;
import nn.eval.Metrics;
import nn.safetensors.SafeTensors;

/**
 * What a model file records of its training. It is read from the header alone, and no checksum is verified: good enough for
 * advice, and quick enough for every {@code nn predict}.
 *
 * @param test the metrics on the test split; unmeasured if the training had no test, or if the file cannot be read
 * @param classes the names of the classes, as the file has them; empty if the file cannot be read
 * @param limit how many training examples were used at most; 0 is all
 * @param digits whether the training examples were known to be digits; true in older files
 */
public record RecordedTraining(Metrics test, Optional<String> classes, int limit, boolean digits) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final RecordedTraining NONE = new RecordedTraining(Metrics.NONE, Optional.empty(), 0, true);

    /** Reads a file. Nothing is recorded if that fails: the command that uses the model will report what is wrong with it. */
    public static RecordedTraining of(Path file) {
        try {
            Map<String, String> metadata = SafeTensors.readMetadata(file);
            return in(metadata.getOrDefault(Checkpoint.PROVENANCE, "{}"), metadata.get("classes"));
        } catch (IOException | NnException e) {
            return NONE;
        }
    }

    /** Whether a comparison of the test metrics means something. */
    public boolean hasSameClasses(RecordedTraining other) {
        return classes.equals(other.classes) && digits == other.digits;
    }

    private static RecordedTraining in(String provenance, String classes) throws IOException {
        RecordedTraining found = new RecordedTraining(Metrics.NONE, Optional.ofNullable(classes), 0, true);
        try (JsonParser json = JSON.createParser(provenance)) {
            json.nextToken();
            for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                json.nextToken();
                switch (key) {
                    case "test" -> found = found.withTest(metrics(json));
                    case "config" -> found = found.withConfig(json);
                    default -> json.skipChildren();
                }
            }
            return found;
        }
    }

    private RecordedTraining withTest(Metrics newTest) {
        return new RecordedTraining(newTest, classes, limit, digits);
    }

    private RecordedTraining withConfig(JsonParser json) throws IOException {
        int newLimit = 0;
        boolean newDigits = true;
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            json.nextToken();
            switch (key) {
                case "limit" -> newLimit = json.getIntValue();
                case "digits" -> newDigits = json.getBooleanValue();
                default -> json.skipChildren();
            }
        }
        return new RecordedTraining(test, classes, newLimit, newDigits);
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
