package nn.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import nn.report.page.Chart.Axis;
import nn.report.page.Chart.Point;
import nn.report.page.Chart.Series;
import nn.report.page.History.Epoch;
import nn.report.page.History.Network;

/** The learning curves of a run: loss, accuracy and learning rate over the epochs. */
final class LearningCharts {

    private static final int FEW_EPOCHS = 40;

    private final History history;

    LearningCharts(History history) {
        this.history = history;
    }

    /** The charts that have something to show. */
    List<Chart> all() {
        if (history.networks().isEmpty()) {
            return List.of();
        }
        List<Chart> charts = new ArrayList<>();
        List<Series> losses = new ArrayList<>(series("training", Tint.BLUE, true, Epoch::loss));
        losses.addAll(series("validation", Tint.ORANGE, false, Epoch::validationLoss));
        charts.add(chart("loss", "Loss", "mean loss", losses));
        charts.add(chart(
                "accuracy",
                "Accuracy on the validation images",
                "right answers in %",
                series("validation", Tint.ORANGE, false, epoch -> 100 * epoch.validationAccuracy())));
        charts.add(chart(
                "learning-rate",
                "Learning rate",
                "learning rate",
                series("learning rate", Tint.GREEN, false, Epoch::learningRate)));
        charts.removeIf(chart -> !chart.hasPoints());
        return charts;
    }

    void write(Html html, Figures figures) {
        if (all().isEmpty()) {
            return;
        }
        html.open("section").element("h2", "How it learned").open("div", "class", "charts");
        for (Chart chart : all()) {
            figures.write(html, chart, columns(chart), rows(chart));
        }
        html.close().close();
    }

    private List<String> columns(Chart chart) {
        List<String> columns = new ArrayList<>(several() ? List.of("Network", "Epoch") : List.of("Epoch"));
        columns.addAll(
                switch (chart.id()) {
                    case "loss" -> List.of("Training loss", "Validation loss");
                    case "accuracy" -> List.of("Validation accuracy", "Better than before");
                    default -> List.of("Learning rate");
                });
        return columns;
    }

    private List<List<String>> rows(Chart chart) {
        List<List<String>> rows = new ArrayList<>();
        for (Network network : history.networks()) {
            for (Epoch epoch : network.epochs()) {
                List<String> row = new ArrayList<>();
                if (several()) {
                    row.add(name(network));
                }
                row.add(String.valueOf(epoch.number()));
                switch (chart.id()) {
                    case "loss" -> {
                        row.add(Format.decimal(epoch.loss()));
                        row.add(Format.decimal(epoch.validationLoss()));
                    }
                    case "accuracy" -> {
                        row.add(
                                Double.isNaN(epoch.validationAccuracy())
                                        ? ""
                                        : Format.percent(epoch.validationAccuracy()));
                        row.add(epoch.best() ? "yes" : "");
                    }
                    default -> row.add(Format.of("%.6g", epoch.learningRate()));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private boolean several() {
        return history.networks().size() > 1;
    }

    private static String name(Network network) {
        return (network.refit() ? "refit " : "member ") + network.member();
    }

    private Chart chart(String id, String title, String unit, List<Series> series) {
        OptionalDouble best = several() || history.first().size() == 1 ? OptionalDouble.empty() : bestEpoch();
        String marked = best.isPresent() && !id.equals("learning-rate")
                ? Format.of(" The dashed line marks the best epoch, %.0f.", best.getAsDouble())
                : "";
        return new Chart(
                id,
                title,
                description(id) + marked,
                Axis.whole("epoch"),
                Axis.of(unit),
                series,
                id.equals("learning-rate") ? OptionalDouble.empty() : best);
    }

    private String description(String id) {
        List<Epoch> epochs = history.first();
        if (several()) {
            return Format.of("For each of %d networks.", history.networks().size());
        }
        if (epochs.size() == 1) {
            return "After one epoch.";
        }
        Epoch first = epochs.get(0);
        Epoch last = epochs.get(epochs.size() - 1);
        return switch (id) {
            case "loss" ->
                Format.of(
                        "The training loss goes from %.4f to %.4f in %d epochs. It is measured while training: with "
                                + "deformed images, dropout and smoothed labels, if the configuration has them.",
                        first.loss(), last.loss(), epochs.size());
            case "accuracy" ->
                Format.of(
                        "From %s after the first epoch to %s after the last.",
                        Format.percent(first.validationAccuracy()), Format.percent(last.validationAccuracy()));
            default -> Format.of("From %.3g to %.3g.", first.learningRate(), last.learningRate());
        };
    }

    private OptionalDouble bestEpoch() {
        // Each epoch that was better than those before it is marked; the last of them is the best.
        return history.first().stream()
                .filter(Epoch::best)
                .mapToDouble(Epoch::number)
                .max();
    }

    private List<Series> series(String name, Tint tint, boolean dashed, ToDoubleFunction<Epoch> value) {
        return IntStream.range(0, history.networks().size())
                .mapToObj(i -> {
                    List<Epoch> epochs = history.networks().get(i).epochs();
                    List<Point> points = epochs.stream()
                            .map(epoch -> new Point(epoch.number(), value.applyAsDouble(epoch)))
                            .toList();
                    return new Series(name, points, tint, dashed, epochs.size() <= FEW_EPOCHS, i == 0);
                })
                .filter(series -> series.points().stream().anyMatch(point -> !Double.isNaN(point.y())))
                .toList();
    }
}
