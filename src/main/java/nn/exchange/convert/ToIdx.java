package nn.exchange.convert;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import nn.NnException;
import nn.NnException.Kind;
import nn.Plural;
import nn.UntrustedText;
import nn.data.ClassNames;
import nn.data.IdxWriter;
import nn.data.StratifiedSample;
import nn.exchange.convert.LabeledImages.LeftOut;
import nn.files.AtomicFile;
import nn.files.NewDirectory;

/** Makes a data directory of images in another form. */
public final class ToIdx {

    /** The file in the data directory that lists what was left out. */
    public static final String LEFT_OUT = "left-out.tsv";

    private final LabeledImages train;
    private final Optional<LabeledImages> test;
    private final double testShare;
    private final long seed;
    private final List<LeftOut> leftOut = new ArrayList<>();

    /**
     * What was made.
     *
     * @param train   the number of training images
     * @param test    the number of test images
     * @param shape   the images' size
     * @param classes the number of classes
     * @param leftOut the number of examples that could not be used
     */
    public record Result(int train, int test, ImageShape shape, int classes, int leftOut) {}

    /**
     * @param test the test images, if they come from elsewhere
     * @param testShare the share of each class that becomes the test images otherwise, from 0 up to but not including 1
     * @param seed draws them
     */
    public ToIdx(LabeledImages train, Optional<LabeledImages> test, double testShare, long seed) {
        this.train = train;
        this.test = test;
        this.testShare = testShare;
        this.seed = seed;
    }

    /**
     * Makes the directory.
     *
     * @throws NnException BAD_INPUT if the images cannot be used; ENVIRONMENT if the directory cannot be made, or holds files
     */
    public Result into(Path directory) {
        test.ifPresent(this::requireSameSize);
        ClassNumbers classes = classes();
        Result[] result = new Result[1];
        NewDirectory.write(directory, staged -> result[0] = write(staged, classes));
        return result[0];
    }

    private void requireSameSize(LabeledImages other) {
        if (!other.shape().equals(train.shape())) {
            throw new NnException(
                    Kind.BAD_INPUT,
                    other.name() + ": has images of " + size(other) + " pixels, those of " + train.name() + " have "
                            + size(train) + "; give images of one size");
        }
    }

    private static String size(LabeledImages images) {
        return images.shape().rows() + " x " + images.shape().columns();
    }

    private ClassNumbers classes() {
        List<String> labels = new ArrayList<>(train.labels());
        test.ifPresent(images -> labels.addAll(images.labels()));
        try {
            return ClassNumbers.of(labels);
        } catch (IllegalArgumentException e) {
            throw new NnException(Kind.BAD_INPUT, train.name() + ": " + e.getMessage() + "; change the labels", e);
        }
    }

    private Result write(Path directory, ClassNumbers classes) throws IOException {
        List<String> labels = train.labels();
        int trainCount;
        int testCount = 0;
        try (Pair training = new Pair(directory, true, classes)) {
            if (test.isPresent()) {
                copy(train, training);
                try (Pair testing = new Pair(directory, false, classes)) {
                    copy(test.get(), testing);
                    testCount = requireSome(testing.count(), test.get().name());
                }
            } else if (testShare > 0) {
                BitSet tested = drawn(labels);
                try (Pair testing = new Pair(directory, false, classes)) {
                    leftOut.addAll(train.forEach((example, pixels) ->
                            (tested.get(example) ? testing : training).add(labels.get(example), pixels)));
                    testCount = requireSome(testing.count(), train.name());
                }
            } else {
                copy(train, training);
            }
            trainCount = requireSome(training.count(), train.name());
        }
        AtomicFile.write(directory.resolve(ClassNames.FILE), classes.names().text());
        if (!leftOut.isEmpty()) {
            StringBuilder text = new StringBuilder();
            leftOut.forEach(one -> text.append(one.name().replaceAll("[\t\n\r]", " "))
                    .append('\t')
                    .append(one.reason().replaceAll("[\t\n\r]", " "))
                    .append('\n'));
            AtomicFile.write(directory.resolve(LEFT_OUT), text.toString());
        }
        return new Result(
                trainCount, testCount, train.shape(), classes.byLabel().size(), leftOut.size());
    }

    private void copy(LabeledImages from, Pair to) {
        List<String> labels = from.labels();
        leftOut.addAll(from.forEach((example, pixels) -> to.add(labels.get(example), pixels)));
    }

    /** Some of each class, so many that their share is as wanted. */
    private BitSet drawn(List<String> labels) {
        Map<String, Integer> indexes = new HashMap<>();
        int[] indexed = labels.stream()
                .mapToInt(label -> {
                    indexes.putIfAbsent(label, indexes.size());
                    return indexes.get(label);
                })
                .toArray();
        int size = (int) Math.round(testShare * labels.size());
        return StratifiedSample.of(indexed, indexes.size(), size, new SplittableRandom(seed));
    }

    private int requireSome(int count, String name) {
        if (count == 0) {
            String why = leftOut.isEmpty()
                    ? ""
                    : " (" + Plural.of(leftOut.size(), "picture") + " left out, the first is "
                            + UntrustedText.escaped(leftOut.get(0).name()) + ": "
                            + UntrustedText.escaped(leftOut.get(0).reason()) + ")";
            throw new NnException(
                    Kind.BAD_INPUT,
                    name + ": gives no images for training, or none for the test" + why
                            + "; give more images, or another --test-share");
        }
        return count;
    }

    /** The two files of a split. */
    private final class Pair implements Closeable {

        private final IdxWriter images;
        private final IdxWriter labels;
        private final ClassNumbers classes;

        Pair(Path directory, boolean training, ClassNumbers classes) throws IOException {
            this.classes = classes;
            images = IdxWriter.images(
                    directory, training, train.shape().rows(), train.shape().columns());
            labels = IdxWriter.labels(directory, training);
        }

        void add(String label, byte[] pixels) {
            images.add(pixels);
            labels.add((byte) classes.number(label));
        }

        int count() {
            return images.count();
        }

        @Override
        public void close() throws IOException {
            try (images) {
                labels.close();
            }
        }
    }
}
