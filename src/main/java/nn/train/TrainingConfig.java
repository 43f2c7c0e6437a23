package nn.train;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nn.data.Augmentation;
import nn.data.DataSet;
import nn.data.Inputs;
import nn.eval.Classifier;
import nn.json.DefaultsTo;
import nn.model.Activation;
import nn.model.Architecture;
import nn.model.Initializer;
import nn.model.Loss;
import nn.model.Parameters;

/**
 * Everything that decides the result of a training, apart from the data: with the same data it gives the same weights, bit for
 * bit. The component names are those of {@code config.json} and of the flags.
 *
 * @param preset where the values came from, for people
 * @param hidden the sizes of the hidden layers; empty for softmax regression
 * @param activation of the hidden layers
 * @param loss label of the {@link Loss}
 * @param init how the weights start: {@code he}, {@code xavier}, or a standard deviation such as {@code 0.01}
 * @param epochs passes over the training split
 * @param batchSize examples of a step
 * @param learningRate the peak
 * @param schedule how the learning rate falls
 * @param warmup the share of all steps over which it rises first, in [0, 1)
 * @param optimizer {@code sgd}, {@code momentum}, {@code nesterov}, {@code adam} or {@code adamw}
 * @param momentum of momentum and Nesterov, in [0, 1)
 * @param weightDecay decoupled, never on biases; 0 is off
 * @param clipNorm the longest gradient; a longer one is scaled down to it; 0 is off
 * @param dropout the share of hidden values dropped in training, in [0, 1)
 * @param labelSmoothing the share of the target that is spread over all classes, in [0, 1)
 * @param averaging the decay of the running average of the parameters, which then is the model, in [0, 1); 0 is off
 * @param augmentation the random deformations of training images
 * @param patience epochs without fewer validation errors, or as many with a lower loss, before the run ends early; 0 is off
 * @param seed of all random numbers
 * @param threads workers; another number of them sums gradients in another order
 * @param limit only the first so many training examples; 0 is all
 * @param validation how many examples at the end of the training data are kept for choices; -1 is a sixth, at most
 *     10,000, and a smaller number a sixth, at most as many as it says without its sign
 * @param course whether it is more than one network that is trained once
 * @param inputs what a network reads of an image; a committee's members take turns with several
 */
