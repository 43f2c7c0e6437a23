package nn.eval;

import nn.data.DataSet;
import nn.model.NativeBlas;
import nn.model.WorkerTeam;

/** Measures classifiers on data sets, on its own threads. The results do not depend on the number of threads. */
public final class Evaluator implements AutoCloseable {

    private final WorkerTeam team;

    public Evaluator(int threads) {
        team = NativeBlas.team(threads);
    }

    public Evaluation evaluate(Classifier classifier, DataSet data) {
        return scored(classifier, data).evaluation();
    }

    /** A classifier's outputs for a data set. */
    public ScoredData scored(Classifier classifier, DataSet data) {
        return new ScoredData(classifier, data, scores(classifier, data));
    }

    /** The classifier with the temperature that fits the validation split best. */
    public Classifier calibrated(Classifier classifier, DataSet data) {
        return classifier.withTemperature(Calibration.temperature(scores(classifier, data), data));
    }

    /** How many of the images a detector refuses. */
    public Refusals refusals(DigitDetector detector, DataSet data) {
        Refusals refusals = Refusals.NONE;
        for (double probability : digitProbabilities(detector, data)) {
            refusals = refusals.plus(probability < detector.threshold());
        }
        return refusals;
    }

    /** The probability that it shows a digit, for each image. */
    public double[] digitProbabilities(DigitDetector detector, DataSet data) {
        Scores scores = scores(detector.network(), data);
        double[] outputs = new double[scores.classes()];
        double[] probabilities = new double[data.size()];
        for (int i = 0; i < probabilities.length; i++) {
            scores.read(i, outputs);
            probabilities[i] = detector.probabilityInPlace(outputs);
        }
        return probabilities;
    }

    private Scores scores(Classifier classifier, DataSet data) {
        return new Scorer(classifier, team).score(classifier, data);
    }

    @Override
    public void close() {
        team.close();
    }
}
