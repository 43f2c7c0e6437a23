package nn.report.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import nn.NnException;
import nn.NnException.Kind;
import nn.checkpoint.RunConfig;
import nn.checkpoint.RunDirectory;
import nn.data.DataSet;
import nn.eval.Evaluation.Mistake;
import nn.files.AtomicFile;
import nn.json.Json;
import nn.report.Report;
import nn.report.RunComparison;
import nn.report.RunComparison.Pair;
import nn.report.RunComparison.Run;
import nn.report.page.Chart.Axis;
import nn.report.page.Chart.Point;
import nn.report.page.Chart.Series;
import nn.report.page.History.Epoch;

/** Several runs compared, as a value and as a page. */
public final class ComparisonPage {

    private static final List<Tint> TINTS = List.of(Tint.BLUE, Tint.ORANGE, Tint.GREEN, Tint.PINK, Tint.INK);
    private static final int MOST_IMAGES = 40;

    private final List<RunDirectory> directories;
    private final List<Report> reports;
    private final RunComparison comparison;

    /**
     * Reads the results of runs.
     *
     * @throws NnException BAD_CHECKPOINT if one is not finished or has no test measurement, BAD_INPUT if they were not measured on the
     *     same images
     */
    public ComparisonPage(List<Path> runs) {
        directories = runs.stream().map(RunDirectory::new).toList();
        reports = directories.stream().map(ComparisonPage::report).toList();
        try {
            comparison = RunComparison.of(runs.stream().map(Path::toString).toList(), reports);
        } catch (IllegalArgumentException e) {
            throw new NnException(Kind.BAD_INPUT, e.getMessage() + "; compare runs on the same --data", e);
        }
    }

    private static Report report(RunDirectory run) {
        RunReport.requireFinished(run);
        Report report = Json.read(run.report(), Report.class, Kind.BAD_CHECKPOINT);
        if (report.test().isEmpty()) {
            throw NnException.of(
                    Kind.BAD_CHECKPOINT, run.report(), "has no test measurement", "compare runs without --no-test");
        }
        return report;
    }

    public RunComparison comparison() {
        return comparison;
    }

    /**
     * Writes the page.
     *
     * @param warnings gets a line if it has no charts or no images
     */
    public void write(Path file, Consumer<String> warnings) {
        boolean drawn = DrawingFile.canDraw();
        Optional<DataSet> images = images(warnings);
        AtomicFile.write(
                file,
                Page.of("Comparison of " + comparison.runs().size() + " runs", html -> body(html, drawn, images)));
        if (!drawn) {
            warnings.accept(file + ": has tables in place of charts, as " + Page.NO_FONTS + ", and write it again");
        }
    }

    private void body(Html html, boolean drawn, Optional<DataSet> images) {
        html.open("section", "id", "runs").element("h2", "The runs");
        Figures.table(
                html,
                List.of("Run", "Accuracy", "95 % interval", "Wrong", "Network", "Preset", "Seed", "Epochs", "Time"),
                comparison.runs().stream().map(ComparisonPage::row).toList());
        html.close();
        html.open("section", "id", "pairs").element("h2", "Whether they differ");
        html.element(
                "p",
                "The exact McNemar test looks at the images that one run gets right and the other wrong. p is the probability of such a "
                        + "difference, or a larger one, between runs that are equally good.");
        Figures.table(
                html,
                List.of("Runs", "Result"),
                comparison.pairs().stream()
                        .map(pair -> List.of(pair.first() + " and " + pair.second(), pair.sentence()))
                        .toList());
        html.close();
        curves(html, new Figures(drawn));
        images.ifPresent(data -> comparison.pairs().forEach(pair -> differences(html, pair, data)));
    }

