package nn.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ShadesTest {

    private static final Pattern RULE = Pattern.compile("td\\.s\\d\\{background:(#[0-9a-f]{6});color:(#[0-9a-f]{6})}");

    @Test
    void theTextOfEachShadeIsReadableInBothSchemes() {
        for (String scheme : List.of(Shades.light(), Shades.dark())) {
            Matcher rule = RULE.matcher(scheme);
            int rules = 0;
            while (rule.find()) {
                rules++;
                double contrast = Shades.contrast(Color.decode(rule.group(1)), Color.decode(rule.group(2)));
                assertTrue(contrast >= 4.5, () -> scheme + " " + contrast);
            }
            assertEquals(8, rules, scheme);
        }
    }

    @Test
    void contrastIsTheRatioOfTheGuidelines() {
        assertEquals(21, Shades.contrast(Color.BLACK, Color.WHITE), 1e-9);
        // The gray that is known as the lightest with 4.5 on white: 4.54.
        assertEquals(4.54, Shades.contrast(new Color(0x767676), Color.WHITE), 0.005);
    }

    @Test
    void everyWrongAnswerIsShaded() {
        assertEquals("s0", Shades.of(0));
        assertEquals("s1", Shades.of(1e-6));
        assertEquals("s4", Shades.of(0.5));
        assertEquals("s8", Shades.of(1));
    }
}
