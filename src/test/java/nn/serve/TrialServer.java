package nn.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import nn.checkpoint.Checkpoint;
import nn.eval.Classifier;
import nn.model.Storage;
import nn.safetensors.SafeTensors;

/** A server with the shipped model on a free port, and a client for it. */
public final class TrialServer implements AutoCloseable {

    public static final Path MODEL = Path.of("data", "model.safetensors");
    private static final Path SEGMENTS = Path.of("data", "segments.safetensors");

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final PageServer server;

    private TrialServer(String host, Path directory) {
        server = new PageServer(new Settings(
                host,
                0,
                MODEL,
                MODEL,
                () -> classifier(SEGMENTS),
                TrialServer::classifier,
                directory.resolve("runs"),
                directory.resolve("examples"),
                messages::add));
    }

    private static Classifier classifier(Path file) {
        return Checkpoint.classifier(SafeTensors.read(file), file, Storage.HEAP_FLOAT);
    }

    /** @param directory holds {@code runs}, and {@code examples} when one is saved */
    public static TrialServer in(Path directory) {
        return new TrialServer("127.0.0.1", directory);
    }

    public static TrialServer open(Path directory) {
        return new TrialServer("0.0.0.0", directory);
    }

    /** Its address, without the last slash. */
    public String url() {
        return server.url().replaceFirst("/$", "").replace("0.0.0.0", "127.0.0.1");
    }

    int port() {
        return URI.create(url()).getPort();
    }

    /** The internal errors. */
    List<String> messages() {
        return messages;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url() + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> post(String path, byte[] body) {
        return send(request(path).POST(BodyPublishers.ofByteArray(body)));
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return new ObjectMapper().readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(response.body(), e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
