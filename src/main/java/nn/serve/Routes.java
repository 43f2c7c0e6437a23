package nn.serve;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The addresses of the server and who answers them. */
final class Routes {

    private static final Map<String, String> RESOURCES = Map.of(
            "/style.css", "text/css",
            "/draw.js", "text/javascript",
            "/watch.js", "text/javascript",
            "/learn.js", "text/javascript",
            "/icon.svg", "image/svg+xml");

    private final Map<String, Map<String, Page>> pages = new LinkedHashMap<>();

    /** Resources never change while a program runs, so they are read once. */
    Routes() {
        RESOURCES.forEach((path, type) -> {
            Reply reply = Reply.of(200, type + "; charset=utf-8", Texts.resource(path.substring(1)));
            add("GET", path, request -> reply);
        });
    }

    Routes add(String method, String path, Page page) {
        pages.computeIfAbsent(path, key -> new LinkedHashMap<>()).put(method, page);
        return this;
    }

    /** @throws Refusal 404 or 405 if nobody answers this */
    Reply answer(Request request) throws IOException {
        Map<String, Page> found = pages.get(request.path());
        if (found == null) {
            throw new Refusal(404, "there is nothing at this address");
        }
        Page page = found.get(request.method().equals("HEAD") ? "GET" : request.method());
        if (page == null) {
            Set<String> allowed = new TreeSet<>(found.keySet());
            if (allowed.contains("GET")) {
                allowed.add("HEAD");
            }
            String list = String.join(", ", allowed);
            throw new Refusal(405, "this address takes " + list, Map.of("Allow", list));
        }
        return page.answer(request);
    }
}
