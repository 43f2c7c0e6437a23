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
import nn.eval.Outcome;
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
            TrainedNetworks networks,
            Optional<TrainedDetector> detector,
            TrainingData data,
            RunConfig run,
            Consumer<Checkpoint> beforeTest) {
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
            Outcome onValidation = validation.map(Outcome::of).orElse(Outcome.NONE);
            beforeTest.accept(withDetector(networks.checkpoint(model, onValidation, Outcome.NONE), detector));
            Optional<DataSet> testData = run.test() && data.files().hasTest()
                    ? Optional.of(data.files().readTest())
                    : Optional.empty();
            Optional<Evaluation> test = testData.map(examples -> evaluator.evaluate(model, examples));
            Checkpoint checkpoint = withDetector(
                    networks.checkpoint(
                            model, onValidation, test.map(Outcome::of).orElse(Outcome.NONE)),
                    detector.map(trained -> trained.testedOn(testData, evaluator)));
            return new FinalMeasurement(checkpoint, Report.of(checkpoint, validation, test, Optional.empty()), test);
        }
    }

    private static Checkpoint withDetector(Checkpoint checkpoint, Optional<TrainedDetector> detector) {
        return detector.map(checkpoint::withDetector).orElse(checkpoint);
    }

    /** How right a classifier is on the validation split, if there is one. */
    static Outcome onValidation(Classifier classifier, TrainingData data, TrainingConfig config) {
        try (Evaluator evaluator = new Evaluator(config.examples().threads())) {
            return data.validation(config)
                    .map(split -> Outcome.of(evaluator.evaluate(classifier, split)))
                    .orElse(Outcome.NONE);
        }
    }
}
