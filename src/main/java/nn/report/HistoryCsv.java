package nn.report;

import java.util.List;
import java.util.Locale;
import nn.eval.Outcome;
import nn.train.EpochResult;

/** The epochs of a run as the lines of {@code history.csv}; what was not measured is an empty field. */
public final class HistoryCsv {

    private static final String HEADER =
            "epoch,loss,validation_loss,validation_accuracy,validation_errors,learning_rate,images_per_second,seconds,best\n";

    private HistoryCsv() {
    }

    public static String of(List<EpochResult> epochs) {
        StringBuilder text = new StringBuilder(HEADER);
        for (EpochResult result : epochs) {
            Outcome outcome = result.validation();
            String validation = !outcome.measured() ? ",," : String.format(Locale.ROOT, "%.6f,%.6f,%d", outcome.loss(),
                    outcome.accuracy(), outcome.errors());
            text.append(String.format(Locale.ROOT, "%d,%.6f,%s,%.6g,%.0f,%.3f,%s\n", result.epoch(), result.loss(),
                    validation, result.learningRate(), result.imagesPerSecond(), result.seconds(), result.best()));
        }
        return text.toString();
    }
}
