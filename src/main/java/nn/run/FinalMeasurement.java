package nn.run;

import java.util.Optional;
import java.util.function.Consumer;
import nn.checkpoint.Checkpoint;
import nn.checkpoint.RunConfig;
import nn.data.DataSet;
import nn.eval.Classifier;
import nn.eval.Evaluation;
import nn.eval.Evaluator;
import nn.eval.Metrics;
import nn.report.Report;
import nn.train.TrainingConfig;

/**
 * How right a run's model is, once all its networks are trained.
 *
 * @param checkpoint the model, calibrated, with what was measured
 * @param report the same for people and programs
 * @param test empty if it was not measured
 */
record FinalMeasurement(Checkpoint checkpoint, Report report, Optional<Evaluation> test) {

    /**
     * Calibrates on the validation split, then measures there and, if the run wants it and there is one, on the test split.
     *
     * @param beforeTest gets the model as it is before the test files are read, which may turn out to be damaged
     */
    static FinalMeasurement of(
            TrainedNetworks networks, TrainingData data, RunConfig run, Consumer<Checkpoint> beforeTest) {
        TrainingConfig config = run.training();
        Optional<DataSet> split = data.validation(config);
        try (Evaluator evaluator = new Evaluator(config.examples().threads())) {
            Classifier chosen = networks.classifier(false);
            Classifier calibrated = split.map(examples -> evaluator.calibrated(chosen, examples))
                    .orElse(chosen);
            Optional<Evaluation> validation = split.map(examples -> evaluator.evaluate(calibrated, examples));
            Classifier model = config.course().refit()
                    ? networks.classifier(true).withTemperature(calibrated.temperature())
                    : calibrated;
            beforeTest.accept(
                    networks.checkpoint(model, validation.map(Metrics::of).orElse(Metrics.NONE), Metrics.NONE));
            Optional<Evaluation> test = run.test() && data.files().hasTest()
                    ? Optional.of(evaluator.evaluate(model, data.files().readTest()))
                    : Optional.empty();
            Checkpoint checkpoint = networks.checkpoint(
                    model,
                    validation.map(Metrics::of).orElse(Metrics.NONE),
                    test.map(Metrics::of).orElse(Metrics.NONE));
            return new FinalMeasurement(checkpoint, Report.of(checkpoint, validation, test, Optional.empty()), test);
        }
    }

    /** How right a classifier is on the validation split, if there is one. */
    static Metrics onValidation(Classifier classifier, TrainingData data, TrainingConfig config) {
        try (Evaluator evaluator = new Evaluator(config.examples().threads())) {
            return data.validation(config)
                    .map(split -> Metrics.of(evaluator.evaluate(classifier, split)))
                    .orElse(Metrics.NONE);
        }
    }
}
