package nn.report;

import java.util.List;
import nn.checkpoint.Checkpoint;
import nn.detect.DetectorResult;
import nn.detect.ScoreComparison;
import nn.eval.DigitDetector;
import nn.eval.Refusals;

/** A digit detector as text. */
public final class DetectorText {

    private DetectorText() {}

    /** A model's detector, if it has one: its network, its threshold and how good it is, as {@code nn inspect} shows it. */
    public static String of(Checkpoint checkpoint) {
        if (checkpoint.classifier().detector().isEmpty()) {
            return "";
        }
        DigitDetector detector = checkpoint.classifier().detector().get();
        DetectorResult result = checkpoint.provenance().detector().orElseThrow();
        StringBuilder text = new StringBuilder();
        InspectText.row(
                text,
                "Detector",
                EvaluationText.format(
                        "%s; below %.4f an image is refused; seed %d, trained in %s",
                        InspectText.network(detector.network(), 0),
                        detector.threshold(),
                        result.seed(),
                        TrainingDisplay.duration(result.seconds())));
        InspectText.row(text, "Refuses", refusals(result));
        InspectText.row(text, "Its weights", checkpoint.detectorDigest().orElseThrow());
        return text.toString();
    }

    /** The line of a training's report. */
    static String line(DetectorResult result) {
        return EvaluationText.format(
                "Digit detector %s: trained in %s, refuses %s\n",
                result.size().label(), TrainingDisplay.duration(result.seconds()), refusals(result));
    }

    private static String refusals(DetectorResult result) {
        return (result.test().measured() ? refused(result.test()) + " test digits, " : "")
                + refused(result.digits()) + " held-out digits, "
                + refused(result.noDigits()) + " held-out images without a digit";
    }

    private static String refused(Refusals refusals) {
        return EvaluationText.format("%s %% of %,d", EvaluationText.percent(refusals.share()), refusals.count());
    }

    /** Scores side by side. */
    public static String comparison(List<ScoreComparison.Row> rows) {
        StringBuilder text = new StringBuilder(
                EvaluationText.format("%-20s %8s  %s\n", "score", "AUROC", "refused at 0.1 % of digits"));
        for (ScoreComparison.Row row : rows) {
            text.append(EvaluationText.format(
                    "%-20s %8.4f  %s %%\n", row.score(), row.auroc(), EvaluationText.percent(row.refused())));
        }
        return text.toString();
    }
}
