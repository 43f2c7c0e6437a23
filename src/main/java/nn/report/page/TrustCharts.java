package nn.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import nn.eval.Coverage;
import nn.eval.Reliability;
import nn.eval.Reliability.Bin;
import nn.eval.ScoredData;
import nn.report.page.Chart.Axis;
import nn.report.page.Chart.Point;
import nn.report.page.Chart.Series;

/** Whether a classifier's confidence can be trusted: its reliability, and its accuracy against coverage. */
final class TrustCharts {

    private final double temperature;
    private final Reliability before;
    private final Reliability after;
    private final Coverage coverage;

    TrustCharts(ScoredData scored) {
        temperature = scored.classifier().temperature();
        before = Reliability.of(scored.withTemperature(1));
        after = Reliability.of(scored);
        coverage = Coverage.of(scored);
    }

    List<Chart> all() {
        return List.of(reliability(), coverage());
    }

    void write(Html html, Figures figures) {
        html.open("section", "id", "trust").element("h2", "Whether its confidence can be trusted");
        html.open("div", "class", "charts");
        List<List<String>> bins = new ArrayList<>();
        addBins(bins, "before", before);
        addBins(bins, "after", after);
        figures.write(html, reliability(), List.of("Temperature", "Mean probability", "Right", "Images"), bins);
        figures.write(
                html,
                coverage(),
                List.of("Left out", "Images that remain", "Wrong", "Right"),
                coverage.points().stream()
                        .map(point -> List.of(
                                Format.of("%.1f\u00a0%%", 100 * point.leftOut()),
                                Format.of("%,d", point.count()),
                                Format.of("%,d", point.errors()),
                                Format.percent(point.accuracy())))
                        .toList());
        html.close().close();
    }

    private static void addBins(List<List<String>> rows, String name, Reliability reliability) {
        for (Bin bin : reliability.bins()) {
            rows.add(List.of(
                    name,
                    Format.percent(bin.probability()),
                    Format.percent(bin.accuracy()),
                    Format.of("%,d", bin.count())));
        }
    }

    private Chart reliability() {
        return new Chart(
                "reliability",
                "Reliability",
                Format.of(
                        "Answers on the diagonal are as often right as their probability says. The expected calibration error is %s "
                                + "before the temperature of %.2f and %s after it. Points of few images scatter.",
                        Format.percent(before.expectedCalibrationError()),
                        temperature,
                        Format.percent(after.expectedCalibrationError())),
                new Axis("probability of the answer in %", 0, 100, false),
                new Axis("right answers in %", 0, 100, false),
                List.of(
                        new Series(
                                "as promised",
                                List.of(new Point(0, 0), new Point(100, 100)),
                                Tint.MUTED,
                                true,
                                false,
                                true),
                        series("before", before, Tint.PINK, true),
                        series("after", after, Tint.BLUE, false)),
                OptionalDouble.empty());
    }

    private static Series series(String name, Reliability reliability, Tint tint, boolean dashed) {
        return new Series(
                name,
                reliability.bins().stream()
                        .map(bin -> new Point(100 * bin.probability(), 100 * bin.accuracy()))
                        .toList(),
                tint,
                dashed,
                true,
                true);
    }

    private Chart coverage() {
        return new Chart(
                "coverage",
                "Accuracy against coverage",
                Format.of(
                        "Without the 1\u00a0%% of the images that it is least sure of, %s of the rest are right; without 5\u00a0%%, %s.",
                        Format.percent(coverage.without(0.01).accuracy()),
                        Format.percent(coverage.without(0.05).accuracy())),
                new Axis("images left out in %, the least sure first", 0, 20, false),
                Axis.of("right answers in % of the rest"),
                List.of(new Series(
                        "test",
                        coverage.points().stream()
                                .map(point -> new Point(100 * point.leftOut(), 100 * point.accuracy()))
                                .toList(),
                        Tint.BLUE,
                        false,
                        false,
                        true)),
                OptionalDouble.empty());
    }
}
