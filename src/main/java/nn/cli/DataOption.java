package nn.cli;

import java.nio.file.Path;
import nn.checkpoint.Checkpoint;
import nn.data.DataDirectory;
import nn.data.ImageForm;
import nn.report.Terminal;

/** The option for the IDX files that a command reads. */
final class DataOption implements Flags {

    private final Flag<Path> directory = Flag.of(
            Path.class,
            "--data",
            "DIR",
            "Directory with IDX files of the MNIST names, raw or .gz (default: the MNIST that comes with nn).");

    @Override
    public void addTo(Command command) {
        command.add(directory);
    }

    /** Whether the user gave a directory. */
    boolean isNamed() {
        return directory.isGiven();
    }

    /** The directory as an absolute path. */
    Path path() {
        return (directory.isGiven() ? directory.value() : Installation.data())
                .toAbsolutePath()
                .normalize();
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
