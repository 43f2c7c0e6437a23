package nn.report;

/** Text that cannot move a terminal's cursor or break a line: file names may hold anything. */
public final class Printable {

    private Printable() {
    }

    /** The text with control characters written as {@code \n} or {@code \x1b}. */
    public static String of(String text) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line.append("\\n");
            } else if (Character.isISOControl(c)) {
                line.append(String.format("\\x%02x", (int) c));
            } else {
                line.append(c);
            }
        }
        return line.toString();
    }
}
