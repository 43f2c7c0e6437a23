package nn.exchange.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that stands for a mirror, and can fail in the ways of mirrors. */
public final class MirrorServer implements AutoCloseable {

    /** An answer to a request for a file. */
    public interface Answer {
        void to(HttpExchange request, byte[] file) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, byte[]> files;
    private final Map<String, List<Answer>> answers = new ConcurrentHashMap<>();
    /** The requests so far: the path, and the range if there is one. */
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    public MirrorServer(Map<String, byte[]> files) {
        this.files = Map.copyOf(files);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Its address, with a slash at the end. */
    public String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    /** The next requests for a file get these answers, the following ones the file. */
    MirrorServer first(String file, Answer... instead) {
        answers.put(file, new ArrayList<>(List.of(instead)));
        return this;
    }

    private void handle(HttpExchange request) throws IOException {
        try (request) {
            String name = request.getRequestURI().getPath().substring(1);
            String range = request.getRequestHeaders().getFirst("Range");
            requests.add(range == null ? name : name + " " + range);
            byte[] file = files.get(name.replaceFirst("^moved/", ""));
            List<Answer> instead = answers.getOrDefault(name, List.of());
            Answer answer = instead.isEmpty() ? ranges() : instead.remove(0);
            if (file == null) {
                request.sendResponseHeaders(404, -1);
            } else {
                answer.to(request, file);
            }
        }
    }

    /** The file, or the part of it that is asked for. */
    static Answer ranges() {
        return (request, file) -> {
            String range = request.getRequestHeaders().getFirst("Range");
            int from = range == null ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
            if (from >= file.length) {
                request.sendResponseHeaders(416, -1);
                return;
            }
            if (from > 0) {
                request.getResponseHeaders()
                        .set("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
            }
            request.sendResponseHeaders(from > 0 ? 206 : 200, file.length - from);
            request.getResponseBody().write(file, from, file.length - from);
        };
    }

    /** The whole file, whatever is asked for. */
    static Answer whole() {
        return (request, file) -> send(request, 200, file);
    }

    /** The first ten bytes, whatever is asked for. */
    static Answer beginning() {
        return (request, file) -> {
            request.getResponseHeaders().set("Content-Range", "bytes 0-9/" + file.length);
            send(request, 206, Arrays.copyOf(file, 10));
        };
    }

    /** Another file. */
    static Answer other(byte[] bytes) {
        return (request, file) -> send(request, 200, bytes);
    }

    /** A web page. */
    static Answer page(int status) {
        return (request, file) -> {
            request.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            send(request, status, "<html>Access denied</html>".getBytes());
        };
    }

    /** The same file at another address. */
    static Answer moved() {
        return (request, file) -> {
            request.getResponseHeaders()
                    .set("Location", "/moved" + request.getRequestURI().getPath());
            request.sendResponseHeaders(302, -1);
        };
    }

    /** Half of what is left of the file, and then the connection ends. */
    static Answer cut() {
        return (request, file) -> {
            String range = request.getRequestHeaders().getFirst("Range");
            int from = range == null ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
            if (from > 0) {
                request.getResponseHeaders()
                        .set("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
            }
            request.sendResponseHeaders(from > 0 ? 206 : 200, file.length - from);
            OutputStream body = request.getResponseBody();
            body.write(file, from, (file.length - from) / 2);
            body.flush();
        };
    }

    /** No answer before this server is closed. */
    Answer silent() {
        return (request, file) -> {
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private static void send(HttpExchange request, int status, byte[] body) throws IOException {
        request.sendResponseHeaders(status, body.length);
        request.getResponseBody().write(body);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
