package nn.detect;

import java.util.Optional;
import nn.data.DataSet;
import nn.eval.DigitDetector;
import nn.eval.Evaluator;

/** A detector with where it came from. */
public record TrainedDetector(DigitDetector detector, DetectorResult result) {

    /** The same, measured on test digits, if there are any. */
    public TrainedDetector testedOn(Optional<DataSet> digits, Evaluator evaluator) {
        return digits.map(test -> new TrainedDetector(detector, result.withTest(evaluator.refusals(detector, test))))
                .orElse(this);
    }
}
