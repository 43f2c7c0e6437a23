package nn.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void textAndAttributesCannotAddMarkup() {
        String html =
                new Html().element("p", "<script>&\"", "title", "\"><script>").toString();
        assertEquals("<p title=\"&quot;&gt;&lt;script&gt;\">&lt;script&gt;&amp;&quot;</p>\n", html);
    }

    @Test
    void controlCharactersAndHalvesOfCharactersAreReplaced() {
        assertEquals("a\ufffdb\ufffdc\nd", new Html().text("a\u0000b\ud800c\nd").toString());
    }

    @Test
    void anOpenElementIsAnError() {
        Html html = new Html().open("p");
        assertThrows(IllegalStateException.class, html::toString);
    }
}
