package nn.report;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/**
 * Where text goes, and what can be shown there.
 *
 * @param out results
 * @param err progress and diagnostics
 * @param animated whether lines on {@code err} may be redrawn: it is a terminal that can
 * @param color whether {@code out} may be colored
 * @param unicode whether {@code out} shows block characters
 * @param columns the width
 */
public record Terminal(
        PrintWriter out, PrintWriter err, boolean animated, boolean color, boolean unicode, int columns) {

    private static final int DEFAULT_COLUMNS = 80;

    /** A place that is no terminal, such as a file or a test. */
    public static Terminal plain(PrintWriter out, PrintWriter err) {
        return new Terminal(out, err, false, false, false, DEFAULT_COLUMNS);
    }

    /**
     * The process's own, from what the launcher found: {@code nn.terminal} lists the descriptors that are terminals, such as
     * {@code "1 2"}, and says {@code ascii} where the locale is the plain one.
     */
    public static Terminal ofProcess(
            PrintWriter out, PrintWriter err, Map<String, String> environment, String terminals) {
        boolean dumb = environment.getOrDefault("TERM", "dumb").equals("dumb");
        boolean out1 = terminals.contains("1") && !dumb;
        boolean err2 = terminals.contains("2") && !dumb;
        boolean color = out1 && environment.getOrDefault("NO_COLOR", "").isEmpty();
        String locale = environment.getOrDefault("LC_ALL", "");
        locale = locale.isEmpty() ? environment.getOrDefault("LC_CTYPE", "") : locale;
        locale = locale.isEmpty() ? environment.getOrDefault("LANG", "") : locale;
        boolean unicode = !terminals.contains("ascii")
                && locale.toLowerCase(Locale.ROOT).replace("-", "").contains("utf8");
        return new Terminal(out, err, err2, color, unicode, columns(environment.get("COLUMNS")));
    }

    /** One line of ours on {@code err}; what it quotes cannot move the cursor. */
    public void say(String message) {
        synchronized (err) {
            err.println("nn: " + Printable.of(message));
            err.flush();
        }
    }

    /** Says the last line: what other threads would say while {@code end} goes on is not heard any more. */
    public void sayLast(String message, Runnable end) {
        synchronized (err) {
            say(message);
            end.run();
        }
    }

    private static int columns(String told) {
        try {
            return told == null ? DEFAULT_COLUMNS : Math.max(1, Math.min(1000, Integer.parseInt(told.trim())));
        } catch (NumberFormatException e) {
            return DEFAULT_COLUMNS;
        }
    }
}
