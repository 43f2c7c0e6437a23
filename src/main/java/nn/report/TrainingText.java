package nn.report;

import java.nio.file.Path;
import java.util.List;
import nn.Plural;
import nn.train.MemberResult;

/** Renders a training's {@link Report} as text. */
public final class TrainingText {

    private TrainingText() {}

    /**
     * The test evaluation, or without one the validation evaluation, and a summary of the training.
     *
     * @param directory the directory of the run
     * @param terminal where it is shown
     */
    public static String of(Report report, Path directory, Terminal terminal) {
        StringBuilder text = new StringBuilder();
        report.test()
                .map(test -> EvaluationText.of("Test", test, terminal))
                .or(() -> report.validation().map(validation -> EvaluationText.of("Validation", validation, terminal)))
                .ifPresent(text::append);
        text.append(text.isEmpty() ? "" : "\n").append(summary(report));
        text.append("Files: ").append(Printable.of(directory.toString())).append('\n');
        return text.toString();
    }

    /** A summary of the training, of which nothing is known if another program did it. */
    public static String summary(Report report) {
        if (report.isImported()) {
            return EvaluationText.format(
                    "Network %s, %,d parameters, trained by another program\nWeights %s\n",
                    Printable.of(report.architecture()), report.parameters(), Printable.of(report.weightsDigest()));
        }
        String network = report.members().isEmpty()
                ? "Network " + Printable.of(report.architecture())
                : EvaluationText.format(
                        "Committee of %d networks %s", report.members().size(), Printable.of(report.architecture()));
        return EvaluationText.format(
                        "%s, %,d parameters; preset %s, seed %d, threads %d, BLAS kernel %s\n",
                        network,
                        report.parameters(),
                        Printable.of(report.preset()),
                        report.seed(),
                        report.threads(),
                        Printable.of(report.blasKernel()))
                + members(report.members())
                + EvaluationText.format(
                        "Trained %s %s, %,.0f images/s%s\n",
                        epochs(report),
                        TrainingDisplay.duration(report.seconds()) + (severalTrainings(report) ? " in all" : ""),
                        report.imagesPerSecond(),
                        chosen(report))
                + timeLimit(report)
                + (report.refit() ? refit(report) : "")
                + report.detector().map(DetectorText::line).orElse("")
                + "Weights " + Printable.of(report.weightsDigest()) + "\n";
    }

    private static boolean severalTrainings(Report report) {
        return report.refit() || !report.members().isEmpty();
    }

    private static String epochs(Report report) {
        String most = Plural.of(report.epochs(), "epoch");
        if (report.members().isEmpty()) {
            return report.refit() ? most + " and once more," : most + " in";
        }
        boolean alike = report.members().stream().allMatch(member -> member.epochs() == report.epochs());
        return (alike ? "" : "up to ") + most + (report.refit() ? " each and once more," : " each,");
    }

    private static String refit(Report report) {
        return report.members().isEmpty()
                ? "The model was then trained on all examples for %s; validation measured the model before\n"
                        .formatted(Plural.of(report.bestEpoch(), "epoch"))
                : "The networks were then trained on all examples, each for its best number of epochs; validation measured the networks before\n";
    }

    private static String timeLimit(Report report) {
        if (report.timeLimit() == 0) {
            return "";
        }
        String early = report.members().isEmpty() && !report.refit()
                ? EvaluationText.format("in epoch %,d of %,d", report.epochs(), report.plannedEpochs())
                : "early";
        String ended = report.stepShare() == 1
                ? ""
                : EvaluationText.format(
                        "ended %s, after %s %% of the planned steps; ",
                        early, EvaluationText.percent(report.stepShare()));
        return EvaluationText.format(
                "Time limit %s: %sthe same command may give other weights\n",
                TrainingDisplay.duration(report.timeLimit()), ended);
    }

    private static String chosen(Report report) {
        String validation = report.validation()
                .map(measured -> EvaluationText.format(
                        "by validation (%s %% of %,d)", EvaluationText.percent(measured.accuracy()), measured.count()))
                .orElse("");
        if (validation.isEmpty()) {
            return "";
        }
        return report.members().isEmpty()
                ? EvaluationText.format(", best of epoch %d %s", report.bestEpoch(), validation)
                : ", each network's best " + validation.replace("by validation (", "by validation (together ");
    }

    /** One line for each network of a committee. */
    static String members(List<MemberResult> members) {
        StringBuilder text = new StringBuilder();
        for (MemberResult member : members) {
            text.append(EvaluationText.format(
                    "  seed %d: %s in %s%s\n",
                    member.seed(),
                    Plural.of(member.epochs(), "epoch"),
                    TrainingDisplay.duration(member.seconds()),
                    !member.validation().measured()
                            ? ""
                            : EvaluationText.format(
                                    ", best of epoch %d by validation (%s %% of %,d)",
                                    member.bestEpoch(),
                                    EvaluationText.percent(member.validation().accuracy()),
                                    member.validation().count())));
        }
        return text.toString();
    }
}
