package nn.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import nn.NnException;
import nn.checkpoint.Checkpoint;
import nn.data.DataDirectory;
import nn.data.ImageForm;
import nn.exchange.fetch.Catalog;
import nn.report.Terminal;

/** The option for the IDX files that a command reads. */
final class DataOption implements Flags {

    private static final String MNIST = "mnist";

    private final Flag<Path> directory = Flag.of(
            Path.class,
            "--data",
            "DIR",
            "Directory with IDX files of the MNIST names, raw or .gz, or the name of a fetched set (default: the MNIST "
                    + "that comes with nn).");

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
        throw new NnException(
                NnException.Kind.BAD_INPUT, name + ": is not in " + directory + " yet; run: nn data fetch " + name);
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
