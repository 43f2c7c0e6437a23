package nn.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
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

    private static final int MOST_CONNECTIONS = 1024;
    private static final long BODIES_BYTES = 96 << 20;
    private static final int LAST_PORT = 65_535;

    /** The time for requests under way when the server is closed. */
    private static final long CLOSE_SECONDS = 10;

    static {
        // The JDK reads these when the first server is made. Without nodelay each answer waits 40 ms (JDK-6968351).
        Map<String, Object> limits = Map.of(
                "sun.net.httpserver.nodelay",
                true,
                "sun.net.httpserver.maxReqTime",
                10,
                "sun.net.httpserver.maxRspTime",
                60,
                "sun.net.httpserver.idleInterval",
                30,
                "sun.net.httpserver.maxReqHeaders",
                64,
                "sun.net.httpserver.maxReqHeaderSize",
                16 << 10,
                "sun.net.httpserver.maxIdleConnections",
                MOST_CONNECTIONS,
                "jdk.httpserver.maxConnections",
                MOST_CONNECTIONS,
                // Of a body that is too long, so much is taken, so that its sender sees the answer.
                "sun.net.httpserver.drainAmount",
                32 << 20);
        limits.forEach((name, value) -> System.setProperty(name, value.toString()));
    }

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
        InetAddress address = address(host);
        gate = new Gate(host, !address.isLoopbackAddress());
        Runs runs = new Runs(settings.runs());
        Models models = new Models(settings.model(), settings.shipped(), runs, settings.loader());
        PictureApi pictures = new PictureApi(models, quick, slow);
        Examples examples = new Examples(settings.examples(), models, pictures);
        DrawPage draw = new DrawPage(models, pictures, quick, examples);
        events = new RunEvents(runs);
        routes = routes(runs, models, pictures, draw, examples);
        server = listening(address, settings.port());
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
                .add("GET", "/report", watch::report)
                .add("GET", "/compare", watch::compare)
                .add("GET", "/learn", learn::show)
                .add("POST", "/api/predict", pictures::predict)
                .add("POST", "/api/read", pictures::read)
                .add("POST", "/api/examples", examples::save)
                .add("GET", "/api/model", api::model)
                .add("GET", "/api/health", api::health);
    }

    private static InetAddress address(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            if (address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address) != null) {
                return address;
            }
        } catch (IOException e) {
            // A name that nobody knows is not this machine's.
            throw foreign(host);
        }
        throw foreign(host);
    }

    private static NnException foreign(String host) {
        return new NnException(
                Kind.ENVIRONMENT,
                "--host " + host + ": is no address of this machine; leave it out, or give 0.0.0.0 for all");
    }

    private static HttpServer listening(InetAddress address, int port) {
        try {
            return HttpServer.create(new InetSocketAddress(address, port), MOST_CONNECTIONS);
        } catch (BindException e) {
            throw new NnException(
                    Kind.ENVIRONMENT,
                    "port %d: cannot be used (%s); give another one: --port %d"
                            .formatted(port, e.getMessage(), freePort(address, port)),
                    e);
        } catch (IOException e) {
            throw new NnException(
                    Kind.ENVIRONMENT,
                    "port " + port + ": cannot be used (" + e.getMessage() + "); give another --port",
                    e);
        }
    }

    /** The next port that is free now; 0, which stands for any free one, if there is none. */
    private static int freePort(InetAddress address, int port) {
        for (int next = port + 1; next <= Math.min(LAST_PORT, port + 100); next++) {
            try (ServerSocket probe = new ServerSocket(next, 1, address)) {
                return probe.getLocalPort();
            } catch (IOException e) {
                // Taken, too.
                continue;
            }
        }
        return 0;
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
            if (request.path().equals(RunEvents.PATH) && begun && isLetIn(exchange)) {
                events.send(request, exchange);
            } else {
                send(exchange, begun ? reply(exchange, request) : closing());
            }
        } catch (IOException e) {
            // The client has gone. Nobody is left to be told.
            return;
        } finally {
            if (begun) {
                underway.end();
            }
        }
    }

    private boolean isLetIn(HttpExchange exchange) {
        try {
            gate.check(exchange.getRequestHeaders());
            return exchange.getRequestMethod().equals("GET");
        } catch (Refusal e) {
            return false;
        }
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
            messages.accept("internal error in " + exchange.getRequestMethod() + " " + request.path() + ": " + e
                    + "; please report it");
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
