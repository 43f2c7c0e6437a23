package nn.train;

import static nn.train.Limits.require;
import static nn.train.Limits.required;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nn.data.Augmentation;
import nn.data.DataSet;
import nn.data.InputKind;
import nn.eval.Classifier;
import nn.json.DefaultsTo;
import nn.json.Inline;
import nn.model.Architecture;
import nn.model.Loss;
import nn.model.Parameters;
import nn.train.fast.Parts;

/**
 * Everything that decides the result of a training, apart from the data: with the same data it gives the same weights, bit for
 * bit. The component names are those of {@code config.json}, where the parts' components stand side by side, and of the flags.
 *
 * @param preset where the values came from, for people
 * @param network the network, and what it reads
 * @param learning what is minimized, by which steps, and for how long
 * @param regularization what keeps it from over-fitting
 * @param augmentation the random deformations of training images
 * @param examples which examples are used, and how
 * @param course whether it is more than one network that is trained once
 */
public record TrainingConfig(
        String preset,
        @Inline NetworkConfig network,
        @Inline Learning learning,
        @Inline Regularization regularization,
        Augmentation augmentation,
        @Inline Examples examples,
        @DefaultsTo("{}") Course course) {

    /** Of a model's file, which has at most 2^30 bytes with its header. */
    private static final long MOST_NUMBERS = (1L << 28) - (1L << 20);
    /** What a row of a workspace may have beyond a layer's size. */
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

    /** The same with another course; of its inputs, those that a network of it reads. */
    public TrainingConfig withCourse(Course newCourse) {
        List<InputKind> inputs = network.inputs();
        return new TrainingConfig(
                preset,
                network.withInputs(inputs.subList(0, Math.min(inputs.size(), newCourse.members()))),
                learning,
                regularization,
                augmentation,
                examples,
                newCourse);
    }

    /** That of one network of the committee, counted from 0: its own seed and inputs, and otherwise the same. */
    public TrainingConfig member(int member) {
        return new TrainingConfig(
                preset,
                network.withInputs(List.of(network.inputs(member))),
                learning,
                regularization,
                augmentation,
                examples.withSeed(examples.seed() + member),
                new Course(1, course.timeLimit(), course.augmentFade(), false));
    }

    /** The same with all examples to train on, for so many epochs. */
    TrainingConfig onAllExamples(int chosenEpochs) {
        return new TrainingConfig(
                preset,
                network,
                learning.forEpochs(chosenEpochs),
                regularization,
                augmentation,
                examples.withoutValidation(),
                course);
    }

    /** The same without pen styles: for data that are no digits. */
    public TrainingConfig withoutPenStyles() {
        return new TrainingConfig(
                preset, network, learning, regularization, augmentation.withoutPenStyles(), examples, course);
    }

    /** The same training with other random numbers. */
    public TrainingConfig withSeed(long newSeed) {
        return new TrainingConfig(
                preset, network, learning, regularization, augmentation, examples.withSeed(newSeed), course);
    }

    /** The network, or the first of the committee, for such images and classes. */
    public Architecture architecture(DataSet data) {
        return architecture(data.rows(), data.columns(), data.classes());
    }

    /** The same for images of so many pixels and so many classes. */
    public Architecture architecture(int rows, int columns, int classes) {
        int count = (int) Math.min(Integer.MAX_VALUE, network.inputs(0).count(rows, columns));
        return Architecture.of(count, network.hidden(), classes, network.activation())
                .withOutputActivation(learning.loss().outputActivation());
    }

    /** The first networks of the committee as one classifier for such images, not calibrated; its classes are called 0, 1, ... */
    public Classifier classifier(List<Parameters> members, DataSet data) {
        return new Classifier(
                members,
                IntStream.range(0, members.size()).mapToObj(network::inputs).toList(),
                data.rows(),
                data.columns(),
                IntStream.range(0, data.classes()).mapToObj(String::valueOf).toList(),
                learning.loss(),
                1);
    }

    /** How many of the given training examples are used at all. */
    public int usedExamples(int available) {
        return examples.used(available);
    }

    /**
     * How many of the used training examples, at their end, are the validation split.
     *
     * @throws IllegalArgumentException if nothing would be left to train on, a batch would not fit, or there is a patience but
     *     nothing to tell whether an epoch was better
     */
    public int validationExamples(int available) {
        int split = examples.validation(available);
        int left = examples.used(available) - split;
        // Not formatted, see Examples.
        require(
                learning.batchSize() <= left,
                "batch-size",
                learning.batchSize(),
                "at most the " + left + " examples that are left to train on");
        require(
                learning.patience() == 0 || split > 0,
                "patience",
                learning.patience(),
                "0 (off) without a validation split");
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
        return IntStream.range(0, course.members())
                .mapToObj(member -> member(member).architecture(rows, columns, classes))
                .toList();
    }

    /**
     * Sees whether a run of this configuration can be made of so many examples.
     *
     * @throws IllegalArgumentException if not
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
        // Not formatted either.
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
