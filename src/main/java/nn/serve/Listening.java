package nn.serve;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.util.Map;
import nn.NnException;
import nn.NnException.Kind;

/** Makes the JDK's server, with its limits, on an address and a port of this machine. */
final class Listening {

    private static final int MOST_CONNECTIONS = 1024;
    private static final int LAST_PORT = 65_535;

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

    private Listening() {}

    /** @throws NnException ENVIRONMENT if it is no address of this machine */
    static InetAddress address(String host) {
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

    /** @throws NnException ENVIRONMENT if the port is taken or not allowed */
    static HttpServer on(InetAddress address, int port) {
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
}
