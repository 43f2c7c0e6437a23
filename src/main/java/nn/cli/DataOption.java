package nn.cli;

import java.nio.file.Path;
import nn.data.DataDirectory;
import nn.report.Terminal;
import picocli.CommandLine.Option;

/** Which IDX files a command reads. */
final class DataOption {

    @Option(names = "--data", paramLabel = "DIR",
            description = "Directory with IDX files of the MNIST names, raw or .gz (default: the MNIST that comes with nn).")
    private Path directory;

    /** Whether the user named one. */
    boolean isNamed() {
        return directory != null;
    }

    /** The directory as an absolute path. */
    Path path() {
        return (directory == null ? Installation.data() : directory).toAbsolutePath().normalize();
    }

    /** The directory, its warnings going to the error stream. */
    static DataDirectory open(Path path, Terminal terminal) {
        return DataDirectory.of(path, warning -> terminal.say("warning: " + warning), Installation.copies());
    }
}
