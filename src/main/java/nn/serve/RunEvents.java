package nn.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The parts of the page of runs that change, as server-sent events. Each stream looks at the runs' files, so a training knows of nobody
 * who watches. A stream ends by itself in time and the browser opens the next one: a dead client keeps its thread no longer.
 */
final class RunEvents implements AutoCloseable {

    /** Stands for the stream, which {@link #send} makes. */
    static final Reply STREAM = Reply.of(200, "text/event-stream", "");

    private static final int MOST_STREAMS = 32;
    private static final long LOOK_MILLIS = 500;

    /** Before the JDK's server cuts the answer off. */
    private static final long STREAM_NANOS = TimeUnit.SECONDS.toNanos(45);

    private final Runs runs;
    private final Semaphore streams = new Semaphore(MOST_STREAMS);
    private final CountDownLatch closed = new CountDownLatch(1);

    RunEvents(Runs runs) {
        this.runs = runs;
    }

    /** Sends what changes, until the client goes or the server ends. */
    void send(Request request, HttpExchange exchange) throws IOException {
        if (!streams.tryAcquire()) {
            exchange.sendResponseHeaders(429, -1);
            return;
        }
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, 0);
            send(new RunParts(runs, new Texts(request.language())), exchange.getResponseBody());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            streams.release();
        }
    }

    private void send(RunParts parts, OutputStream out) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Map<String, String> sent = new HashMap<>();
        out.write("retry: 300\n\n".getBytes(StandardCharsets.UTF_8));
        do {
            for (Map.Entry<String, String> part : parts.all().entrySet()) {
                if (!part.getValue().equals(sent.put(part.getKey(), part.getValue()))) {
                    out.write(event(part.getKey(), part.getValue()).getBytes(StandardCharsets.UTF_8));
                }
            }
            // A comment: it tells a connection that is gone.
            out.write(":\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
        } while (!closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS) && System.nanoTime() - start < STREAM_NANOS);
    }

    private static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data.replace("\n", "\ndata: ") + "\n\n";
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
