package nn.cli;

import java.nio.file.Path;
import java.util.function.Consumer;
import nn.data.DataDirectory;
import nn.report.Terminal;

/** Which IDX files a command reads. */
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

    /** Whether the user named one. */
    boolean isNamed() {
        return directory.isGiven();
    }

    /** The directory as an absolute path. */
    Path path() {
        return (directory.isGiven() ? directory.value() : Installation.data())
                .toAbsolutePath()
                .normalize();
    }

    /** The directory, its warnings going to the error stream. */
    static DataDirectory open(Path path, Terminal terminal) {
        return DataDirectory.of(path, warnings(terminal));
    }

    /** What is odd about data, said on the error stream. */
    static Consumer<String> warnings(Terminal terminal) {
        return warning -> terminal.say("warning: " + warning);
    }
}
