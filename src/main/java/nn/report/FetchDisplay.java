package nn.report;

import nn.exchange.fetch.FetchListener;

/** Shows a download: a line that is redrawn on a terminal, and a line for each file and each trouble. */
public final class FetchDisplay implements FetchListener {

    private static final long REDRAW_NANOS = 100_000_000;
    private static final double MEGABYTE = 1e6;

    private final Terminal terminal;
    private final boolean quiet;
    private final Redrawn line;
    private long lastDrawn = System.nanoTime() - REDRAW_NANOS;

    public FetchDisplay(Terminal terminal, boolean quiet) {
        this.terminal = terminal;
        this.quiet = quiet;
        line = new Redrawn(terminal);
    }

    @Override
    public void received(String file, long bytes, long total) {
        if (quiet || !terminal.animated() || System.nanoTime() - lastDrawn < REDRAW_NANOS) {
            return;
        }
        lastDrawn = System.nanoTime();
        line.draw(
                total < 0
                        ? EvaluationText.format("%s  %.1f MB", file, bytes / MEGABYTE)
                        : EvaluationText.format(
                                "%s  %.1f of %.1f MB  %3.0f %%",
                                file, bytes / MEGABYTE, total / MEGABYTE, 100.0 * bytes / total));
    }

    @Override
    public void done(String file) {
        if (!quiet) {
            line.clear();
            terminal.say(file + ": fetched");
        }
    }

    @Override
    public void trouble(String message) {
        if (!quiet) {
            line.clear();
            terminal.say("warning: " + message);
        }
    }
}
