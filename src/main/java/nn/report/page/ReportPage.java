package nn.report.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nn.Plural;
import nn.eval.Classifier;
import nn.eval.Evaluation;
import nn.eval.ScoredData;
import nn.files.AtomicFile;
import nn.json.Json;
import nn.report.Report;
import nn.train.MemberResult;

/**
 * A page about a model.
 *
 * @param heading what it is about
 * @param report the results
 * @param history the epochs of the training
 * @param classifier the model
 * @param scored its outputs for the measured images; empty if they were not measured, or are not at hand
 */
record ReportPage(Heading heading, Report report, History history, Classifier classifier, Optional<ScoredData> scored) {

    /**
     * Writes the page. Without fonts it has tables in place of charts.
     *
     * @param warnings gets a line if it has no charts
     */
    void write(Path file, Consumer<String> warnings) {
        boolean drawn = DrawingFile.canDraw();
        AtomicFile.write(file, Page.of(heading.title(), html -> body(html, new Figures(drawn))));
        if (!drawn) {
            warnings.accept(file + ": has tables in place of charts, as " + Page.NO_FONTS + ", and write it again");
        }
    }

    /** The charts and pictures of the page, in its order. */
    List<Drawing> drawings() {
        List<Drawing> drawings = new ArrayList<>();
        new LearningCharts(history)
                .all().stream().filter(Chart::isCurve).map(ChartDrawing::new).forEach(drawings::add);
        measured().map(Confusion::new).map(ConfusionDrawing::new).ifPresent(drawings::add);
        scored.ifPresent(outputs -> {
            new Gallery(outputs).tiles().map(TilesDrawing::new).ifPresent(drawings::add);
            new TrustCharts(outputs).all().stream().map(ChartDrawing::new).forEach(drawings::add);
        });
        new Weights(classifier).all().stream().map(TilesDrawing::new).forEach(drawings::add);
        return drawings;
    }

    private void body(Html html, Figures figures) {
        summary(html);
        new LearningCharts(history).write(html, figures);
        measured().ifPresent(evaluation -> {
            Confusion confusion = new Confusion(evaluation);
            confusion.write(html, heading.split());
            confusion.writeClasses(html);
        });
        scored.ifPresent(outputs -> {
            new Gallery(outputs).write(html);
            new TrustCharts(outputs).write(html, figures);
        });
        new Weights(classifier).write(html);
        members(html);
        run(html);
    }

    private Optional<Evaluation> measured() {
        return report.test().or(report::validation);
    }

    private void summary(Html html) {
        html.open("header");
        String networks = report.members().isEmpty()
                ? "A network"
                : Format.of("A committee of %d networks", report.members().size());
        html.element(
                "p",
                Format.of(
                        "%s %s with %,d parameters was trained%s. %s %s",
                        networks,
                        report.architecture(),
                        report.parameters(),
                        report.isImported() ? " by another program" : training(),
                        outcome(),
                        heading.note()));
        html.close();
    }

    private String training() {
        return Format.of(
                "%s %s in %s",
                heading.trainedOn()
                        .map(data -> " on the images of " + data + ",")
                        .orElse(""),
                epochs(),
                Format.seconds(report.seconds()));
    }

    private String epochs() {
        return (report.members().isEmpty() ? "for " : "for up to ")
                + Plural.of(report.epochs(), "epoch")
                + (report.refit() ? " and once more on all of them" : "");
    }

    private String outcome() {
        return measured()
                .map(evaluation -> Format.of(
                        "It is right on %,d of %,d %s images: %s (95\u00a0%% interval %s).",
                        evaluation.count() - evaluation.errors(),
                        evaluation.count(),
                        heading.split(),
                        Format.percent(evaluation.accuracy()),
                        Format.interval(evaluation.interval95())))
                .orElse("Its accuracy was not measured.");
    }

    private void members(Html html) {
        if (report.members().isEmpty()) {
            return;
        }
        html.open("section", "id", "members").element("h2", "The networks of the committee");
        Figures.table(
                html,
                List.of("Seed", "Epochs", "Best epoch", "Time", "Validation alone"),
                report.members().stream().map(ReportPage::member).toList());
        html.close();
    }

    private static List<String> member(MemberResult member) {
        return List.of(
                String.valueOf(member.seed()),
                String.valueOf(member.epochs()),
                String.valueOf(member.bestEpoch()),
                Format.seconds(member.seconds()),
                member.validation().measured()
                        ? Format.of(
                                "%s (%,d of %,d wrong)",
                                Format.percent(member.validation().accuracy()),
                                member.validation().errors(),
                                member.validation().count())
                        : "not measured");
    }

    private void run(Html html) {
        html.open("section", "id", "run").element("h2", "The run");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Program", heading.program()));
        if (!report.isImported()) {
            rows.add(List.of("Training time", Format.seconds(report.seconds())));
            rows.add(List.of("Speed", Format.of("%,.0f images/s", report.imagesPerSecond())));
            report.machine()
                    .ifPresent(machine -> rows.add(List.of(
                            "Machine",
                            Format.of(
                                    "%s, %s; JDK %s",
                                    machine.machine(), Plural.of(machine.cores(), "core"), machine.jdk()))));
            rows.add(List.of(
                    "Computed by",
                    Format.of("%s, matrices by %s", Plural.of(report.threads(), "thread"), report.blasKernel())));
            rows.add(List.of("Seed", String.valueOf(report.seed())));
        }
        rows.add(List.of("Temperature", Format.decimal(report.temperature())));
        report.validation().ifPresent(evaluation -> rows.add(List.of("Validation", split("validation", evaluation))));
        report.test().ifPresent(evaluation -> rows.add(List.of("Measured", split(heading.split(), evaluation))));
        rows.add(List.of("SHA-256 of the weights", report.weightsDigest()));
        Figures.table(html, List.of("What", "Value"), rows);
        html.element("p", "The same data and configuration give the same result:");
        html.open("pre", "tabindex", "0").element("code", heading.command()).close();
        if (!report.isImported()) {
            html.open("details").element("summary", "The configuration of the training");
            html.open("pre", "tabindex", "0")
                    .element("code", Json.pretty(heading.config()))
                    .close()
                    .close();
        }
        html.close();
    }

    private static String split(String name, Evaluation evaluation) {
        return Format.of(
                "%s (%,d of %,d %s images wrong), loss %.4f",
                Format.percent(evaluation.accuracy()),
                evaluation.errors(),
                evaluation.count(),
                name,
                evaluation.loss());
    }
}
