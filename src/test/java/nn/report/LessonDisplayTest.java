package nn.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import nn.lesson.Lesson;
import nn.lesson.Lessons;
import nn.lesson.Runs;
import org.junit.jupiter.api.Test;

class LessonDisplayTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** The first frames of the classifier's line. */
    private String shown(boolean animated, boolean color, boolean unicode) {
        Lesson lesson = Lessons.named("classifier").orElseThrow();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), animated, color, unicode, 80);
        AtomicInteger frames = new AtomicInteger();
        try (LessonDisplay display = new LessonDisplay(terminal, lesson.name(), Locale.ENGLISH, true)) {
            lesson.run(Runs.input(lesson, 1), frame -> {
                if (frames.incrementAndGet() <= 2) {
                    display.accept(frame);
                }
            });
        }
        assertEquals("", out.toString());
        return err.toString();
    }

    @Test
    void withoutATerminalThereIsNothing() {
        assertEquals("", shown(false, false, true));
    }

    @Test
    void aTerminalShowsTheCurveAndTheSecondFrameOverTheFirst() {
        String text = shown(true, true, true);
        assertTrue(text.contains("slope A = 0.250"), text);
        assertTrue(text.chars().anyMatch(c -> c > 0x2800 && c < 0x2900), text);
        assertTrue(text.contains("\033[38;5;"), text);
        assertEquals(2, text.split("\033\\[19A\r", -1).length - 1, text);
        assertTrue(text.endsWith("\033[?7h\n\n"), text);
    }

    @Test
    void withoutColorThereIsNone() {
        assertFalse(shown(true, false, true).contains("\033[38"));
    }

    @Test
    void withoutUnicodeItIsPlainCharacters() {
        String text = shown(true, false, false);
        assertTrue(text.chars().allMatch(c -> c < 128), text);
        assertTrue(text.contains("*"), text);
    }
}
