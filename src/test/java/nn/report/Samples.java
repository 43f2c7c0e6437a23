package nn.report;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import nn.data.Augmentation;
import nn.data.InputKind;
import nn.eval.Evaluation;
import nn.eval.Evaluation.Mistake;
import nn.eval.Evaluation.PerClass;
import nn.eval.Interval;
import nn.model.Activation;
import nn.model.Loss;
import nn.train.DataConfig;
import nn.train.InitialWeights;
import nn.train.Learning;
import nn.train.NetworkConfig;
import nn.train.OptimizerKind;
import nn.train.Regularization;
import nn.train.RunPlan;
import nn.train.Sampling;
import nn.train.Schedule;
import nn.train.TrainingConfig;

/** Results made by hand. */
final class Samples {

    /** 80 columns without color. */
    static final Terminal PLAIN =
            Terminal.plain(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()));

    private Samples() {}

    /** Ten examples of three classes, seven of them right. */
    static Evaluation evaluation() {
        return new Evaluation(
                10,
                3,
                0.7,
                new Interval(0.39678, 0.89221),
                0.81234,
                List.of(
                        new PerClass("0", 4, 0.75, 0.75, 0.75),
                        new PerClass("1", 3, 2 / 3.0, 2 / 3.0, 2 / 3.0),
                        new PerClass("2", 3, 1, 0.5, 2 / 3.0)),
                List.of(List.of(3, 1, 0), List.of(0, 2, 1), List.of(1, 0, 2)),
                List.of(new Mistake(3, 0, 1, 0.5), new Mistake(6, 1, 2, 0.75), new Mistake(9, 2, 0, 0.375)));
    }

    static Report report(Optional<Evaluation> validation, Optional<Evaluation> test) {
        return new Report(
                "784-16-3",
                12611,
                "fast",
                7,
                2,
                4,
                3,
                1.25,
                validation,
                test,
                Optional.empty(),
                65.4,
                12345.6,
                "Haswell",
                "0123abcd",
                List.of(),
                false,
                0,
                0,
                1,
                Optional.empty(),
                Optional.empty());
    }

    static TrainingConfig config() {
        return new TrainingConfig(
                "fast",
                new NetworkConfig(List.of(3), Activation.RELU, InitialWeights.HE, List.of(InputKind.PIXELS)),
                new Learning(
                        new Loss.SoftmaxCrossEntropy(),
                        4,
                        64,
                        0.001,
                        Schedule.COSINE,
                        0.05,
                        OptimizerKind.ADAMW,
                        0.9,
                        0),
                new Regularization(0.01, 0, 0, 0, 0),
                Augmentation.NONE,
                new DataConfig(7, 2, 0, -1, Sampling.IN_ORDER),
                RunPlan.PLAIN);
    }
}
