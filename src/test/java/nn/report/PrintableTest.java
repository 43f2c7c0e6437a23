package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void lettersOfAnyScriptStayAsTheyAre() {
        assertEquals("Ziffer ü 数字 ٣ \\ \"", Printable.of("Ziffer ü 数字 ٣ \\ \""));
    }

    @Test
    void controlCharactersAreSpelledOut() {
        assertEquals("a\\nb\\x0d\\x09\\x00\\x1b[2J\\x7f\\x9b", Printable.of("a\nb\r\t\0\033[2J\u007f\u009b"));
    }

    @Test
    void whatTurnsTheWritingDirectionOrBreaksTheLineIsSpelledOut() {
        assertEquals("a\\u202egnp.exe\\u2028", Printable.of("a\u202egnp.exe\u2028"));
    }
}
