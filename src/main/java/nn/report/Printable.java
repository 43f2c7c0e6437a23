package nn.report;

import java.util.HexFormat;

/** Text that cannot move a terminal's cursor or break a line: file names may hold anything. */
public final class Printable {

    private Printable() {}

    /** The text with control characters written as {@code \n} or {@code \x1b}, and invisible ones by their number. */
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
