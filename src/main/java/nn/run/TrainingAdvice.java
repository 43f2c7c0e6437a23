package nn.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import nn.eval.Evaluation;
import nn.model.Initializer;
import nn.model.Loss;
import nn.report.Report;
import nn.train.TrainingConfig;

/** What to try after a training that failed, by its likely cause. */
final class TrainingAdvice {

    /** Weights of this standard deviation make the outputs of any but the smallest network huge. */
    private static final double LARGE_DEVIATION = 1;

    private static final double CHANCE_LOSS_SHARE = 0.97;
    private static final double CHANCE_ACCURACY_FACTOR = 1.5;

    /** Weights that lose this share in each step stay too small to learn anything. */
    private static final double TOO_MUCH_DECAY = 0.01;

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

    /**
     * A sentence if the network does no better than guessing: one answer to everything, no more right answers than that would give, or the
     * loss of equal probabilities.
     */
    static Optional<String> onGuessing(Report report, TrainingConfig config) {
        return report.result()
                .flatMap(evaluation -> guessing(evaluation, config))
                .map(found -> found + ", so nothing was learned; "
                        + (report.stepShare() < 1 ? "give it a longer --time-limit" : whatToTry(config)));
    }

    private static Optional<String> guessing(Evaluation evaluation, TrainingConfig config) {
        int count = evaluation.count();
        int most = evaluation.perClass().stream()
                .mapToInt(Evaluation.PerClass::count)
                .max()
                .orElse(0);
        if (most == count) {
            return Optional.empty();
        }
        List<Integer> answers = IntStream.range(0, evaluation.perClass().size())
                .filter(answer -> evaluation.confusion().stream().anyMatch(row -> row.get(answer) > 0))
                .boxed()
                .toList();
        if (answers.size() == 1) {
            return Optional.of("all " + count + " images got the answer "
                    + evaluation.perClass().get(answers.get(0)).name());
        }
        int right = count - evaluation.errors();
        if (right <= most) {
            return Optional.of(right + " of " + count + " images are right, which one answer to all would be too");
        }
        int classes = evaluation.perClass().size();
        boolean lossOfGuessing = config.learning().loss() instanceof Loss.SoftmaxCrossEntropy
                && evaluation.loss() >= CHANCE_LOSS_SHARE * Math.log(classes)
                && evaluation.accuracy() <= CHANCE_ACCURACY_FACTOR / classes;
        return lossOfGuessing
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "the loss of %.2f is that of guessing among %d classes",
                        evaluation.loss(),
                        classes))
                : Optional.empty();
    }

    private static String whatToTry(TrainingConfig config) {
        String init = config.network().init().label();
        double rate = config.learning().learningRate();
        double decay = config.regularization().weightDecay();
        return "try a --learning-rate ten times below or above " + rate
                + (rate * decay > TOO_MUCH_DECAY ? ", a --weight-decay below " + decay : "")
                + (init.equals("he") ? "" : ", --init he instead of " + init) + ", or more --epochs";
    }
}
