package nn.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request. Closing it frees the memory of its body. */
final class Request implements AutoCloseable {

    private static final Pattern LANGUAGE_COOKIE = Pattern.compile("(?:^|;\\s*)lang=(en|zh)(?:;|$)");

    /** The most bytes of a picture, and of a form with it. */
    private static final int MOST_BYTES = 20 << 20;

    private final HttpExchange exchange;
    private final Memory memory;
    private Optional<Memory.Body> body = Optional.empty();
    private Optional<Map<String, byte[]>> form = Optional.empty();

    Request(HttpExchange exchange, Memory memory) {
        this.exchange = exchange;
        this.memory = memory;
    }

    String method() {
        return exchange.getRequestMethod();
    }

    String path() {
        String path = exchange.getRequestURI().getPath();
        return path == null ? "" : path;
    }

    /** The first value of a query parameter. */
    Optional<String> query(String name) {
        return queries(name).stream().findFirst();
    }

    /** All values of a query parameter. */
    List<String> queries(String name) {
        List<String> values = new ArrayList<>();
        String query = exchange.getRequestURI().getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] sides = pair.split("=", 2);
            if (decoded(sides[0]).equals(name)) {
                values.add(sides.length < 2 ? "" : decoded(sides[1]));
            }
        }
        return values;
    }

    /** The server has refused an address with a wrong escape. */
    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The language that was chosen in this request or an earlier one, or else the browser's. */
    Language language() {
        Optional<String> chosen = query("lang");
        if (chosen.isPresent()) {
            return Language.of(chosen.get());
        }
        Matcher cookie = LANGUAGE_COOKIE.matcher(header("Cookie"));
        return cookie.find() ? Language.of(cookie.group(1)) : Language.accepted(header("Accept-Language"));
    }

    /** A number in the query. Empty without the parameter, or if it is no number. */
    Optional<Double> number(String name) {
        try {
            return query(name).map(Double::valueOf);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * The picture that was sent: the body, or the form's field {@code picture}.
     *
     * @throws Refusal 413 if the body is too long, 429 if there is no memory for it, 400 for a form without the field
     */
    byte[] picture() throws IOException {
        read();
        if (form.isEmpty()) {
            return body.orElseThrow().bytes();
        }
        return Optional.ofNullable(form.get().get("picture"))
                .orElseThrow(() -> new Refusal(400, "the form has no field 'picture'"));
    }

    /** A parameter in the query, or a field of the form. */
    Optional<String> parameter(String name) throws IOException {
        Optional<String> query = query(name);
        if (query.isPresent()) {
            return query;
        }
        read();
        return form.map(fields -> fields.get(name)).map(value -> new String(value, StandardCharsets.UTF_8));
    }

    private void read() throws IOException {
        if (body.isPresent()) {
            return;
        }
        body = Optional.of(memory.read(exchange.getRequestBody(), announcedLength(), MOST_BYTES));
        String type = header("Content-Type");
        if (Multipart.is(type)) {
            form = Optional.of(Multipart.fields(type, body.get().bytes()));
        }
    }

    private long announcedLength() {
        try {
            return Long.parseLong(header("Content-Length"));
        } catch (NumberFormatException e) {
            // None, as in a body of chunks; the server has refused a wrong one.
            return -1;
        }
    }

    private String header(String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        body.ifPresent(memory::free);
    }
}
