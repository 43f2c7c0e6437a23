package nn.report;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/**
 * The output streams, and what they can show.
 *
 * @param out gets results
 * @param err gets progress and messages
 * @param animated whether lines on {@code err} can be redrawn
 * @param color whether {@code out} shows colors
 * @param unicode whether {@code out} shows block characters
 * @param columns the width in characters when the program started
 */
public record Terminal(
        PrintWriter out, PrintWriter err, boolean animated, boolean color, boolean unicode, int columns) {

    private static final int DEFAULT_COLUMNS = 80;

    /** Output that is not a terminal, such as a file or a test. */
    public static Terminal plain(PrintWriter out, PrintWriter err) {
        return new Terminal(out, err, false, false, false, DEFAULT_COLUMNS);
    }

    /**
     * The output of this process. The launcher's property {@code nn.terminal} lists the file descriptors that are terminals,
     * such as {@code "1 2"}, and {@code ascii} in the C locale.
     */
    public static Terminal ofProcess(
            PrintWriter out, PrintWriter err, Map<String, String> environment, String terminals) {
        boolean dumb = environment.getOrDefault("TERM", "dumb").equals("dumb");
        boolean out1 = terminals.contains("1") && !dumb;
        boolean err2 = terminals.contains("2") && !dumb;
        boolean color = color(out1, environment);
        String locale = environment.getOrDefault("LC_ALL", "");
        locale = locale.isEmpty() ? environment.getOrDefault("LC_CTYPE", "") : locale;
        locale = locale.isEmpty() ? environment.getOrDefault("LANG", "") : locale;
        boolean unicode = !terminals.contains("ascii")
                && locale.toLowerCase(Locale.ROOT).replace("-", "").contains("utf8");
        return new Terminal(out, err, err2, color, unicode, columns(environment.get("COLUMNS")));
    }

    /** Prints a message on {@code err}, made {@link Printable}. */
    public void say(String message) {
        synchronized (err) {
            err.println("nn: " + Printable.of(message));
            err.flush();
        }
    }

    /** Prints the last message. Other threads cannot print while {@code end} runs. */
    public void sayLast(String message, Runnable end) {
        synchronized (err) {
            say(message);
            end.run();
        }
    }

    /** Whether to show colors: {@code NO_COLOR} first, then {@code CLICOLOR_FORCE} and {@code CLICOLOR}, then the stream. */
    private static boolean color(boolean terminal, Map<String, String> environment) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return false;
        }
        String forced = environment.getOrDefault("CLICOLOR_FORCE", "");
        if (!forced.isEmpty() && !forced.equals("0")) {
            return true;
        }
        return terminal && !environment.getOrDefault("CLICOLOR", "").equals("0");
    }

    /** The told width. A terminal that does not know its size tells 0. */
    private static int columns(String told) {
        try {
            int columns = told == null ? 0 : Integer.parseInt(told.trim());
            return columns < 1 ? DEFAULT_COLUMNS : Math.min(1000, columns);
        } catch (NumberFormatException e) {
            return DEFAULT_COLUMNS;
        }
    }
}
