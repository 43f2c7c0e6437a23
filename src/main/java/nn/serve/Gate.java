package nn.serve;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lets in only requests that were meant for this server. Another site's page can send the browser here, by its own name for this
 * address (DNS rebinding) or by a form; then the Host or the Origin is foreign.
 */
final class Gate {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9A-Fa-f:.]+]");

    private final String host;
    private final boolean open;

    /**
     * @param host the name or address that was chosen to listen on
     * @param open whether others can reach it; then any address is right, as only a name can be another site's
     */
    Gate(String host, boolean open) {
        this.host = host.toLowerCase(Locale.ROOT);
        this.open = open;
    }

    /** @throws Refusal 403 if the request was meant for another server, or comes from another site's page */
    void check(Headers headers) {
        List<String> hosts = headers.getOrDefault("Host", List.of());
        if (hosts.size() != 1 || !isOurs(hosts.get(0))) {
            throw new Refusal(403, "this Host is not served here; use the address that nn serve printed");
        }
        List<String> origins = headers.getOrDefault("Origin", List.of());
        if (!origins.isEmpty() && !origins.equals(List.of("http://" + hosts.get(0)))) {
            throw new Refusal(403, "requests of other sites are refused");
        }
    }

    private boolean isOurs(String hostAndPort) {
        String name = hostAndPort.replaceFirst(":[0-9]{1,5}$", "").toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(name)
                || name.equals(host)
                || name.equals("[" + host + "]")
                || open && ADDRESS.matcher(name).matches();
    }
}
