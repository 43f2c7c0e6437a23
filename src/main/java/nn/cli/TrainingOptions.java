package nn.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nn.Choice;
import nn.data.Augmentation;
import nn.data.InputKind;
import nn.model.Activation;
import nn.model.Loss;
import nn.run.TrainingData;
import nn.train.DataConfig;
import nn.train.InitialWeights;
import nn.train.Learning;
import nn.train.NetworkConfig;
import nn.train.OptimizerKind;
import nn.train.Regularization;
import nn.train.RunPlan;
import nn.train.Schedule;
import nn.train.TrainingConfig;

/** The flags that determine what a training computes. Each overrides one value of a preset or configuration file. */
final class TrainingOptions implements Flags {

    /** Without the step, which has no gradient. */
    static final String ACTIVATIONS = "relu, tanh, sigmoid or identity";

    private final Flag<List<InputKind>> inputs = Flag.listOf(
            InputKind.class,
            "--inputs",
            "KIND",
            "What the network reads: pixels, gradients (their directions in a grid of cells) or both. A list, such as "
                    + "gradients,both, applies to the networks of a committee in turn.");

    private final Flag<List<Integer>> hidden = HiddenLayers.flag("1 to 1048576 each", ".");

    private final Flag<Activation> activation =
            Flag.of(Activation.class, "--activation", "NAME", ACTIVATIONS + ".").takes(ACTIVATIONS);

    private final Flag<Loss> loss = Flag.of(Loss.class, "--loss", "NAME", Choice.of(Loss.LABELS) + ".")
            .readBy(Loss::named)
            .takes(Choice.of(Loss.LABELS));

    private final Flag<String> init = Flag.of(
            String.class, "--init", "HOW", "Initial weights: he, xavier, or a standard deviation such as 0.01.");

    private final Flag<Integer> epochs =
            Flag.of(Integer.class, "--epochs", "N", "Passes over the training images, 1 to 1000000.");

    private final Flag<Integer> batchSize =
            Flag.of(Integer.class, "--batch-size", "N", "Images in a mini-batch, at least 1.");

    private final Flag<Double> learningRate =
            Flag.of(Double.class, "--learning-rate", "RATE", "The peak learning rate, above 0.");

    private final Flag<Schedule> schedule = Flag.of(
            Schedule.class,
            "--schedule",
            "NAME",
            "How the learning rate falls: constant, step (a tenth at 1/2 and at 3/4 of the run) or cosine.");

    private final Flag<Double> warmup = Flag.of(
            Double.class, "--warmup", "SHARE", "Share of all steps over which the learning rate rises, 0 to below 1.");

    private final Flag<OptimizerKind> optimizer =
            Flag.of(OptimizerKind.class, "--optimizer", "NAME", "sgd, momentum, nesterov, adam or adamw.");

    private final Flag<Double> momentum =
            Flag.of(Double.class, "--momentum", "M", "For the optimizers momentum and nesterov, 0 to below 1.");

    private final Flag<Double> weightDecay =
            Flag.of(Double.class, "--weight-decay", "D", "Decoupled, never on biases; 0 is off.");

    private final Flag<Double> clipNorm =
            Flag.of(Double.class, "--clip-norm", "NORM", "Scale a longer gradient down to this; 0 is off.");

    private final Flag<Double> dropout =
            Flag.of(Double.class, "--dropout", "SHARE", "Share of hidden values that are dropped, 0 to below 1.");

    private final Flag<Double> labelSmoothing = Flag.of(
            Double.class, "--label-smoothing", "SHARE", "Share of the target spread over all classes, 0 to below 1.");

    private final Flag<Double> averaging = Flag.of(
            Double.class,
            "--averaging",
            "DECAY",
            "Use the running average of the weights, with this decay, such as 0.999; 0 is off.");

    private final Flag<Double> augmentFade = Flag.of(
            Double.class,
            "--augment-fade",
            "SHARE",
            "Last share of the run over which the deformations fade out, 0 (off) to 1.");

    private final Flag<Integer> patience = Flag.of(
            Integer.class, "--patience", "N", "Stop after N epochs without improvement on validation; 0 is off.");

    private final AugmentationOptions deformation = new AugmentationOptions();

    private final Flag<Long> seed =
            Flag.of(Long.class, "--seed", "N", "Seed of all random numbers, -2^63 to 2^63 - 1.");

    private final Flag<Long> splitSeed = Flag.of(
            Long.class,
            "--split-seed",
            "N",
            "Seed that draws the images of --limit and --validation alone (default: --seed).");