    private static List<String> row(Run run) {
        return List.of(
                run.run(),
                Format.percent(run.accuracy()),
                Format.interval(run.interval95()),
                Format.of("%,d of %,d", run.errors(), run.count()),
                run.architecture(),
                run.preset(),
                String.valueOf(run.seed()),
                String.valueOf(run.epochs()),
                Format.seconds(run.seconds()));
    }

    private void curves(Html html, Figures figures) {
        List<History> histories =
                directories.stream().map(run -> History.read(run.history())).toList();
        html.open("section", "id", "curves").element("h2", "How they learned").open("div", "class", "charts");
        curve(html, figures, histories, "loss", "Training loss", "mean loss", Epoch::loss);
        curve(
                html,
                figures,
                histories,
                "accuracy",
                "Accuracy on the validation images",
                "right answers in %",
                epoch -> 100 * epoch.validationAccuracy());
        html.close().close();
    }

    /** One line for each run: the first network of a committee. */
    private void curve(
            Html html,
            Figures figures,
            List<History> histories,
            String id,
            String title,
            String unit,
            ToDoubleFunction<Epoch> value) {
        List<Series> series = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < histories.size(); i++) {
            String name = comparison.runs().get(i).run();
            List<Point> points = new ArrayList<>();
            for (Epoch epoch : histories.get(i).first()) {
                points.add(new Point(epoch.number(), value.applyAsDouble(epoch)));
                rows.add(List.of(name, String.valueOf(epoch.number()), Format.decimal(value.applyAsDouble(epoch))));
            }
            series.add(new Series(name, points, TINTS.get(i % TINTS.size()), i / TINTS.size() % 2 == 1, false, true));
        }
        Chart chart = new Chart(
                id,
                title,
                "One line for each of " + series.size() + " runs; of a committee its first network.",
                Axis.whole("epoch"),
                Axis.of(unit),
                series,
                OptionalDouble.empty());
        if (chart.hasPoints()) {
            figures.write(html, chart, List.of("Run", "Epoch", unit), rows);
        }
    }

    private void differences(Html html, Pair pair, DataSet data) {
        html.open("section").element("h2", pair.first() + " and " + pair.second());
        side(html, "Only wrong in " + pair.first(), pair.onlyFirstWrong(), data);
        side(html, "Only wrong in " + pair.second(), pair.onlySecondWrong(), data);
        html.close();
    }

    private void side(Html html, String title, List<Mistake> mistakes, DataSet data) {
        int shown = Math.min(MOST_IMAGES, mistakes.size());
        html.element(
                "h3",
                title
                        + Format.of(": %,d", mistakes.size())
                        + (shown < mistakes.size() ? ", of which the first " + shown : ""));
        html.open("ol", "class", "gallery");
        for (Mistake mistake : mistakes.subList(0, shown)) {
            html.open("li");
            Gallery.image(html, data, mistake, name(mistake.truth()) + " read as " + name(mistake.predicted()));
            html.element("small", Format.of("%.1f\u00a0%%, #%d", 100 * mistake.probability(), mistake.index()));
            html.close();
        }
        html.close();
    }

    private String name(int k) {
        return reports.get(0).test().orElseThrow().perClass().get(k).name();
    }

    /** The test images of the first run, if they are still the ones that it measured. */
    private Optional<DataSet> images(Consumer<String> warnings) {
        RunDirectory first = directories.get(0);
        try {
            RunConfig config = Json.read(first.config(), RunConfig.class, Kind.BAD_CHECKPOINT);
            DataSet data = RunReport.testImages(config);
            boolean same = data.size() == comparison.runs().get(0).count()
                    && reports.get(0).test().orElseThrow().mistakes().stream()
                            .allMatch(mistake -> data.label(mistake.index()) == mistake.truth());
            if (same) {
                return Optional.of(data);
            }
            warnings.accept(config.data() + ": has other test images than the runs measured; the page is without them");
        } catch (NnException e) {
            warnings.accept("the comparison is without the test images (" + e.getMessage() + ")");
        }
        return Optional.empty();
    }
}
