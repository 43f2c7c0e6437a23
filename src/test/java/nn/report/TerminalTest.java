package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private final StringWriter err = new StringWriter();

    private Terminal of(String terminals, Map<String, String> environment) {
        return Terminal.ofProcess(new PrintWriter(new StringWriter()), new PrintWriter(err), environment, terminals);
    }

    /** The launcher gives the JVM a locale of UTF-8 there, so that it finds all files. */
    @Test
    void thePlainLocaleShowsNoBlockCharacters() {
        assertTrue(of("1 2", Map.of("LC_ALL", "C.UTF-8")).unicode());
        assertFalse(of("1 2 ascii", Map.of("LC_ALL", "C.UTF-8")).unicode());
    }

    @Test
    void isAnimatedAndColoredWhereTheStreamsAreTerminals() {
        Terminal both = of("1 2", Map.of("TERM", "xterm"));
        assertTrue(both.animated() && both.color());
        assertFalse(of("1", Map.of("TERM", "xterm")).animated());
        assertTrue(of("1", Map.of("TERM", "xterm")).color());
        assertTrue(of("2", Map.of("TERM", "xterm")).animated());
        assertFalse(of("2", Map.of("TERM", "xterm")).color());
        assertFalse(of("", Map.of("TERM", "xterm")).animated());
    }

    @Test
    void isPlainWhereTheTerminalCanDoNothing() {
        assertFalse(of("1 2", Map.of("TERM", "dumb")).animated());
        assertFalse(of("1 2", Map.of()).color());
    }

    @Test
    void honorsNoColor() {
        assertFalse(of("1 2", Map.of("TERM", "xterm", "NO_COLOR", "1")).color());
        assertTrue(of("1 2", Map.of("TERM", "xterm", "NO_COLOR", "")).color());
    }

    @Test
    void honorsCliColor() {
        assertFalse(of("1 2", Map.of("TERM", "xterm", "CLICOLOR", "0")).color());
        assertTrue(of("1 2", Map.of("TERM", "xterm", "CLICOLOR", "1")).color());
        assertFalse(of("", Map.of("CLICOLOR", "1")).color());
        assertTrue(of("", Map.of("CLICOLOR_FORCE", "1", "CLICOLOR", "0")).color());
        assertFalse(of("", Map.of("CLICOLOR_FORCE", "0")).color());
        assertFalse(of("", Map.of("CLICOLOR_FORCE", "1", "NO_COLOR", "1")).color());
    }

    @Test
    void knowsUnicodeByTheLocaleThatCounts() {
        assertTrue(of("", Map.of("LANG", "de_DE.UTF-8")).unicode());
        assertTrue(of("", Map.of("LANG", "C", "LC_CTYPE", "C.utf8")).unicode());
        assertFalse(of("", Map.of("LANG", "de_DE.UTF-8", "LC_ALL", "C")).unicode());
        assertFalse(of("", Map.of()).unicode());
    }

    @Test
    void takesTheWidthFromTheEnvironmentWhereItMakesSense() {
        assertEquals(80, of("", Map.of()).columns());
        assertEquals(132, of("", Map.of("COLUMNS", "132")).columns());
        assertEquals(80, of("", Map.of("COLUMNS", "0")).columns());
        assertEquals(80, of("", Map.of("COLUMNS", "wide")).columns());
    }

    @Test
    void saysOneLine() {
        of("", Map.of()).say("a\nb: \033[1m is gone");
        assertEquals("nn: a\\nb: \\x1b[1m is gone\n", err.toString());
    }
}
