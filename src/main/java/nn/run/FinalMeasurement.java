package nn.run;

import java.util.Optional;
import java.util.function.Consumer;
import nn.checkpoint.Checkpoint;
import nn.checkpoint.RunConfig;
import nn.data.DataSet;
import nn.detect.TrainedDetector;
import nn.eval.Classifier;
import nn.eval.Evaluation;
import nn.eval.Evaluator;
import nn.eval.Metrics;
import nn.eval.ScoredData;
import nn.report.Report;
import nn.train.TrainingConfig;

/**
 * The measurement of a run's model, after all its networks are trained.
 *
 * @param checkpoint the calibrated model with its results
 * @param report the report of these results
 * @param test the outputs for the test split; empty if that was not measured
 */
record FinalMeasurement(Checkpoint checkpoint, Report report, Optional<ScoredData> test) {

    /**
     * Calibrates and measures on the validation split, then measures on the test split, if the run asks for that and there is one.
     *
     * @param beforeTest receives the model before the test files are read, as they may be damaged
     */
    static FinalMeasurement of(
            TrainedNetworks networks,
            Optional<TrainedDetector> detector,
            TrainingData data,
            RunConfig run,
            Consumer<Checkpoint> beforeTest) {
        TrainingConfig config = run.training();
        Optional<DataSet> split = data.validation(config);
        try (Evaluator evaluator = new Evaluator(config.data().threads())) {
            Classifier chosen = networks.classifier(false);
            Classifier calibrated = split.map(examples -> evaluator.calibrated(chosen, examples))
                    .orElse(chosen);
            Optional<Evaluation> validation = split.map(examples -> evaluator.evaluate(calibrated, examples));
            Classifier model = networks.isRefitted()
                    ? networks.classifier(true).withTemperature(calibrated.temperature())
                    : calibrated;
            Metrics onValidation = validation.map(Metrics::of).orElse(Metrics.NONE);
            beforeTest.accept(withDetector(networks.checkpoint(model, onValidation, Metrics.NONE), detector));
            Optional<DataSet> testData = run.test() && data.files().hasTest()
                    ? Optional.of(
                            data.files().readTest().converted(config.data().form()))
                    : Optional.empty();
            Optional<ScoredData> scored = testData.map(examples -> evaluator.scored(model, examples));
            Optional<Evaluation> test = scored.map(ScoredData::evaluation);
            Checkpoint checkpoint = withDetector(
                    networks.checkpoint(
                            model, onValidation, test.map(Metrics::of).orElse(Metrics.NONE)),
                    detector.map(trained -> trained.testedOn(testData, evaluator)));
            return new FinalMeasurement(checkpoint, Report.ofTraining(checkpoint, validation, test), scored);
        }
    }

    private static Checkpoint withDetector(Checkpoint checkpoint, Optional<TrainedDetector> detector) {
        return detector.map(checkpoint::withDetector).orElse(checkpoint);
    }

    /** Measures a classifier on the validation split, if there is one. */
    static Metrics onValidation(Classifier classifier, TrainingData data, TrainingConfig config) {
        try (Evaluator evaluator = new Evaluator(config.data().threads())) {
            return data.validation(config)
                    .map(split -> Metrics.of(evaluator.evaluate(classifier, split)))
                    .orElse(Metrics.NONE);
        }
    }
}
