package nn.report;

/**
 * Lines on the error stream that are drawn again in the same place. The cursor stays at their start: if the terminal becomes
 * narrower and breaks them, the next drawing still replaces all of them. The terminal cuts lines that are too long.
 */
final class Redrawn {

    private static final String ERASE_BELOW = "\033[J";
    private static final String WRAP_OFF = "\033[?7l";
    private static final String WRAP_ON = "\033[?7h";

    private final Terminal terminal;
    private String shown = "";

    Redrawn(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Draws lines over the previous ones. */
    void draw(String... lines) {
        shown = WRAP_OFF + String.join(ERASE_BELOW + "\n", lines) + ERASE_BELOW + WRAP_ON;
        print("\r" + shown + (lines.length > 1 ? "\033[" + (lines.length - 1) + "A" : "") + "\r");
    }

    /** Removes the lines, so that their place can be used. */
    void clear() {
        if (!shown.isEmpty()) {
            shown = "";
            // At the top left corner tmux would not erase but scroll, so a blank comes first.
            print("\r " + ERASE_BELOW + "\r");
        }
    }

    /** Leaves the lines where they are, and moves the cursor below them. */
    void keep() {
        if (!shown.isEmpty()) {
            print("\r" + shown + "\n");
            shown = "";
        }
    }

    private void print(String text) {
        terminal.err().print(text);
        terminal.err().flush();
    }
}
