package nn.checkpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nn.eval.Outcome;
import nn.safetensors.Malformed;
import nn.safetensors.SafeTensors;
import nn.safetensors.SafeTensorsHeader;

/**
 * How right a model was on the test images of its training, as its file says. It reads only the file's header and checks no
 * checksum: good for advice, and quick enough for every {@code nn predict}.
 */
public final class RecordedTest {

    private static final JsonFactory JSON = new JsonFactory();

    private RecordedTest() {}

    /** The outcome; unmeasured if the training had no test, or the file cannot tell for whatever reason. */
    public static Outcome of(Path file) {
        if (!Files.isRegularFile(file)) {
            return Outcome.NONE;
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            long length = Long.reverseBytes(in.readLong());
            if (length < 0 || length > SafeTensors.MAX_HEADER_BYTES) {
                return Outcome.NONE;
            }
            return in(SafeTensorsHeader.parse(in.readNBytes((int) length))
                    .metadata()
                    .getOrDefault(Checkpoint.PROVENANCE, "{}"));
        } catch (IOException | Malformed e) {
            // Whoever uses the model will hear what is wrong with it.
            return Outcome.NONE;
        }
    }

    private static Outcome in(String provenance) throws IOException {
        try (JsonParser json = JSON.createParser(provenance)) {
            json.nextToken();
            for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
                json.nextToken();
                if (key.equals("test")) {
                    return outcome(json);
                }
                json.skipChildren();
            }
            return Outcome.NONE;
        }
    }

    private static Outcome outcome(JsonParser json) throws IOException {
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
        return new Outcome(count, errors, loss);
    }
}
