package nn.serve;

import java.util.Locale;
import java.util.Map;
import nn.report.page.Html;

/** The frame of a page: its head, the ways to the other pages, and the switch of the language. */
final class Frame {

    /** The pages. */
    enum Tab {
        DRAW("/"),
        WATCH("/watch"),
        LEARN("/learn");

        private final String path;

        Tab(String path) {
            this.path = path;
        }

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private Frame() {}

    /** A whole page. The language stays with the browser until it is switched. */
    static Reply page(Texts texts, Tab tab, String main) {
        Html links = new Html();
        for (Tab other : Tab.values()) {
            String name = texts.text("tab." + other.key());
            if (other == tab) {
                links.element("a", name, "href", other.path, "aria-current", "page");
            } else {
                links.element("a", name, "href", other.path);
            }
        }
        Language other = texts.language().other();
        Html language = new Html()
                .element(
                        "a",
                        new Texts(other).text("language.name"),
                        "href",
                        tab.path + "?lang=" + other.code(),
                        "hreflang",
                        other.code(),
                        "lang",
                        other.code());
        String page = texts.fill(
                "frame.html",
                Map.of(
                        "lang", texts.language().code(),
                        "tab", tab.key(),
                        "heading",
                                new Html().text(texts.text("tab." + tab.key())).toString(),
                        "links", links.toString(),
                        "language", language.toString(),
                        "main", main));
        return Reply.html(page)
                .with("Set-Cookie", "lang=" + texts.language().code() + "; Path=/; SameSite=Strict; Max-Age=31536000");
    }
}