public record TrainingConfig(String preset, List<Integer> hidden, Activation activation, String loss, String init, int epochs,
        int batchSize, double learningRate, Schedule schedule, double warmup, String optimizer, double momentum,
        double weightDecay, double clipNorm, double dropout, double labelSmoothing, double averaging,
        Augmentation augmentation, int patience, long seed, int threads, int limit, int validation,
        @DefaultsTo("{}") Course course, @DefaultsTo("[\"pixels\"]") List<Inputs> inputs) {

    /** {@link #validation} for the default split. */
    public static final int DEFAULT_VALIDATION = -1;

    private static final int LARGEST_DEFAULT_VALIDATION = 10_000;
    private static final String COMMITTEE_LOSS = "softmax-cross-entropy";
    /** Of a model's file, which has at most 2^30 bytes with its header. */
    private static final long MOST_NUMBERS = (1L << 28) - (1L << 20);
    /** What a row of a workspace may have beyond a layer's size. */
    private static final long ROW_PADDING = 16;
    private static final List<Inputs> PIXELS = List.of(Inputs.PIXELS);
    private static final int MAX_EPOCHS = 1_000_000;
    private static final int MAX_THREADS = 256;

    public TrainingConfig {
        required("hidden", hidden);
        required("activation", activation);
        required("loss", loss);
        required("init", init);
        required("schedule", schedule);
        required("optimizer", optimizer);
        required("augmentation", augmentation);
        required("course", course);
        required("inputs", inputs);
        hidden = List.copyOf(hidden);
        inputs = List.copyOf(inputs);
        for (int size : hidden) {
            require(size >= 1 && size <= Architecture.MAX_LAYER_SIZE, "hidden", size, "layer sizes from 1 to 1048576");
        }
        require(activation != Activation.STEP, "activation", "step", "a function with a slope");
        require(Loss.LABELS.contains(loss), "loss", loss, String.join(", ", Loss.LABELS));
        initializer(init);
        require(epochs >= 1 && epochs <= MAX_EPOCHS, "epochs", epochs, "from 1 to 1000000");
        require(batchSize >= 1, "batch-size", batchSize, "at least 1");
        require(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY, "learning-rate", learningRate,
                "above 0 and finite");
        share("warmup", warmup);
        share("momentum", momentum);
        optimizer(optimizer, momentum);
        notNegative("weight-decay", weightDecay);
        notNegative("clip-norm", clipNorm);
        share("dropout", dropout);
        share("label-smoothing", labelSmoothing);
        share("averaging", averaging);
        require(patience >= 0, "patience", patience, "0 (off) or more");
        require(threads >= 1 && threads <= MAX_THREADS, "threads", threads, "from 1 to 256");
        require(limit >= 0, "limit", limit, "at least 1");
        require(validation >= -LARGEST_DEFAULT_VALIDATION, "validation", validation, "0 or more");
        require(weightDecay == 0 || !optimizer.equals("adam"), "weight-decay", weightDecay,
                "0 for adam; adamw is the one that decays weights");
        require(course.members() == 1 || loss.equals(COMMITTEE_LOSS), "members", course.members(), "1 with --loss " + loss);
        require(!inputs.isEmpty(), "inputs", "empty", "at least one of pixels, gradients and both");
    }

    /** The configuration of one network that reads pixels and is trained once, for its epochs. */
    public TrainingConfig(String preset, List<Integer> hidden, Activation activation, String loss, String init, int epochs,
            int batchSize, double learningRate, Schedule schedule, double warmup, String optimizer, double momentum,
            double weightDecay, double clipNorm, double dropout, double labelSmoothing, double averaging,
            Augmentation augmentation, int patience, long seed, int threads, int limit, int validation) {
        this(preset, hidden, activation, loss, init, epochs, batchSize, learningRate, schedule, warmup, optimizer, momentum,
                weightDecay, clipNorm, dropout, labelSmoothing, averaging, augmentation, patience, seed, threads, limit,
                validation, Course.PLAIN, PIXELS);
    }

    /** The same with another course; of its inputs, those that a network of it reads. */
    public TrainingConfig withCourse(Course newCourse) {
        return new TrainingConfig(preset, hidden, activation, loss, init, epochs, batchSize, learningRate, schedule, warmup,
                optimizer, momentum, weightDecay, clipNorm, dropout, labelSmoothing, averaging, augmentation, patience, seed,
                threads, limit, validation, newCourse, inputs.subList(0, Math.min(inputs.size(), newCourse.members())));
    }

    /** That of one network of the committee, counted from 0: its own seed and inputs, and otherwise the same. */
    public TrainingConfig member(int member) {
        return new TrainingConfig(preset, hidden, activation, loss, init, epochs, batchSize, learningRate, schedule, warmup,
                optimizer, momentum, weightDecay, clipNorm, dropout, labelSmoothing, averaging, augmentation, patience,
                seed + member, threads, limit, validation, new Course(1, course.timeLimit(), course.augmentFade(), false),
                List.of(inputs(member)));
    }

    /** The same with all examples to train on, for so many epochs. */
    TrainingConfig onAllExamples(int chosenEpochs) {
        return new TrainingConfig(preset, hidden, activation, loss, init, chosenEpochs, batchSize, learningRate, schedule,
                warmup, optimizer, momentum, weightDecay, clipNorm, dropout, labelSmoothing, averaging, augmentation, 0, seed,
                threads, limit, 0, course, inputs);
    }

    /** The same without pen styles: for data that are no digits. */
    public TrainingConfig withoutPenStyles() {
        return new TrainingConfig(preset, hidden, activation, loss, init, epochs, batchSize, learningRate, schedule, warmup,
                optimizer, momentum, weightDecay, clipNorm, dropout, labelSmoothing, averaging, augmentation.withoutPenStyles(),
                patience, seed, threads, limit, validation, course, inputs);
    }

    private static void required(String name, Object value) {
        require(value != null, name, "missing", "given");
    }

    private static void share(String name, double value) {
        require(value >= 0 && value < 1, name, value, "from 0 to below 1");
    }

    private static void notNegative(String name, double value) {
        require(value >= 0 && value < Double.POSITIVE_INFINITY, name, value, "0 (off) or more, and finite");
    }

    private static void require(boolean condition, String name, Object value, String legal) {
        if (!condition) {
            throw new IllegalArgumentException("--%s is %s; it must be %s".formatted(name, value, legal));
        }
    }

    /** The same training with other random numbers. */
    public TrainingConfig withSeed(long newSeed) {
        return new TrainingConfig(preset, hidden, activation, loss, init, epochs, batchSize, learningRate, schedule, warmup,
                optimizer, momentum, weightDecay, clipNorm, dropout, labelSmoothing, averaging, augmentation, patience, newSeed,
                threads, limit, validation, course, inputs);
    }

    /** What a network of the committee reads, counted from 0; one alone is the first. */
    public Inputs inputs(int member) {
        return inputs.get(member % inputs.size());
    }

    /** The network, or the first of the committee, for such images and classes. */
    public Architecture architecture(DataSet data) {
        return architecture(data.rows(), data.columns(), data.classes());
    }

    /** The same for images of so many pixels and so many classes. */
    public Architecture architecture(int rows, int columns, int classes) {
        int count = (int) Math.min(Integer.MAX_VALUE, inputs(0).count(rows, columns));
        return Architecture.of(count, hidden, classes, activation).withOutputActivation(lossFunction().outputActivation());
    }

    /** The first networks of the committee as one classifier for such images, not calibrated; its classes are called 0, 1, ... */
    public Classifier classifier(List<Parameters> members, DataSet data) {
        return new Classifier(members, IntStream.range(0, members.size()).mapToObj(this::inputs).toList(), data.rows(),
                data.columns(), IntStream.range(0, data.classes()).mapToObj(String::valueOf).toList(), lossFunction(), 1);
    }

    /** The loss that its label names. */
    public Loss lossFunction() {
        return Loss.named(loss);
    }

    Initializer initializer() {
        return initializer(init);
    }

    private static Initializer initializer(String init) {
        return switch (init) {
            case "he" -> Initializer.HE;
            case "xavier" -> Initializer.XAVIER;
            default -> {
                double deviation;
                try {
                    deviation = Double.parseDouble(init);
                } catch (NumberFormatException e) {
                    deviation = Double.NaN;
                }
                require(deviation >= 0 && deviation < Double.POSITIVE_INFINITY, "init", init,
                        "he, xavier or a standard deviation such as 0.01");
                yield new Initializer.Normal(deviation);
            }
        };
    }

    public Optimizer optimizerRule() {
        return optimizer(optimizer, momentum);
    }

    private static Optimizer optimizer(String name, double momentum) {
        return switch (name) {
            case "sgd" -> new Optimizer.GradientDescent();
            case "momentum" -> new Optimizer.Momentum(momentum, false);
            case "nesterov" -> new Optimizer.Momentum(momentum, true);
            case "adam", "adamw" -> Optimizer.Adam.standard();
            default -> throw new IllegalArgumentException("--optimizer is " + name
                    + "; it must be sgd, momentum, nesterov, adam or adamw");
        };
    }

    /** How many of the given training examples are used at all. */
    public int usedExamples(int available) {
        return limit == 0 ? available : Math.min(limit, available);
    }

    /**
     * How many of the used training examples, at their end, are the validation split.
     *
     * @throws IllegalArgumentException if nothing would be left to train on, a batch would not fit, or there is a patience but
     *     nothing to tell whether an epoch was better
     */
    public int validationExamples(int available) {
        int used = usedExamples(available);
        int atMost = validation == DEFAULT_VALIDATION ? LARGEST_DEFAULT_VALIDATION : -validation;
        int split = validation < 0 ? Math.min(used / 6, atMost) : validation;
        // Not formatted, as this is made whether it is said or not: the first Formatter takes 10 ms of a start.
        require(split < used, "validation", split, "less than the " + used + " training examples");
        require(batchSize <= used - split, "batch-size", batchSize,
                "at most the " + (used - split) + " examples that are left to train on");
        require(patience == 0 || split > 0, "patience", patience, "0 (off) without a validation split");
        return split;
    }

    /** How many of the given training examples an epoch has: those before the validation split. */
    public int trainExamples(int available) {
        return usedExamples(available) - validationExamples(available);
    }

    /** The networks of a committee, or the only one, for such images and classes. */
    public List<Architecture> networks(DataSet data) {
        return networks(data.rows(), data.columns(), data.classes());
    }

    private List<Architecture> networks(int rows, int columns, int classes) {
        return IntStream.range(0, course.members()).mapToObj(member -> member(member).architecture(rows, columns, classes)).toList();
    }

    /**
     * Sees whether a run of this configuration can be made of so many examples.
     *
     * @throws IllegalArgumentException if not
     */
    public void requireFit(int available, int rows, int columns, int classes) {
        require(validationExamples(available) > 0 || !course.refit(), "refit", "given",
                "left out without a validation split");
        require(inputs.size() <= course.members(), "inputs", inputs.stream().map(Inputs::label).collect(Collectors.joining(",")),
                "at most one for each of --members " + course.members());
        List<Architecture> networks = networks(rows, columns, classes);
        int widest = networks.stream().mapToInt(network -> Collections.max(network.sizes())).max().orElseThrow();
        // Not formatted either, see validationExamples.
        require((batchSize + threads) * (widest + ROW_PADDING) * Float.BYTES <= Integer.MAX_VALUE, "batch-size",
                batchSize, "smaller with a layer of " + widest + ": its values would need more than 2 GB");
        long numbers = networks.stream().mapToLong(Architecture::parameterCount).sum();
        require(course.members() == 1 || numbers <= MOST_NUMBERS, "members", course.members(),
                "at most " + MOST_NUMBERS * course.members() / numbers + " networks of this size, or their file becomes too large");
    }
}