    private final Flag<Integer> threads =
            Flag.of(Integer.class, "--threads", "N", "The most threads, 1 to 256; the weights do not depend on them.");

    private final Flag<Integer> limit = Flag.of(
            Integer.class,
            "--limit",
            "N",
            "Use only N training images, at least 1, drawn from each class in its proportion.");

    private final Flag<Integer> validation = Flag.of(
            Integer.class,
            "--validation",
            "N",
            "Keep N of these for validation, likewise (default: a sixth, at most 10000).");

    private final Flag<Boolean> digits = Flag.on("--digits", "The images are digits, though not MNIST's.");

    @Override
    public void addTo(Command command) {
        command.addGroup("Network", inputs, hidden, activation, loss, init);
        command.addGroup(
                "Learning",
                epochs,
                batchSize,
                learningRate,
                schedule,
                warmup,
                optimizer,
                momentum,
                weightDecay,
                clipNorm,
                dropout,
                labelSmoothing,
                averaging,
                augmentFade,
                patience);
        deformation.addTo(command, "Augmentation (random deformations of the training images, again in each epoch)");
        command.addGroup("Data and repeatability", seed, splitSeed, threads, limit, validation, digits);
    }

    /**
     * The preset's configuration without those values that are senseless with the given optimizer.
     *
     * @param notes receives a line for each value that gives way
     */
    TrainingConfig givingWay(TrainingConfig preset, Consumer<String> notes) {
        return new GivingWay(notes)
                .toOptimizer(
                        preset,
                        optimizer.or(preset.learning().optimizer()),
                        learningRate.isGiven(),
                        weightDecay.isGiven());
    }

    /**
     * The preset's configuration after the flags, with a mini-batch that these images can fill.
     *
     * @param notes receives a line if the preset's mini-batch gives way
     * @throws IllegalArgumentException if there are no images to train on
     */
    TrainingConfig givingWay(TrainingConfig preset, TrainingData examples, Consumer<String> notes) {
        return batchSize.isGiven()
                ? preset
                : new GivingWay(notes).toSize(preset, examples.train().size());
    }

    /**
     * The preset's configuration with the flags applied, for these data. If they are not known to be digits, only those
     * deformations are left that a flag asks for.
     */
    TrainingConfig fittedTo(TrainingData examples, TrainingConfig preset) {
        return digits.isOn() || examples.isMnist()
                ? preset
                : preset.forUnknownImages(deformation.over(Augmentation.NONE));
    }

    /** The base with the flags applied. */
    TrainingConfig over(TrainingConfig base) {
        if (limit.isGiven() && limit.value() < 1) {
            throw new IllegalArgumentException("--limit is " + limit.value() + "; it must be at least 1");
        }
        if (validation.isGiven() && validation.value() < 0) {
            throw new IllegalArgumentException("--validation is " + validation.value() + "; it must be 0 or more");
        }
        return new TrainingConfig(
                base.preset(),
                network(base.network()),
                learning(base.learning()),
                regularization(base.regularization()),
                deformation.over(base.augmentation()),
                data(base.data()),
                course(base.course()));
    }

    private NetworkConfig network(NetworkConfig base) {
        return new NetworkConfig(
                HiddenLayers.of(hidden.or(base.hidden())),
                activation.or(base.activation()),
                init.isGiven() ? InitialWeights.named(init.value()) : base.init(),
                inputs.or(base.inputs()));
    }

    private Learning learning(Learning base) {
        return new Learning(
                loss.or(base.loss()),
                epochs.or(base.epochs()),
                batchSize.or(base.batchSize()),
                learningRate.or(base.learningRate()),
                schedule.or(base.schedule()),
                warmup.or(base.warmup()),
                optimizer.or(base.optimizer()),
                momentum.or(base.momentum()),
                patience.or(base.patience()));
    }

    private Regularization regularization(Regularization base) {
        return new Regularization(
                weightDecay.or(base.weightDecay()),
                clipNorm.or(base.clipNorm()),
                dropout.or(base.dropout()),
                labelSmoothing.or(base.labelSmoothing()),
                averaging.or(base.averaging()));
    }

    private DataConfig data(DataConfig base) {
        return new DataConfig(
                seed.or(base.seed()),
                threads.or(base.threads()),
                limit.or(base.limit()),
                validation.or(base.validation()),
                base.sampling(),
                base.digits() || digits.isOn(),
                base.form(),
                splitSeed.isGiven() ? Optional.of(splitSeed.value()) : base.splitSeed());
    }

    private RunPlan course(RunPlan base) {
        return new RunPlan(base.members(), base.timeLimit(), augmentFade.or(base.augmentFade()), base.refit());
    }
}
