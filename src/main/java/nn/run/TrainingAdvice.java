package nn.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import nn.eval.Evaluation;
import nn.model.Initializer;
import nn.model.Loss;
import nn.train.TrainingConfig;

/** What to try after a training that failed, by its likely cause. */
final class TrainingAdvice {

    /** Weights of this standard deviation make the outputs of any but the smallest network huge. */
    private static final double LARGE_DEVIATION = 1;

    private static final double CHANCE_LOSS_SHARE = 0.97;
    private static final double CHANCE_ACCURACY_FACTOR = 1.5;

    private TrainingAdvice() {}

    /**
     * What to try after a divergence.
     *
     * @param steps the number of steps made before it
     */
    static String afterDivergence(TrainingConfig config, long steps) {
        double rate = config.learning().learningRate();
        double decay = config.regularization().weightDecay();
        boolean large = config.network().init().initializer() instanceof Initializer.Normal normal
                && normal.deviation() >= LARGE_DEVIATION;
        if (large || steps == 0 && config.network().init().initializer() instanceof Initializer.Normal) {
            return "try --init he, because weights start too large with "
                    + config.network().init().label();
        }
        // Each step multiplies a weight by 1 - rate * decay. From 2 on, weights grow without bound.
        if (rate * decay >= 2 && decay > rate) {
            return "try a --weight-decay below " + decay + ", because each step multiplies weights by 1 - "
                    + String.format(Locale.ROOT, "%.3g", rate * decay);
        }
        return "try a --learning-rate below " + rate;
    }

    /** A sentence if the network does no better than guessing: one answer to everything, or the loss of equal probabilities. */
    static Optional<String> onGuessing(Evaluation evaluation, TrainingConfig config) {
        long classesThere =
                evaluation.perClass().stream().filter(row -> row.count() > 0).count();
        List<Integer> answers = IntStream.range(0, evaluation.perClass().size())
                .filter(answer -> evaluation.confusion().stream().anyMatch(row -> row.get(answer) > 0))
                .boxed()
                .toList();
        if (classesThere < 2) {
            return Optional.empty();
        }
        if (answers.size() == 1) {
            return Optional.of("all " + evaluation.count() + " images got the answer "
                    + evaluation.perClass().get(answers.get(0)).name() + ", so nothing was learned; "
                    + whatToTry(config));
        }
        int classes = evaluation.perClass().size();
        boolean guesses = config.learning().loss() instanceof Loss.SoftmaxCrossEntropy
                && evaluation.loss() >= CHANCE_LOSS_SHARE * Math.log(classes)
                && evaluation.accuracy() <= CHANCE_ACCURACY_FACTOR / classes;
        return guesses
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "the loss of %.2f is that of guessing among %d classes, so nothing was learned; %s",
                        evaluation.loss(),
                        classes,
                        whatToTry(config)))
                : Optional.empty();
    }

    private static String whatToTry(TrainingConfig config) {
        String init = config.network().init().label();
        return "try a --learning-rate ten times below or above "
                + config.learning().learningRate() + (init.equals("he") ? "" : ", --init he instead of " + init)
                + ", or more --epochs";
    }
}
