package nn.serve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nn.checkpoint.TrainingProgress;
import nn.report.TrainingDisplay;
import nn.report.page.Html;
import nn.serve.Runs.Outcome;
import nn.serve.Runs.Run;

/** The parts of the page of runs that change: the trainings, their charts, and the table of all runs. */
record RunParts(Runs runs, Texts texts) {

    /** The parts by the ids of their elements. */
    Map<String, String> all() {
        List<Run> all = runs.all();
        Map<Run, TrainingProgress> trainings = new LinkedHashMap<>();
        all.forEach(run -> run.training().ifPresent(progress -> trainings.put(run, progress)));
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("trainings", trainings(trainings));
        parts.put("curves", curves(trainings));
        parts.put("runs", table(all, trainings));
        return parts;
    }

    private String trainings(Map<Run, TrainingProgress> trainings) {
        Html html = new Html();
        if (trainings.isEmpty()) {
            html.element("p", texts.text("watch.none"));
        }
        trainings.forEach((run, progress) -> {
            double done = (progress.epoch() - 1 + (double) progress.step() / progress.steps()) / progress.epochs();
            html.open("div", "class", "training").element("h3", run.name());
            html.element("progress", percent(done), "value", decimals(done, 4), "aria-label", run.name());
            html.open("p").text(texts.text("watch.epoch", progress.epoch(), progress.epochs()));
            if (progress.networks() > 1) {
                html.text(", " + texts.text("watch.network", progress.network(), progress.networks()));
            }
            html.close();
            html.open("dl");
            fact(html, "watch.loss", decimals(progress.loss(), 4));
            fact(html, "watch.speed", String.format(Locale.ROOT, "%,.0f", progress.imagesPerSecond()));
            fact(html, "watch.left", TrainingDisplay.duration(progress.secondsLeft()));
            html.close().close();
        });
        return html.toString();
    }

    private void fact(Html html, String key, String value) {
        html.open("div").element("dt", texts.text(key)).element("dd", value).close();
    }

    private String curves(Map<Run, TrainingProgress> trainings) {
        StringBuilder curves = new StringBuilder();
        for (Run run : trainings.keySet()) {
            if (trainings.size() > 1) {
                curves.append(new Html().element("h3", run.name()));
            }
            curves.append(runs.charts(run));
        }
        return curves.toString();
    }

    private String table(List<Run> all, Map<Run, TrainingProgress> trainings) {
        Html html = new Html();
        if (all.isEmpty()) {
            return html.element("p", texts.text("watch.empty")).toString();
        }
        html.open("div", "class", "scroll", "tabindex", "0").open("table");
        html.head(
                texts.text("watch.compare"),
                texts.text("watch.run"),
                texts.text("watch.state"),
                texts.text("watch.preset"),
                texts.text("watch.architecture"),
                texts.text("watch.accuracy"));
        html.open("tbody");
        for (Run run : all) {
            row(html, run, runs.outcome(run), trainings.containsKey(run));
        }
        return html.close().close().close().toString();
    }

    private void row(Html html, Run run, Optional<Outcome> outcome, boolean trains) {
        boolean finished = run.directory().isFinished();
        html.open("tr").open("td");
        if (finished) {
            html.empty("input", "type", "checkbox", "name", "run", "value", run.name(), "aria-label", run.name());
        }
        html.close().open("th", "scope", "row");
        if (WatchPage.hasReport(run)) {
            html.element("a", run.name(), "href", "/report?run=" + WatchPage.encoded(run.name()));
        } else {
            html.text(run.name());
        }
        html.close();
        html.element("td", texts.text(trains ? "watch.trains" : finished ? "watch.finished" : "watch.stopped"));
        html.element("td", outcome.map(Outcome::preset).orElse(""));
        html.element("td", outcome.map(Outcome::architecture).orElse(""));
        html.element(
                "td", outcome.flatMap(Outcome::accuracy).map(RunParts::percent).orElse(""));
        html.close();
    }

    private static String percent(double share) {
        return decimals(100 * share, 2) + "\u00a0%";
    }

    private static String decimals(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
