package nn.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import nn.lesson.Frame;

/**
 * Animates a lesson's training on the terminal, slowly enough to follow. It shows nothing without a terminal that can redraw.
 */
public final class LessonDisplay implements Consumer<Frame>, AutoCloseable {

    private static final long FRAME_NANOS = 70_000_000;

    private final Terminal terminal;
    private final LessonMessages words;
    private final boolean shown;
    private final Redrawn picture;
    private String panel = "";
    private long next;

    /** @param wanted whether the user wants the animation */
    public LessonDisplay(Terminal terminal, String lesson, Locale language, boolean wanted) {
        this.terminal = terminal;
        words = LessonMessages.of(lesson, language);
        shown = wanted && terminal.animated();
        picture = new Redrawn(terminal);
    }

    @Override
    public void accept(Frame frame) {
        if (!shown) {
            return;
        }
        await();
        if (!panel.equals(frame.panel().key())) {
            picture.keep();
            panel = frame.panel().key();
        }
        List<String> lines = new ArrayList<>(new TerminalPlot(terminal, words).lines(frame.panel()));
        lines.add("  " + words.text(frame.caption()));
        picture.draw(lines.toArray(String[]::new));
    }

    private void await() {
        long wait = next - System.nanoTime();
        if (wait > 0) {
            try {
                Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        next = System.nanoTime() + FRAME_NANOS;
    }

    /** Leaves the last picture on the terminal. */
    @Override
    public void close() {
        if (!panel.isEmpty()) {
            picture.keep();
            terminal.err().println();
            terminal.err().flush();
        }
    }
}
