package nn.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nn.report.page.Html;

/**
 * The texts of the page in one language, and the pages' frames with these texts. In a frame, <code>{{key}}</code> stands for a text or
 * for a part of the page.
 */
record Texts(Language language) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+(?:\\.[a-z]+)*)}}");

    String text(String key) {
        return bundle().getString(key);
    }

    String text(String key, Object... arguments) {
        return new MessageFormat(text(key), Locale.ROOT).format(arguments);
    }

    /** Disables the fallback to the system's language, so that a Chinese system can show English. */
    private ResourceBundle bundle() {
        return ResourceBundle.getBundle(
                "nn.serve.page",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * A resource with its places filled.
     *
     * @param parts markup by key; other keys are texts, which are escaped
     */
    String fill(String resource, Map<String, String> parts) {
        String frame = new String(resource(resource), StandardCharsets.UTF_8);
        return PLACE.matcher(frame).replaceAll(place -> {
            String key = place.group(1);
            String part = parts.get(key);
            return Matcher.quoteReplacement(
                    part != null ? part : new Html().text(text(key)).toString());
        });
    }

    /** A resource of the page. */
    static byte[] resource(String name) {
        try (InputStream in = Texts.class.getResourceAsStream("/nn/serve/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of the program can be read", e);
        }
    }
}
