package nn.train;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nn.data.Augmentation;
import nn.data.ImageForm;
import nn.data.InputKind;
import nn.model.Activation;
import nn.model.Loss;

/** Configurations for tests: plain gradient descent on a small network. Tests change what they need. */
public final class Configs {

    public List<Integer> hidden = List.of(8);
    public Activation activation = Activation.RELU;
    public String loss = "softmax-cross-entropy";
    public String init = "he";
    public int epochs = 1;
    public int batchSize = 4;
    public double learningRate = 0.1;
    public Schedule schedule = Schedule.CONSTANT;
    public double warmup;
    public OptimizerKind optimizer = OptimizerKind.SGD;
    public double momentum = 0.9;
    public double weightDecay;
    public double clipNorm;
    public double dropout;
    public double labelSmoothing;
    public double averaging;
    public Augmentation augmentation = Augmentation.NONE;
    public int patience;
    public long seed = 1;
    public Optional<Long> splitSeed = Optional.empty();
    public int threads = 2;
    public int limit;
    public int validation;
    public Sampling sampling = Sampling.IN_ORDER;
    public RunPlan course = RunPlan.PLAIN;
    public List<InputKind> inputs = List.of(InputKind.PIXELS);

    /** These, after a change. */
    public Configs with(Consumer<Configs> change) {
        change.accept(this);
        return this;
    }

    public TrainingConfig build() {
        return new TrainingConfig(
                "test",
                new NetworkConfig(hidden, activation, init == null ? null : InitialWeights.named(init), inputs),
                new Learning(
                        loss == null ? null : Loss.named(loss),
                        epochs,
                        batchSize,
                        learningRate,
                        schedule,
                        warmup,
                        optimizer,
                        momentum,
                        patience),
                new Regularization(weightDecay, clipNorm, dropout, labelSmoothing, averaging),
                augmentation,
                new DataConfig(seed, threads, limit, validation, sampling, true, ImageForm.MNIST, splitSeed),
                course);
    }
}
