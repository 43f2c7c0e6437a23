package nn.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nn.NnException;
import nn.Plural;

/**
 * A directory with images and labels in IDX files of MNIST's names ({@code train-images-idx3-ubyte}, ...), each raw or gzip,
 * with or without {@code .gz}. Sizes and classes come from the files, so any data set in this form can be used.
 *
 * <p>Headers are checked before memory is allocated and before any ND4J class is loaded. Each failure is an
 * {@link NnException} of kind {@code BAD_INPUT} that names the file.
 */
public final class DataDirectory {

    /** Raw images that need more memory than this are mapped, not read. */
    private static final long MAP_ABOVE_BYTES = 1L << 30;

    private static final String GET_FILES =
            "give a directory with MNIST's four IDX files, or make one with nn data convert";

    private final Path directory;
    private final Consumer<String> warnings;
    private final long mapAboveBytes;

    DataDirectory(Path directory, Consumer<String> warnings, long mapAboveBytes) {
        this.directory = Objects.requireNonNull(directory);
        this.warnings = Objects.requireNonNull(warnings);
        this.mapAboveBytes = mapAboveBytes;
    }

    /** A directory without warnings. */
    public static DataDirectory of(Path directory) {
        return of(directory, warning -> {});
    }

    /** @param warnings gets a line for each oddity that is no error, such as bytes after the data */
    public static DataDirectory of(Path directory, Consumer<String> warnings) {
        return new DataDirectory(directory, warnings, MAP_ABOVE_BYTES);
    }

    /** Whether there is a file of training images. It may be damaged. */
    public boolean hasTrain() {
        return SplitFiles.TRAIN.images(directory).isPresent();
    }

    /** Whether there is a file of test images. It may be damaged. */
    public boolean hasTest() {
        return SplitFiles.TEST.images(directory).isPresent();
    }

