package nn.run;

import java.util.List;
import nn.data.DataSet;
import nn.eval.Classifier;
import nn.eval.Evaluator;
import nn.model.Parameters;
import nn.train.Stage;
import nn.train.TrainingConfig;

/** Estimates how long a run measures and writes after the training. A time limit includes this time. */
final class FinalWorkEstimate {

    private static final int SAMPLE = 2_000;
    /** For starting the JVM, loading the test files, drawing the report, and ending. */
    private static final double SECONDS_AROUND = 1;

    private static final double BYTES_PER_SECOND = 150e6;

    private FinalWorkEstimate() {}

    /** The estimate in seconds. It measures how long the network of a stage takes for some images. */
    static double seconds(TrainingConfig config, DataSet data, Stage stage, Parameters network) {
        int members = config.course().members();
        double validation = config.validationExamples(data.size());
        double test = data.size() / 6.0;
        double refit = config.course().refit() ? 2.0 * config.usedExamples(data.size()) : 0;
        double passes = validation * (1 + 3 * members) + (test + refit) * members;
        double bytes = 4.0 * network.architecture().parameterCount() * (6 + 2 * members);
        return SECONDS_AROUND
                + passes * secondsPerImage(config.member(stage.member() - 1), data, network)
                + bytes / BYTES_PER_SECOND;
    }

    private static double secondsPerImage(TrainingConfig config, DataSet data, Parameters network) {
        DataSet sample = data.range(0, Math.min(SAMPLE, data.size()));
        Classifier classifier = config.classifier(List.of(network), data);
        try (Evaluator evaluator = new Evaluator(config.data().threads())) {
            evaluator.evaluate(classifier, sample);
            long start = System.nanoTime();
            evaluator.evaluate(classifier, sample);
            return (System.nanoTime() - start) / 1e9 / sample.size();
        }
    }
}
