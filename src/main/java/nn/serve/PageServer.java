package nn.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import nn.NnException;
import nn.NnException.Kind;

/** The server of the page and its API. It listens once it is constructed. */
public final class PageServer implements AutoCloseable {

    /** The most requests at once; each has a thread, which an idle connection has not. */
    private static final int MOST_REQUESTS = 320;

    private static final long BODIES_BYTES = 96 << 20;

    /** The time for requests under way when the server is closed. */
    private static final long CLOSE_SECONDS = 10;

    private final Consumer<String> messages;
    private final Gate gate;
    private final Memory memory = new Memory(BODIES_BYTES);
    private final Workers quick = Workers.forQuickWork();
    private final Workers slow = Workers.forLongWork();
    private final Routes routes;
    private final RunEvents events;
    private final Underway underway = new Underway();
    private final ExecutorService threads;
    private final HttpServer server;
    private final Thread warmUp;
    private final String host;

    /**
     * Starts a server.
     *
     * @throws NnException BAD_CHECKPOINT if the model cannot be used, ENVIRONMENT if it cannot listen there
     */
    public PageServer(Settings settings) {
        messages = settings.messages();
        host = settings.host();
        InetAddress address = Listening.address(host);
        gate = new Gate(host, !address.isLoopbackAddress());
        Runs runs = new Runs(settings.runs());
        Models models = new Models(settings, runs);
        PictureApi pictures = new PictureApi(models, quick, slow);
        Examples examples = new Examples(settings.examples(), models, pictures);
        DrawPage draw = new DrawPage(models, pictures, quick, examples);
        events = new RunEvents(runs);
        routes = routes(runs, models, pictures, draw, examples);
        server = Listening.on(address, settings.port());
        threads = new ThreadPoolExecutor(0, MOST_REQUESTS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread thread = new Thread(work, "nn-serve");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        warmUp = new Thread(draw::warmUp, "nn-serve-warm-up");
        warmUp.setDaemon(true);
        warmUp.start();
    }

    private Routes routes(Runs runs, Models models, PictureApi pictures, DrawPage draw, Examples examples) {
        ModelApi api = new ModelApi(models);
        WatchPage watch = new WatchPage(runs, slow);
        LearnPage learn = new LearnPage(slow);
        return new Routes()
                .add("GET", "/", draw::show)
                .add("POST", "/", draw::answer)
                .add("GET", "/watch", watch::show)
                .add("GET", "/watch/events", request -> RunEvents.STREAM)
                .add("GET", "/report", watch::report)
                .add("GET", "/compare", watch::compare)
                .add("GET", "/learn", learn::show)
                .add("POST", "/api/predict", pictures::predict)
                .add("POST", "/api/read", pictures::read)
                .add("POST", "/api/examples", examples::save)
                .add("GET", "/api/model", api::model)
                .add("GET", "/api/health", api::health);
    }

    /** The address of the page. */
    public String url() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return "http://" + name + ":" + server.getAddress().getPort() + "/";
    }

    /** Whether other machines can reach it. */
    public boolean isOpen() {
        return !server.getAddress().getAddress().isLoopbackAddress();
    }

    private void handle(HttpExchange exchange) {
        boolean begun = underway.begin();
        try (exchange;
                Request request = new Request(exchange, memory)) {
            Reply reply = begun ? reply(exchange, request) : closing();
            if (reply == RunEvents.STREAM) {
                events.send(request, exchange);
            } else {
                send(exchange, reply);
            }
        } catch (IOException e) {
            // The client has gone. Nobody is left to be told.
            return;
        } catch (RuntimeException e) {
            report(exchange, e);
        } finally {
            if (begun) {
                underway.end();
            }
        }
    }

    private void report(HttpExchange exchange, Throwable bug) {
        messages.accept("internal error in " + exchange.getRequestMethod() + " "
                + exchange.getRequestURI().getPath() + ": " + bug + "; please report it");
    }

    private Reply reply(HttpExchange exchange, Request request) throws IOException {
        try {
            gate.check(exchange.getRequestHeaders());
            return routes.answer(request);
        } catch (Refusal e) {
            Reply refused = Reply.error(e.status(), e.getMessage());
            for (Map.Entry<String, String> header : e.headers().entrySet()) {
                refused = refused.with(header.getKey(), header.getValue());
            }
            return refused;
        } catch (NnException e) {
            return Reply.error(e.kind() == Kind.ENVIRONMENT ? 500 : 422, e.getMessage());
        } catch (OutOfMemoryError e) {
            return Reply.error(503, "there is not enough memory; try again");
        } catch (RuntimeException | LinkageError e) {
            report(exchange, e);
            return Reply.error(500, "internal error");
        }
    }

    private static Reply closing() {
        return Reply.error(503, "the server is ending").with("Connection", "close");
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cross-Origin-Resource-Policy", "same-origin");
        exchange.getResponseHeaders().set("Referrer-Policy", "same-origin");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(reply.body().length));
            exchange.sendResponseHeaders(reply.status(), -1);
        } else {
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
    }

    /** Takes no new requests, finishes those under way, and ends. */
    @Override
    public void close() {
        warmUp.interrupt();
        events.close();
        underway.finish(CLOSE_SECONDS);
        server.stop(0);
        threads.shutdownNow();
        quick.close();
        slow.close();
    }
}
