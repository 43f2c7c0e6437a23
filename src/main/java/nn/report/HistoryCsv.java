package nn.report;

import java.util.List;
import java.util.Locale;
import nn.eval.Metrics;
import nn.train.EpochResult;
import nn.train.Stage;
import nn.train.TrainingConfig;

/**
 * Renders the epochs of a run as {@code history.csv}. A field that was not measured is empty. Every run has the same columns:
 * the last two are the network's number in a committee, {@code member} from 1, and whether it is a {@code refit}.
 */
public final class HistoryCsv {

    private static final String HEADER =
            "epoch,loss,validation_loss,validation_accuracy,validation_errors,learning_rate,"
                    + "images_per_second,seconds,best,member,refit\n";

    private HistoryCsv() {}

    /**
     * The epochs of all networks of a run.
     *
     * @param histories the epochs of the first stages, in their order
     */
    public static String of(TrainingConfig run, List<List<EpochResult>> histories) {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < histories.size(); i++) {
            append(text, histories.get(i), Stage.of(run).get(i));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, List<EpochResult> epochs, Stage stage) {
        for (EpochResult result : epochs) {
            Metrics metrics = result.validation();
            String validation = !metrics.measured()
                    ? ",,"
                    : String.format(Locale.ROOT, "%.6f,%.6f,%d", metrics.loss(), metrics.accuracy(), metrics.errors());
            text.append(String.format(
                    Locale.ROOT,
                    "%d,%.6f,%s,%.6g,%.0f,%.3f,%s,%d,%s\n",
                    result.epoch(),
                    result.loss(),
                    validation,
                    result.learningRate(),
                    result.imagesPerSecond(),
                    result.seconds(),
                    result.best(),
                    stage.member(),
                    stage.refit()));
        }
    }
}
