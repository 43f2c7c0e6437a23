package nn.train;

import static nn.train.Limits.require;
import static nn.train.Limits.required;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nn.data.Augmentation;
import nn.data.DataSet;
import nn.data.ImageForm;
import nn.data.InputKind;
import nn.eval.Classifier;
import nn.json.DefaultsTo;
import nn.json.Inline;
import nn.model.Architecture;
import nn.model.Loss;
import nn.model.Parameters;
import nn.train.fast.Parts;

/**
 * Everything that decides the result of a training, apart from the data themselves: the same configuration and data give the same
 * weights, bit for bit. The components have the names of the flags, and of the keys of {@code config.json}. The components of an inline
 * record stand side by side there.
 *
 * @param preset where the values came from, for people
 * @param network the network, and what it reads
 * @param learning what is minimized, by which steps, and for how long
 * @param regularization what prevents over-fitting
 * @param augmentation the random deformations of training images
 * @param data which examples are used, the seed, and the threads
 * @param course how many networks are trained, and for how long
 */
public record TrainingConfig(
        String preset,
        @Inline NetworkConfig network,
        @Inline Learning learning,
        @Inline Regularization regularization,
        Augmentation augmentation,
        @Inline DataConfig data,
        @DefaultsTo("{}") RunPlan course) {

    /** The {@code preset} of a network that another program trained. */
    public static final String IMPORTED = "imported";

    /** A model file has at most 2^30 bytes, including its header. */
    private static final long MOST_NUMBERS = (1L << 28) - (1L << 20);
    /** The most numbers that a row of a workspace has in addition to a layer's size. */
    private static final long ROW_PADDING = 16;

    public TrainingConfig {
        required("augmentation", augmentation);
        required("course", course);
        require(
                regularization.weightDecay() == 0 || learning.optimizer() != OptimizerKind.ADAM,
                "weight-decay",
                regularization.weightDecay(),
                "0 for adam; adamw is the one that decays weights");
        require(
                course.members() == 1 || learning.loss() instanceof Loss.SoftmaxCrossEntropy,
                "members",
                course.members(),
                "1 with --loss " + learning.loss().label());
    }

    /** The configuration of a network that was trained elsewhere: the network is right, and the rest are the defaults. */
    public static TrainingConfig ofImport(Architecture architecture) {
        TrainingConfig base = Preset.DEFAULT.config(1, 1);
        NetworkConfig network = new NetworkConfig(
                architecture.sizes().subList(1, architecture.layers()),
                architecture.activations().get(0),
                base.network.init(),
                List.of(InputKind.PIXELS));
        return new TrainingConfig(
                IMPORTED,
                network,
                base.learning,
                base.regularization,
                base.augmentation,
                base.data.withDigits(false),
                base.course);
    }

    /** The same with another plan, and only those inputs that a network of that plan reads. */
    public TrainingConfig withCourse(RunPlan newCourse) {
        List<InputKind> inputs = network.inputs();
        return with(
                network.withInputs(inputs.subList(0, Math.min(inputs.size(), newCourse.members()))),
                learning,
                augmentation,
                data,
                newCourse);
    }

    /** The configuration of one network of the committee, counted from 0: its own seed and inputs, and the committee's examples. */
    public TrainingConfig member(int member) {
        return with(
                network.withInputs(List.of(network.inputs(member))),
                learning,
                augmentation,
                data.ofMember(member),
                new RunPlan(1, course.timeLimit(), course.augmentFade(), false));
    }

    /** The same for a fixed number of epochs on all examples, without a validation split. */
    TrainingConfig onAllExamples(int chosenEpochs) {
        return with(network, learning.forEpochs(chosenEpochs), augmentation, data.withoutValidation(), course);
    }

    /** The same without training the networks once more. */
    public TrainingConfig withoutRefit() {
        return with(network, learning, augmentation, data, course.withoutRefit());
    }

    /** The same for data that are not known to be digits, with the deformations that suit them. */
    public TrainingConfig forUnknownImages(Augmentation suitable) {
        return with(network, learning, suitable, data.withDigits(false), course);
    }

    /** The same for images that the files hold in another form. */
    public TrainingConfig withForm(ImageForm form) {
        return with(network, learning, augmentation, data.withForm(form), course);
    }

    /** The same with the learning rate and the weight decay of another optimizer than they were chosen for. */
    public TrainingConfig withRateAndDecay(double learningRate, double weightDecay) {
        Learning newLearning = learning.withLearningRate(learningRate);
        Regularization newDecay = regularization.withWeightDecay(weightDecay);
        return new TrainingConfig(preset, network, newLearning, newDecay, augmentation, data, course);
    }

    /**
     * The same with a mini-batch of all examples that are left to train on, if these are fewer than a mini-batch has.
     *
     * @throws IllegalArgumentException if none are left
     */
    public TrainingConfig withBatchOf(int available) {
        int left = data.used(available) - data.validation(available);
        return learning.batchSize() <= left
                ? this
                : with(network, learning.withBatchSize(left), augmentation, data, course);
    }

    /** The same with other random numbers. */
    public TrainingConfig withSeed(long newSeed) {
        return with(network, learning, augmentation, data.withSeed(newSeed), course);
    }

    private TrainingConfig with(
            NetworkConfig newNetwork,
            Learning newLearning,
            Augmentation newAugmentation,
            DataConfig newData,
            RunPlan newCourse) {
        return new TrainingConfig(preset, newNetwork, newLearning, regularization, newAugmentation, newData, newCourse);
    }

    /** The architecture of the network, or of the committee's first one, for these data. */
    public Architecture architecture(DataSet data) {
        return architecture(data.rows(), data.columns(), data.classes());
    }

    /** The same for images of {@code rows x columns} pixels in {@code classes} classes. */
    public Architecture architecture(int rows, int columns, int classes) {
        int count = (int) Math.min(Integer.MAX_VALUE, network.inputs(0).count(rows, columns));
        return Architecture.of(count, network.hidden(), classes, network.activation())
                .withOutputActivation(learning.loss().outputActivation());
    }

    /** The first networks of the committee as one classifier. It is not calibrated. */
    public Classifier classifier(List<Parameters> members, DataSet data) {
        return new Classifier(
                members,
                IntStream.range(0, members.size()).mapToObj(network::inputs).toList(),
                data.rows(),
                data.columns(),
                data.classNames(),
                learning.loss(),
                1);
    }

    /**
     * The used examples, as a view: first those to train on, then the validation split. All members of a committee share them.
     *
     * @throws IllegalArgumentException if nothing is left to train on
     */
    public DataSet usedExamples(DataSet all) {
        return data.used(all);
    }

    /** How many of the {@code available} training examples are used at all. */
    public int usedExamples(int available) {
        return data.used(available);
    }

    /**
     * The size of the validation split.
     *
     * @throws IllegalArgumentException if nothing or less than a batch is left to train on, or if there is a patience but no
     *     validation split
     */
    public int validationExamples(int available) {
        int split = data.validation(available);
        int left = data.used(available) - split;
        // Not formatted: see DataConfig.validation.
        require(
                learning.batchSize() <= left,
                "batch-size",
                learning.batchSize(),
                "at most " + left + ", the number of examples that are left to train on");
        require(
                learning.patience() == 0 || split > 0,
                "patience",
                learning.patience(),
                "0 (off) without a validation split");
        return split;
    }

    /** How many examples an epoch has: the used ones without the validation split. */
    public int trainExamples(int available) {
        return usedExamples(available) - validationExamples(available);
    }

    /** The architectures of all networks for these data. */
    public List<Architecture> networks(DataSet data) {
        return networks(data.rows(), data.columns(), data.classes());
    }

    private List<Architecture> networks(int rows, int columns, int classes) {
        return IntStream.range(0, course.members())
                .mapToObj(member -> member(member).architecture(rows, columns, classes))
                .toList();
    }

    /**
     * Checks this configuration against the size of the data.
     *
     * @throws IllegalArgumentException if no run is possible
     */
    public void requireFit(int available, int rows, int columns, int classes) {
        require(
                validationExamples(available) > 0 || !course.refit(),
                "refit",
                "given",
                "left out without a validation split");
        require(
                network.inputs().size() <= course.members(),
                "inputs",
                network.inputs().stream().map(InputKind::label).collect(Collectors.joining(",")),
                "at most one for each of --members " + course.members());
        List<Architecture> networks = networks(rows, columns, classes);
        int widest = networks.stream()
                .mapToInt(network -> Collections.max(network.sizes()))
                .max()
                .orElseThrow();
        // Not formatted: see DataConfig.validation.
        require(
                ((long) learning.batchSize() + Parts.FOUR.count()) * (widest + ROW_PADDING) * Float.BYTES
                        <= Integer.MAX_VALUE,
                "batch-size",
                learning.batchSize(),
                "smaller with a layer of " + widest + ": its values would need more than 2 GB");
        long numbers = networks.stream().mapToLong(Architecture::parameterCount).sum();
        require(
                course.members() == 1 || numbers <= MOST_NUMBERS,
                "members",
                course.members(),
                "at most " + MOST_NUMBERS * course.members() / numbers
                        + " networks of this size, or their file becomes too large");
    }
}
