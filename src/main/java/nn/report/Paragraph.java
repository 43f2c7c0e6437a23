package nn.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Breaks text into lines for a terminal, where a Chinese character takes two columns. Lines break at blanks. In Chinese they
 * break anywhere except before a closing mark and after an opening one. Short formulas are not broken.
 */
final class Paragraph {

    private static final char BOUND = '\u00a0';
    private static final Pattern OPERATOR = Pattern.compile(" (=|\\+|-|\\*|/|<|>|<=|>=|->|<-|\\.) ");
    private static final Pattern SHORT_BRACKET = Pattern.compile("[\\[(][^\\[\\]() ]+(, [^\\[\\]() ]+){1,2}[\\])]");
    private static final String CLOSING = "，。、；：！？）】》”’…";
    private static final String OPENING = "（【《“‘";

    private Paragraph() {}

    /** The width of a text in columns. */
    static int columns(String text) {
        return text.codePoints().map(c -> wide(c) ? 2 : 1).sum();
    }

    /** Whether a character takes two columns, as Chinese characters and punctuation do. */
    static boolean wide(int c) {
        return c >= 0x1100 && c <= 0x115f
                || c >= 0x2e80 && c <= 0xa4cf
                || c >= 0xac00 && c <= 0xd7a3
                || c >= 0xf900 && c <= 0xfaff
                || c >= 0xfe30 && c <= 0xfe4f
                || c >= 0xff00 && c <= 0xff60
                || c >= 0x20000 && c <= 0x3fffd;
    }

    /**
     * Lines of at most {@code columns} columns, unless a single word is longer.
     *
     * @param first the start of the first line
     * @param rest the start of all other lines
     */
    static List<String> lines(String text, String first, String rest, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String piece : pieces(bound(text))) {
            if (!empty && columns(line.toString()) + columns(piece.stripTrailing()) > columns) {
                lines.add(finished(line));
                line = new StringBuilder(rest);
            }
            line.append(piece);
            empty = false;
        }
        lines.add(finished(line));
        return lines;
    }

    /** Binds the parts of formulas and short brackets. */
    private static String bound(String text) {
        String bound =
                OPERATOR.matcher(text).replaceAll(match -> Matcher.quoteReplacement(BOUND + match.group(1) + BOUND));
        return SHORT_BRACKET
                .matcher(bound)
                .replaceAll(match -> Matcher.quoteReplacement(match.group().replace(' ', BOUND)));
    }

    private static String finished(StringBuilder line) {
        return line.toString().replace(BOUND, ' ').stripTrailing();
    }

    /**
     * Splits a text into unbreakable pieces: words with the blanks after them, and single Chinese characters with their
     * marks.
     */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            piece.append(c);
            boolean afterBlank = c == ' ' && next != ' ';
            boolean inChinese = (wide(c) || wide(next))
                    && c != ' '
                    && next != ' '
                    && CLOSING.indexOf(next) < 0
                    && OPENING.indexOf(c) < 0;
            if (afterBlank || inChinese) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
        }
        if (piece.length() > 0) {
            pieces.add(piece.toString());
        }
        return pieces;
    }
}
