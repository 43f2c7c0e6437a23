package nn.report.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Writes HTML. Every text and attribute is escaped, and every element is closed, so that no name in a file can change the page. Element
 * and attribute names are the caller's own.
 */
public final class Html {

    private final StringBuilder markup = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param attributes names and values in turn
     */
    public Html open(String name, String... attributes) {
        start(name, attributes);
        open.push(name);
        return this;
    }

    /** Closes the element that was opened last. */
    public Html close() {
        markup.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** A whole element with a text. */
    public Html element(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close();
    }

    /** An element that has no content, such as {@code img}. */
    public Html empty(String name, String... attributes) {
        start(name, attributes);
        return this;
    }

    public Html text(String text) {
        markup.append(escaped(text));
        return this;
    }

    /** Formats a text in the root locale. */
    public Html text(String pattern, Object... arguments) {
        return text(String.format(Locale.ROOT, pattern, arguments));
    }

    /** Markup that this program made, such as a chart. It is not escaped. */
    public Html markup(String trusted) {
        markup.append(trusted);
        return this;
    }

    /** A row of header cells and data cells: the first cell names the row. */
    public Html row(String header, String... cells) {
        open("tr").element("th", header, "scope", "row");
        for (String cell : cells) {
            element("td", cell);
        }
        return close();
    }

    /** The row with the names of the columns. */
    public Html head(String... names) {
        open("thead").open("tr");
        for (String name : names) {
            element("th", name, "scope", "col");
        }
        return close().close();
    }

    /** @throws IllegalStateException if an element is open */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("open elements: " + open);
        }
        return markup.toString();
    }

    private void start(String name, String... attributes) {
        markup.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            markup.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        markup.append('>');
    }

    /** Control characters, which HTML forbids, become a replacement character. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\n', '\t' -> safe.append((char) point);
                default ->
                    safe.appendCodePoint(
                            Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE
                                    ? 0xfffd
                                    : point);
            }
        });
        return safe.toString();
    }
}
