package nn.run;

import java.util.Optional;
import nn.data.DataSet;
import nn.eval.Evaluator;
import nn.train.TrainingConfig;

/** Compares the networks of a run that were trained once more with those before, as a refit can fail where the training did not. */
final class RefitComparison {

    private RefitComparison() {}

    /** A message if the refitted networks make more errors on the examples that they were trained on. */
    static Optional<String> worse(TrainedNetworks networks, TrainingData data, TrainingConfig config) {
        DataSet examples = config.usedExamples(data.train());
        try (Evaluator evaluator = new Evaluator(config.data().threads())) {
            int before =
                    evaluator.evaluate(networks.classifier(false), examples).errors();
            int after = evaluator.evaluate(networks.classifier(true), examples).errors();
            return after <= before
                    ? Optional.empty()
                    : Optional.of(
                            "--refit: %d of the %d training images are wrong after it, and %d before; the model is from before"
                                    .formatted(after, examples.size(), before));
        }
    }
}
