package nn.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import nn.data.DataDirectory;
import nn.data.DataSet;
import nn.data.Fingerprint;
import nn.report.Terminal;
import nn.train.Stage;
import nn.model.Architecture;
import nn.train.TrainingConfig;

/**
 * What a run is trained and measured on.
 *
 * @param path the directory
 * @param files the directory's files
 * @param train all training examples
 * @param reading finds their fingerprint, when it is first asked for
 */
record TrainingData(Path path, DataDirectory files, DataSet train, FutureTask<String> reading) {

    /** Reads the training examples. */
    static TrainingData read(Path path, Terminal terminal) {
        DataDirectory files = DataOption.open(path, terminal);
        DataSet train = files.readTrain();
        return new TrainingData(path, files, train, new FutureTask<>(() -> Fingerprint.of(train)));
    }

    /** By which a resumed run knows the training examples again. */
    String fingerprint() {
        reading.run();
        return Background.result(reading);
    }

    boolean isMnist() {
        return Fingerprint.isOfMnist(train, this::fingerprint);
    }

    /** The validation split, if the configuration keeps one. */
    Optional<DataSet> validation(TrainingConfig config) {
        int used = config.usedExamples(train.size());
        int split = config.trainExamples(train.size());
        return split < used ? Optional.of(train.range(split, used)) : Optional.empty();
    }

    /** How many examples an epoch of a stage has. */
    int examples(Stage stage, TrainingConfig config) {
        return stage.refit() ? config.usedExamples(train.size()) : config.trainExamples(train.size());
    }

    /** What is used of them, for who wants to hear more. */
    String description(TrainingConfig config) {
        return path + ": " + config.usedExamples(train.size()) + " training examples of " + train.rows() + " x " + train.columns()
                + " pixels in " + train.classes() + " classes, " + config.validationExamples(train.size())
                + " of them for validation; network " + Architecture.names(config.networks(train).stream());
    }
}
