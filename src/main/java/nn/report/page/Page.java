package nn.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** The frame of a page: its head, its style and its title. */
final class Page {

    static final String NO_FONTS = "Java finds no fonts; install fontconfig and a font, such as fonts-dejavu-core";

    private Page() {}

    /** A whole page, with a title that also stands on it. */
    static String of(String title, Consumer<Html> body) {
        Html html = new Html();
        html.markup("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", title);
        html.open("style").markup(style()).close().close();
        html.open("body").open("main").element("h1", title);
        body.accept(html);
        return html.close().close().close().toString();
    }

    private static String style() {
        try (InputStream in = Page.class.getResourceAsStream("/nn/report/page.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("/* shades of the light scheme */", Shades.light())
                    .replace("/* shades of the dark scheme */", Shades.dark());
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of the program can be read", e);
        }
    }
}
