package nn.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import nn.NnException;
import nn.NnException.Kind;
import nn.checkpoint.Checkpoint;
import nn.data.DataDirectory;
import nn.data.DataSet;
import nn.data.ImageForm;
import nn.eval.Classifier;
import nn.exchange.fetch.Catalog;
import nn.report.Terminal;

/** The option for the IDX files that a command reads. */
final class DataOption implements Flags {

    private static final String MNIST = "mnist";
    private static final String FILES =
            "Directory with IDX files of the MNIST names, raw or .gz, or the name of a fetched set";

    private final Flag<Path> directory;

    /** With the MNIST that comes with nn as the default. */
    DataOption() {
        this(" (default: the MNIST that comes with nn).");
    }

    /** @param use how the description of the directory goes on */
    DataOption(String use) {
        directory = Flag.of(Path.class, "--data", "DIR", FILES + use);
    }

    @Override
    public void addTo(Command command) {
        command.add(directory);
    }

    /** Whether the user gave a directory. */
    boolean isNamed() {
        return directory.isGiven();
    }

    /**
     * The directory as an absolute path.
     *
     * @throws NnException BAD_INPUT if it is only the name of a set that was not fetched
     */
    Path path() {
        Path path = !directory.isGiven()
                ? Installation.data()
                : Files.exists(directory.value()) ? directory.value() : fetched(directory.value());
        return path.toAbsolutePath().normalize();
    }

    private static Path fetched(Path given) {
        String name = given.toString();
        if (Catalog.published().find(name).isEmpty()) {
            return given;
        }
        Path directory = DataFetchCommand.directoryOf(name);
        if (Files.exists(directory)) {
            return directory;
        }
        if (name.equals(MNIST)) {
            return Installation.data();
        }
        throw new NnException(Kind.BAD_INPUT, name + ": is not in " + directory + " yet; run: nn data fetch " + name);
    }

    /**
     * Examples of the directory as a model knows them.
     *
     * @throws NnException BAD_CHECKPOINT if the model reads other images or has not all of their classes
     */
    DataSet forModel(DataSet examples, Classifier classifier) {
        if (examples.rows() != classifier.rows() || examples.columns() != classifier.columns()) {
            throw new NnException(
                    Kind.BAD_CHECKPOINT,
                    "%s: its images are %d x %d pixels, the model reads %d x %d; %s"
                            .formatted(
                                    path(),
                                    examples.rows(),
                                    examples.columns(),
                                    classifier.rows(),
                                    classifier.columns(),
                                    "use a model that was trained on such images"));
        }
        return examples.inClasses(classifier.classNames())
                .orElseThrow(() -> new NnException(
                        Kind.BAD_CHECKPOINT,
                        "%s: it has %d classes, not all of the %d that the model knows; %s"
                                .formatted(
                                        path(),
                                        examples.classes(),
                                        classifier.classNames().size(),
                                        "use a model that was trained on such labels")));
    }

    /** How the directory holds its images: as the data that a model was trained on, unless it is the MNIST that comes with nn. */
    ImageForm form(Checkpoint model) {
        return isNamed() ? model.provenance().config().data().form() : ImageForm.MNIST;
    }

    /** Opens the directory; its warnings go to the error stream. */
    DataDirectory open(CommonOptions common, Terminal terminal) {
        return DataDirectory.of(path(), common.warnings(terminal));
    }
}
