package nn.report.page;

import nn.checkpoint.RunDirectory;

/** The charts of a training that still goes on, as a part of a page. */
public final class LiveCharts {

    private LiveCharts() {}

    /**
     * The charts of the finished epochs; empty before the first one has ended.
     *
     * @throws nn.NnException BAD_CHECKPOINT if the history is damaged
     */
    public static String of(RunDirectory run) {
        Html html = new Html();
        if (run.history().toFile().isFile()) {
            new LearningCharts(History.read(run.history())).write(html, new Figures(DrawingFile.canDraw()));
        }
        return html.toString();
    }
}