    /** The existing data files, images before labels, training before test. */
    public List<Path> files() {
        return Stream.of(SplitFiles.values())
                .flatMap(split -> Stream.of(split.images(directory), split.labels(directory)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Reads the training images and labels. */
    public DataSet readTrain() {
        Pair pair = open(SplitFiles.TRAIN);
        return read(pair, readTrainLabels(pair));
    }

    /**
     * Reads the test images and labels. If there are training files, they determine the image size and the classes. Damaged
     * training files cause only a warning here.
     */
    public DataSet readTest() {
        Pair test = open(SplitFiles.TEST);
        return read(test, testLabels(test));
    }

    /** The training examples, to be read one after another. */
    public ExampleStream streamTrain() {
        Pair pair = open(SplitFiles.TRAIN);
        return new ExampleStream(pair.images, readTrainLabels(pair));
    }

    /** The test examples, to be read one after another, in the classes of {@link #readTest}. */
    public ExampleStream streamTest() {
        Pair pair = open(SplitFiles.TEST);
        return new ExampleStream(pair.images, testLabels(pair));
    }

    private ClassLabels trainingLabels(Pair test, ClassLabels ofTest) {
        Pair train;
        ClassLabels labels;
        try {
            train = open(SplitFiles.TRAIN);
            labels = namedLabels(train);
        } catch (NnException e) {
            warnings.accept(e.getMessage());
            return ofTest;
        }
        checkSameImageSize(train, test);
        warnOfSameFile(train, test);
        return labels;
    }

    /**
     * Throws unless a training or an evaluation could read the files that are there.
     *
     * @throws NnException BAD_INPUT if one could not
     */
    public void requireUsable() {
        if (hasTrain() || SplitFiles.TRAIN.labels(directory).isPresent()) {
            readTrainLabels(open(SplitFiles.TRAIN));
        }
        if (hasTest()) {
            testLabels(open(SplitFiles.TEST));
        }
    }

    private ClassLabels readTrainLabels(Pair pair) {
        ClassLabels labels = readLabels(pair);
        List<String> odd = labels.oddities(names().isEmpty());
        if (!odd.isEmpty()) {
            warnings.accept(pair.labels.path() + ": " + odd.get(0)
                    + (odd.size() > 1 ? " (and " + (odd.size() - 1) + " more of this kind)" : ""));
        }
        return labels;
    }

    private ClassLabels testLabels(Pair test) {
        ClassLabels labels = readLabels(test);
        return hasTrain() ? labels.inClassesOf(trainingLabels(test, labels)) : labels;
    }

    private record Pair(IdxFile images, IdxFile labels) {}

    /**
     * Throws unless there is such a directory.
     *
     * @throws NnException BAD_INPUT if there is no such directory
     */
    public void requireThere() {
        if (!Files.isDirectory(directory)) {
            throw bad(directory, Files.exists(directory) ? "is not a directory" : "does not exist", advice());
        }
    }

    /** What to do if the data are not here. */
    public String advice() {
        return NearMiss.advice(directory).orElse(GET_FILES);
    }

    private Pair open(SplitFiles split) {
        requireThere();
        Pair pair = new Pair(
                IdxFile.open(there(split.images(directory), split.imagesName()), IdxHeader.Content.IMAGES),
                IdxFile.open(there(split.labels(directory), split.labelsName()), IdxHeader.Content.LABELS));
        int images = pair.images.header().count();
        int labels = pair.labels.header().count();
        if (images != labels) {
            pair.images.check();
            pair.labels.check();
            throw bad(
                    pair.labels.path(),
                    "has " + Plural.of(labels, "label") + " for " + Plural.of(images, "image") + " of "
                            + pair.images.path().getFileName(),
                    "get files that belong together");
        }
        return pair;
    }

    private Path there(Optional<Path> file, String name) {
        return file.orElseThrow(() -> bad(directory, "has no file " + name + " (or .gz)", advice()));
    }

    private ClassLabels readLabels(Pair pair) {
        ClassLabels labels = namedLabels(pair);
        warnOfExtraBytes(pair.labels, labels.content().extraBytes());
        return labels;
    }

    /** The labels in the classes that the directory names, or else in those that occur. */
    private ClassLabels namedLabels(Pair pair) {
        ClassLabels labels = ClassLabels.read(pair.labels);
        return names().map(labels::in).orElse(labels);
    }

    private Optional<ClassNames> names() {
        return ClassNames.in(directory);
    }

    private DataSet read(Pair pair, ClassLabels labels) {
        IdxHeader header = pair.images.header();
        Pixels pixels = header.payloadBytes() > mapAboveBytes ? map(pair.images) : load(pair.images, labels);
        return new DataSet(
                pixels, header.rows(), header.columns(), labels.values(), labels.classNames(), 0, header.count());
    }

    private Pixels.InArray load(IdxFile images, ClassLabels labels) {
        return Pixels.InArray.load(images, content -> {
            warnOfExtraBytes(images, content.extraBytes());
            warnOfChangedMnist(images, content, labels);
        });
    }

    private Pixels map(IdxFile file) {
        IdxHeader header = file.header();
        if (file.gzip() || header.type() != IdxType.UNSIGNED_BYTE) {
            throw bad(
                    file.path(),
                    "unpacks to " + (header.payloadBytes() >> 20) + " MB, too much to hold in memory",
                    (file.gzip() ? "gunzip it" : "write it as unsigned bytes")
                            + ", raw files are mapped as they are needed");
        }
        warnOfExtraBytes(file, file.fileBytes() - file.expectedBytes());
        try {
            return Pixels.InFile.map(file.path(), header.headerBytes(), header.count(), header.entryBytes());
        } catch (IOException e) {
            throw ReadFailure.of(file.path(), e);
        }
    }

    /** Other data sets have files with MNIST's names and sizes. Beside a file that is MNIST's, such a file is damaged. */
    private void warnOfChangedMnist(IdxFile images, IdxFile.Content content, ClassLabels labels) {
        Optional<MnistFile> asImages =
                MnistFile.of(images.path(), images.header().count());
        Optional<MnistFile> asLabels =
                MnistFile.of(labels.file().path(), labels.file().header().count());
        if (asImages.isEmpty() || asLabels.isEmpty()) {
            return;
        }
        boolean right = asImages.get().hasCrc32(content.crc32());
        if (right != asLabels.get().hasCrc32(labels.content().crc32())) {
            IdxFile other = right ? labels.file() : images;
            IdxFile mnist = right ? images : labels.file();
            warnings.accept(
                    other.path() + ": has the name and the size of MNIST's file, but is another one than belongs to "
                            + mnist.path().getFileName());
        }
    }

    private void warnOfExtraBytes(IdxFile file, long extraBytes) {
        if (extraBytes > 0) {
            warnings.accept(file.path() + ": ignored " + Plural.of(extraBytes, "byte") + " after the data");
        }
    }

    private static void checkSameImageSize(Pair train, Pair test) {
        IdxHeader a = train.images.header();
        IdxHeader b = test.images.header();
        if (a.rows() != b.rows() || a.columns() != b.columns()) {
            throw bad(
                    test.images.path(),
                    "has images of " + b.rows() + " x " + b.columns() + " pixels, those of "
                            + train.images.path().getFileName() + " have " + a.rows() + " x " + a.columns(),
                    "get files that belong together");
        }
    }

    private void warnOfSameFile(Pair train, Pair test) {
        Path a = train.images.path();
        Path b = test.images.path();
        try {
            if (Files.isSameFile(a, b) || Files.size(a) == Files.size(b) && Files.mismatch(a, b) < 0) {
                warnings.accept(b + ": is the same file as " + a.getFileName() + ", so the test tells nothing");
            }
        } catch (IOException e) {
            throw ReadFailure.of(b, e);
        }
    }

    private static NnException bad(Path path, String whatIsWrong, String whatToDo) {
        return NnException.of(NnException.Kind.BAD_INPUT, path, whatIsWrong, whatToDo);
    }
}
