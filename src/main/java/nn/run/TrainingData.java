package nn.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import nn.Plural;
import nn.checkpoint.RunConfig;
import nn.data.DataDirectory;
import nn.data.DataSet;
import nn.data.Fingerprint;
import nn.data.ImageForm;
import nn.model.Architecture;
import nn.train.Stage;
import nn.train.TrainingConfig;

/** The data that a run is trained and measured on. */
public final class TrainingData {

    private final Path path;
    private final DataDirectory files;
    private final DataSet train;
    private String fingerprint;

    private TrainingData(Path path, DataDirectory files, DataSet train) {
        this.path = path;
        this.files = files;
        this.train = train;
    }

    /**
     * Reads the training examples.
     *
     * @param warnings receives a line for each oddity that is not an error
     */
    public static TrainingData read(Path path, Consumer<String> warnings) {
        DataDirectory files = DataDirectory.of(path, warnings);
        return new TrainingData(path, files, files.readTrain());
    }

    /** The same with its training images in MNIST's form. */
    public TrainingData in(ImageForm form) {
        return new TrainingData(path, files, train.converted(form));
    }

    /** The directory. */
    public Path path() {
        return path;
    }

    /** The directory's files. */
    DataDirectory files() {
        return files;
    }

    /** All training examples. */
    public DataSet train() {
        return train;
    }

    /** Identifies the training examples when a run is resumed. Computed at the first call. */
    synchronized String fingerprint() {
        if (fingerprint == null) {
            fingerprint = Fingerprint.of(train);
        }
        return fingerprint;
    }

    public boolean isMnist() {
        return Fingerprint.isOfMnist(train, this::fingerprint);
    }

    /** The validation split, if the configuration keeps one. */
    Optional<DataSet> validation(TrainingConfig config) {
        int used = config.usedExamples(train.size());
        int split = config.trainExamples(train.size());
        return split < used ? Optional.of(config.usedExamples(train).range(split, used)) : Optional.empty();
    }

    /** Whether a run measures its model at the end, on a validation split or on the test split. */
    public boolean measures(RunConfig run) {
        return run.test() && files.hasTest() || run.training().validationExamples(train.size()) > 0;
    }

    /** The number of examples in an epoch of a stage. */
    int examples(Stage stage, TrainingConfig config) {
        return stage.refit() ? config.usedExamples(train.size()) : config.trainExamples(train.size());
    }

    /** A line for {@code --verbose}: which data are used. */
    public String description(TrainingConfig config) {
        return path + ": " + Plural.of(config.usedExamples(train.size()), "training example") + " of " + train.rows()
                + " x "
                + train.columns()
                + " pixels in " + train.classes() + " classes, " + config.validationExamples(train.size())
                + " of them for validation; network " + Architecture.names(config.networks(train).stream());
    }
}
