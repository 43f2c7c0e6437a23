package nn.report;

import java.util.HexFormat;

/** Makes text safe for a terminal, so that a file name cannot move the cursor or break a line. */
public final class Printable {

    private Printable() {}

    /** The text with control characters written as {@code \n} or {@code \x1b}, and invisible ones as their code. */
    public static String of(String text) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line.append("\\n");
            } else if (Character.isISOControl(c)) {
                line.append("\\x").append(HexFormat.of().toHexDigits((byte) c));
            } else if (isInvisible(c)) {
                line.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                line.append(c);
            }
        }
        return line.toString();
    }

    private static boolean isInvisible(char c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
