package nn;

/** Text out of an untrusted file, made fit for a one-line message: in quotes, short, control characters escaped. */
public final class UntrustedText {

    private static final int LONGEST = 80;
    private static final int LONGEST_REASON = 300;

    private UntrustedText() {}

    public static String quoted(String text) {
        return '"' + escaped(text) + '"';
    }

    /** The same without the quotes. */
    public static String escaped(String text) {
        return escaped(text, LONGEST);
    }

    /** A sentence of ours that quotes the file. */
    public static String reason(Exception e) {
        return escaped(String.valueOf(e.getMessage()), LONGEST_REASON);
    }

    private static String escaped(String text, int longest) {
        StringBuilder line = new StringBuilder();
        text.codePoints().limit(longest).forEach(c -> {
            if (isPrintable(c)) {
                line.appendCodePoint(c);
            } else {
                line.append("\\u")
                        .append(Integer.toHexString(0x10000 | c & 0xffff).substring(1));
            }
        });
        return line.append(text.codePointCount(0, text.length()) > longest ? "..." : "")
                .toString();
    }

    /** Format characters could turn the writing direction of the user's terminal; lone surrogates could not be encoded. */
    private static boolean isPrintable(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.UNASSIGNED;
    }
}
