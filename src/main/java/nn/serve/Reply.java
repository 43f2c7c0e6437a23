package nn.serve;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import nn.json.Json;

/**
 * The answer to a request.
 *
 * @param headers in addition to those of every answer
 */
record Reply(int status, byte[] body, Map<String, String> headers) {

    /** Own resources only, and no style or script within the page. */
    private static final String STRICT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** A page that carries its style and images, and has no script. */
    private static final String SANDBOX =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'; sandbox";

    static Reply of(int status, String type, byte[] body) {
        return new Reply(status, body, Map.of("Content-Type", type, "Content-Security-Policy", STRICT));
    }

    static Reply of(int status, String type, String body) {
        return of(status, type + "; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    static Reply json(int status, Object value) {
        return of(status, "application/json", Json.pretty(value));
    }

    /** What went wrong, in the format of the API. */
    static Reply error(int status, String message) {
        return json(status, new ErrorJson(message));
    }

    /** The document of a request that failed. */
    record ErrorJson(String error) {}

    static Reply html(String page) {
        return of(200, "text/html", page);
    }

    /** A page that this program wrote into a file. */
    static Reply report(byte[] page) {
        return of(200, "text/html; charset=utf-8", page).with("Content-Security-Policy", SANDBOX);
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, body, more);
    }
}
