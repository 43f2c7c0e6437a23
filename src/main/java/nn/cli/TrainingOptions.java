package nn.cli;

import java.util.List;
import java.util.Optional;
import nn.data.Inputs;
import nn.model.Activation;
import nn.train.Course;
import nn.train.Schedule;
import nn.train.TrainingConfig;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The flags that decide what a training computes; each overrides the preset's or the configuration file's value. */
final class TrainingOptions {

    @ArgGroup(validate = false, heading = "%nNetwork:%n")
    private Network network = new Network();

    @ArgGroup(validate = false, heading = "%nLearning:%n")
    private Learning learning = new Learning();

    @ArgGroup(validate = false, heading = "%nAugmentation (random deformations of the training images, anew each epoch):%n")
    private AugmentationOptions deformation = new AugmentationOptions();

    @ArgGroup(validate = false, heading = "%nData and repeatability:%n")
    private Split split = new Split();

    private static final class Network {
        @Option(names = "--inputs", split = ",", paramLabel = "KIND",
                description = "What is read of an image: pixels, gradients (their directions, cell by cell) or both; a committee's "
                        + "networks take turns with several, such as gradients,both.")
        private List<Inputs> inputs;

        @Option(names = "--hidden", split = ",", paramLabel = "N",
                description = "Sizes of the hidden layers, 1 to 1048576 each, such as 512,256.")
        private List<Integer> hidden;

        @Option(names = "--activation", paramLabel = "NAME", description = "relu, tanh, sigmoid or identity.")
        private Activation activation;

        @Option(names = "--loss", paramLabel = "NAME",
                description = "softmax-cross-entropy, binary-cross-entropy or squared-error.")
        private String loss;

        @Option(names = "--init", paramLabel = "HOW",
                description = "How weights start: he, xavier, or a standard deviation such as 0.01.")
        private String init;
    }

    private static final class Learning {
        @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training images, 1 to 1000000.")
        private Integer epochs;

        @Option(names = "--batch-size", paramLabel = "N", description = "Images of a step, at least 1.")
        private Integer batchSize;

        @Option(names = "--learning-rate", paramLabel = "RATE", description = "The peak learning rate, above 0.")
        private Double learningRate;

        @Option(names = "--schedule", paramLabel = "NAME",
                description = "How the learning rate falls: constant, step (a tenth at 1/2 and at 3/4 of the run) or cosine.")
        private Schedule schedule;

        @Option(names = "--warmup", paramLabel = "SHARE",
                description = "Share of all steps over which the learning rate rises, 0 to below 1.")
        private Double warmup;

        @Option(names = "--optimizer", paramLabel = "NAME", description = "sgd, momentum, nesterov, adam or adamw.")
        private String optimizer;

        @Option(names = "--momentum", paramLabel = "M", description = "Of momentum and nesterov, 0 to below 1.")
        private Double momentum;

        @Option(names = "--weight-decay", paramLabel = "D", description = "Decoupled, never on biases; 0 is off.")
        private Double weightDecay;

        @Option(names = "--clip-norm", paramLabel = "NORM", description = "Scale a longer gradient down to this; 0 is off.")
        private Double clipNorm;

        @Option(names = "--dropout", paramLabel = "SHARE", description = "Hidden values dropped, 0 to below 1.")
        private Double dropout;

        @Option(names = "--label-smoothing", paramLabel = "SHARE",
                description = "Share of the target spread over all classes, 0 to below 1.")
        private Double labelSmoothing;

        @Option(names = "--averaging", paramLabel = "DECAY",
                description = "Use the running average of the weights, with this decay, such as 0.999; 0 is off.")
        private Double averaging;

        @Option(names = "--augment-fade", paramLabel = "SHARE",
                description = "Last share of the run over which the deformations fade out, 0 (off) to 1.")
        private Double augmentFade;

        @Option(names = "--patience", paramLabel = "N",
                description = "Stop after so many epochs that were not better on validation; 0 is off.")
        private Integer patience;
    }

    private static final class Split {
        @Option(names = "--seed", paramLabel = "N", description = "Of all random numbers, -2^63 to 2^63 - 1.")
        private Long seed;

        @Option(names = "--threads", paramLabel = "N",
                description = "Workers, 1 to 256; the same seed and number of threads give the same weights.")
        private Integer threads;

        @Option(names = "--limit", paramLabel = "N", description = "Use only the first N training images, at least 1.")
        private Integer limit;

        @Option(names = "--validation", paramLabel = "N",
                description = "Keep the last N of them for validation (default: a sixth, at most 10000).")
        private Integer validation;
    }

    /** A preset's configuration without its pen styles, if these data are not known to be digits and no flag asks for them. */
    TrainingConfig fittedTo(TrainingData examples, TrainingConfig preset) {
        return deformation.leavesOutPenStyles(preset.augmentation(), examples::isMnist) ? preset.withoutPenStyles() : preset;
    }

    /** The base with what the flags say. */
    TrainingConfig over(TrainingConfig base) {
        if (split.limit != null && split.limit < 1) {
            throw new IllegalArgumentException("--limit is " + split.limit + "; it must be at least 1");
        }
        if (split.validation != null && split.validation < 0) {
            throw new IllegalArgumentException("--validation is " + split.validation + "; it must be 0 or more");
        }
        return new TrainingConfig(base.preset(), pick(network.hidden, base.hidden()),
                pick(network.activation, base.activation()), pick(network.loss, base.loss()),
                pick(network.init, base.init()), pick(learning.epochs, base.epochs()),
                pick(learning.batchSize, base.batchSize()), pick(learning.learningRate, base.learningRate()),
                pick(learning.schedule, base.schedule()), pick(learning.warmup, base.warmup()),
                pick(learning.optimizer, base.optimizer()), pick(learning.momentum, base.momentum()),
                pick(learning.weightDecay, base.weightDecay()), pick(learning.clipNorm, base.clipNorm()),
                pick(learning.dropout, base.dropout()), pick(learning.labelSmoothing, base.labelSmoothing()),
                pick(learning.averaging, base.averaging()), deformation.over(base.augmentation()),
                pick(learning.patience, base.patience()), pick(split.seed, base.seed()),
                pick(split.threads, base.threads()), pick(split.limit, base.limit()),
                pick(split.validation, base.validation()), course(base.course()), pick(network.inputs, base.inputs()));
    }

    private Course course(Course base) {
        return new Course(base.members(), base.timeLimit(), pick(learning.augmentFade, base.augmentFade()), base.refit());
    }

    private static <T> T pick(T flag, T base) {
        return Optional.ofNullable(flag).orElse(base);
    }
}
