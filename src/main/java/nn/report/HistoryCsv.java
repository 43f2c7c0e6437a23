package nn.report;

import java.util.List;
import java.util.Locale;
import nn.eval.Outcome;
import nn.train.EpochResult;
import nn.train.Stage;
import nn.train.TrainingConfig;

/** The epochs of a run as the lines of {@code history.csv}; what was not measured is an empty field. */
public final class HistoryCsv {

    private static final String HEADER =
            "epoch,loss,validation_loss,validation_accuracy,validation_errors,learning_rate,images_per_second,seconds,best\n";

    private HistoryCsv() {
    }

    /**
     * The epochs of all networks of a run, with the columns {@code member} and {@code refit} where these differ.
     *
     * @param histories those of the first stages, in their order
     */
    public static String of(TrainingConfig run, List<List<EpochResult>> histories) {
        boolean committee = run.course().members() > 1;
        boolean refit = run.course().refit();
        StringBuilder text = new StringBuilder((committee ? "member," : "") + (refit ? "refit," : "") + HEADER);
        for (int i = 0; i < histories.size(); i++) {
            Stage stage = Stage.of(run).get(i);
            append(text, (committee ? stage.member() + "," : "") + (refit ? stage.refit() + "," : ""), histories.get(i));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String prefix, List<EpochResult> epochs) {
        for (EpochResult result : epochs) {
            Outcome outcome = result.validation();
            String validation = !outcome.measured() ? ",," : String.format(Locale.ROOT, "%.6f,%.6f,%d", outcome.loss(),
                    outcome.accuracy(), outcome.errors());
            text.append(prefix).append(String.format(Locale.ROOT, "%d,%.6f,%s,%.6g,%.0f,%.3f,%s\n", result.epoch(), result.loss(),
                    validation, result.learningRate(), result.imagesPerSecond(), result.seconds(), result.best()));
        }
    }
}
