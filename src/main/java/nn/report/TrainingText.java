package nn.report;

import java.nio.file.Path;

/** A training's {@link Report} as text. */
public final class TrainingText {

    private TrainingText() {
    }

    /**
     * The test report, or without one the validation report, and what the training was.
     *
     * @param directory where its files are
     */
    public static String of(Report report, Path directory) {
        StringBuilder text = new StringBuilder();
        report.test().map(test -> EvaluationText.of("Test", test))
                .or(() -> report.validation().map(validation -> EvaluationText.of("Validation", validation)))
                .ifPresent(text::append);
        text.append('\n').append(summary(report));
        text.append("Files: ").append(Printable.of(directory.toString())).append('\n');
        return text.toString();
    }

    /** What was trained, and how. */
    public static String summary(Report report) {
        String chosen = report.validation().map(validation -> EvaluationText.format(
                ", best of epoch %d by validation (%s %% of %,d)", report.bestEpoch(),
                EvaluationText.percent(validation.accuracy()), validation.count())).orElse("");
        return EvaluationText.format("Network %s, %,d parameters; preset %s, seed %d, threads %d, BLAS kernel %s\n",
                report.architecture(), report.parameters(), Printable.of(report.preset()), report.seed(), report.threads(),
                Printable.of(report.blasKernel()))
                + EvaluationText.format("Trained %d epochs in %s, %,.0f images/s%s\n", report.epochs(),
                        TrainingDisplay.duration(report.seconds()), report.imagesPerSecond(), chosen)
                + "Weights " + report.weightsDigest() + "\n";
    }
}
